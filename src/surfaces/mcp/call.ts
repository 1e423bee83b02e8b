import { AppError, invalidField, toAppError, toProblem } from '#core/errors.ts';
import { takesVersion, type Operation, type Reserved } from '#core/operation.ts';
import type { Caller, Compiled, Kernel } from '#kernel/types.ts';
import { SERVER_META, type Era, type ServerInfo } from './revisions.ts';
import { RPC, RpcError, type RequestId } from './rpc.ts';
import type { Find } from './find/index.ts';
import { CALL_TOOL, FIND_TOOLS, MAX_KEY_LENGTH } from './tools.ts';
import type { View } from './views.ts';

/** Refusals of the caller and not of the call: HTTP tells them, so that clients log in again, step up or wait. */
const TOLD_BY_HTTP: ReadonlySet<string> = new Set(['unauthenticated', 'insufficient_scope', 'rate_limited']);

export interface ToolCall {
  readonly id: RequestId;
  readonly era: Era;
  readonly params: unknown;
  readonly caller: Caller;
  readonly requestId: string;
  readonly signal: AbortSignal;
}

type Arguments = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Arguments =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What is to be done: an operation, or without one a search. */
interface Step {
  readonly tool: string;
  readonly operation?: Compiled | undefined;
  readonly args: Arguments;
}

/** `tool` is the operation's name, or a tool of ours: one of a known few whatever the caller wrote. */
export interface ToolAnswer {
  readonly text: string;
  readonly tool: string;
  readonly failed: boolean;
}

interface CallOptions {
  readonly kernel: Kernel;
  readonly serverInfo: ServerInfo;
  readonly view: Pick<View, 'holds'>;
  readonly find: Find;
}

/**
 * Answers `tools/call` as JSON text; the operation's own JSON goes into it unread.
 * @throws RpcError for a malformed call or an unknown tool, AppError when the caller is refused (TOLD_BY_HTTP)
 */
export function createToolCall({
  kernel,
  serverInfo,
  view,
  find,
}: CallOptions): (call: ToolCall) => Promise<ToolAnswer> {
  const server = `${JSON.stringify(SERVER_META)}:${JSON.stringify(serverInfo)}`;

  function render({ id, era }: ToolCall, text: string, rest: string, meta: readonly string[]): string {
    const entries = era === 'modern' ? [server, ...meta] : meta;
    return [
      `{"jsonrpc":"2.0","id":${JSON.stringify(id)},"result":{`,
      era === 'modern' ? '"resultType":"complete",' : '',
      `"content":[{"type":"text","text":${JSON.stringify(text)}}]${rest}`,
      entries.length > 0 ? `,"_meta":{${entries.join(',')}}` : '',
      '}}',
    ].join('');
  }
  const told = (call: ToolCall, text: string, meta: readonly string[] = []): string =>
    render(call, text, `,"structuredContent":${text}`, meta);

  function lookUp(name: string): Compiled | undefined {
    const operation = kernel.catalogue.find(name);
    return operation && view.holds(operation.operation) ? operation : undefined;
  }

  /** What `call_tool` is to call. @throws AppError invalid_input, not_found: as a result, which a model can act on */
  function unwrap({ name, arguments: args = {}, ...rest }: Arguments): Step {
    const [unknown] = Object.keys(rest);
    if (unknown !== undefined) {
      throw invalidField(unknown, 'unknown', {
        en: 'is not known here: what the tool takes belongs into arguments',
        es: 'no se conoce aquí: lo que recibe la herramienta va en arguments',
      });
    }
    if (typeof name !== 'string')
      throw invalidField('name', 'type', {
        en: 'must be the name of a tool',
        es: 'debe ser el nombre de una herramienta',
      });
    if (!isObject(args))
      throw invalidField('arguments', 'type', { en: 'must be an object', es: 'debe ser un objeto' });
    if (name === FIND_TOOLS) return { tool: FIND_TOOLS, args };
    const operation = lookUp(name);
    if (operation) return { tool: operation.operation.name, operation, args };
    throw new AppError('not_found', {
      detail: {
        en: 'There is no such tool. find_tools finds those that you may use.',
        es: 'No existe esa herramienta. find_tools encuentra las que puede usar.',
      },
    });
  }

  async function perform(call: ToolCall, { operation, args }: Step): Promise<string> {
    if (!operation) return told(call, find(call.caller.actor, args, view.holds));
    const { text, version, replayed } = await kernel.run({
      operation,
      caller: call.caller,
      requestId: call.requestId,
      signal: call.signal,
      ...split(operation.operation, args),
    });
    return told(call, text, [
      ...(version === undefined ? [] : [`"io.smarteros/version":${version}`]),
      ...(replayed ? ['"io.smarteros/replayed":true'] : []),
    ]);
  }

  return async (call) => {
    const { name, arguments: args = {} } = isObject(call.params) ? call.params : {};
    if (typeof name !== 'string')
      throw new RpcError(RPC.invalidParams, 'params.name must be the name of a tool.');
    if (!isObject(args)) throw new RpcError(RPC.invalidParams, 'params.arguments must be an object.');
    const operation = lookUp(name);
    const isOurs = name === FIND_TOOLS || name === CALL_TOOL;
    if (!operation && !isOurs) throw new RpcError(RPC.invalidParams, `Unknown tool: ${name}`);
    let step: Step = { tool: operation?.operation.name ?? name, operation, args };
    try {
      if (name === CALL_TOOL) step = unwrap(args);
      return { text: await perform(call, step), tool: step.tool, failed: false };
    } catch (error) {
      const known = toAppError(error);
      if (TOLD_BY_HTTP.has(known.code)) throw known;
      const refusal = render(call, problemText(known, call.requestId), ',"isError":true', []);
      return { text: refusal, tool: step.tool, failed: true };
    }
  };
}

/** English, whatever the client's language: a model reads it. */
function problemText(error: AppError, requestId: string): string {
  const { retryAfterSeconds } = error.options;
  return JSON.stringify({
    ...toProblem(error, 'en', requestId),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  });
}

/** Takes the reserved inputs out of the arguments; reads ignore them, as they do over REST. */
function split(operation: Operation, args: Arguments): Reserved & { input: Arguments } {
  const { dryRun, idempotencyKey, ...others } = args;
  if (operation.effect === 'read') return { input: others };
  const { ifVersion, ...input } = others;
  if (dryRun !== undefined && typeof dryRun !== 'boolean') {
    throw invalidField('dryRun', 'type', { en: 'must be true or false', es: 'debe ser true o false' });
  }
  if (idempotencyKey !== undefined && !isKey(idempotencyKey)) {
    throw invalidField('idempotencyKey', 'length', {
      en: `must have 1 to ${MAX_KEY_LENGTH} characters`,
      es: `debe tener de 1 a ${MAX_KEY_LENGTH} caracteres`,
    });
  }
  if (ifVersion !== undefined && !takesVersion(operation)) {
    throw invalidField('ifVersion', 'unknown', {
      en: 'is not known here: this has no versions',
      es: 'no se conoce aquí: esto no tiene versiones',
    });
  }
  if (ifVersion !== undefined && !isVersion(ifVersion)) {
    throw invalidField('ifVersion', 'type', {
      en: 'must be a version, like 3',
      es: 'debe ser una versión, como 3',
    });
  }
  return {
    input,
    ...(dryRun !== undefined && { dryRun }),
    ...(idempotencyKey !== undefined && { idempotencyKey }),
    ...(ifVersion !== undefined && { ifVersion }),
  };
}

const isKey = (value: unknown): value is string =>
  typeof value === 'string' && value.length > 0 && value.length <= MAX_KEY_LENGTH;
const isVersion = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) > 0;
