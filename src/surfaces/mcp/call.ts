import { AppError, invalidField, toAppError, toProblem } from '#core/errors.ts';
import { takesVersion, type Operation, type Reserved } from '#core/operation.ts';
import type { Caller, Kernel } from '#kernel/types.ts';
import { SERVER_META, type Era, type ServerInfo } from './revisions.ts';
import { RPC, RpcError, type RequestId } from './rpc.ts';
import { MAX_KEY_LENGTH } from './tools.ts';

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

/** `tool` is the operation's name, which is one of ours whatever the caller wrote. */
export interface ToolAnswer {
  readonly text: string;
  readonly tool: string;
  readonly failed: boolean;
}

/**
 * Answers `tools/call` as JSON text; the operation's own JSON goes into it unread.
 * @throws RpcError for a malformed call or an unknown tool, AppError when the caller is refused (TOLD_BY_HTTP)
 */
export function createToolCall(
  kernel: Kernel,
  serverInfo: ServerInfo,
): (call: ToolCall) => Promise<ToolAnswer> {
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

  return async (call) => {
    const { name, arguments: args = {} } = isObject(call.params) ? call.params : {};
    if (typeof name !== 'string')
      throw new RpcError(RPC.invalidParams, 'params.name must be the name of a tool.');
    if (!isObject(args)) throw new RpcError(RPC.invalidParams, 'params.arguments must be an object.');
    const operation = kernel.catalogue.find(name);
    if (!operation) throw new RpcError(RPC.invalidParams, `Unknown tool: ${name}`);
    const tool = operation.operation.name;
    try {
      const { text, version, replayed } = await kernel.run({
        operation,
        caller: call.caller,
        requestId: call.requestId,
        signal: call.signal,
        ...split(operation.operation, args),
      });
      const meta = [
        ...(version === undefined ? [] : [`"io.smarteros/version":${version}`]),
        ...(replayed ? ['"io.smarteros/replayed":true'] : []),
      ];
      return { text: render(call, text, `,"structuredContent":${text}`, meta), tool, failed: false };
    } catch (error) {
      const known = toAppError(error);
      if (TOLD_BY_HTTP.has(known.code)) throw known;
      const refusal = render(call, problemText(known, call.requestId), ',"isError":true', []);
      return { text: refusal, tool, failed: true };
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
