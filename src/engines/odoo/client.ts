import { LRUCache } from 'lru-cache';
import { engineError } from '#core/engine-errors.ts';
import type { EngineCtx, EngineResponse } from '#core/engine.ts';
import { toEngineError, type Fault } from './errors.ts';

/** As whom, and in which database. */
export interface Door {
  /** Undefined where the instance serves but one, over JSON-2. */
  readonly database: string | undefined;
  readonly login: string;
  readonly uid: number | undefined;
  /** An API key where `isKey`, else a password; JSON-2 takes keys only. */
  readonly secret: string;
  readonly isKey: boolean;
}

/** A call of a method, in the words of both transports. */
export interface Method {
  readonly model: string;
  readonly method: string;
  /** The records that it acts on; undefined where it belongs to the model. */
  readonly ids?: readonly number[];
  /** By position for JSON-RPC, with the names that JSON-2 knows them by. */
  readonly args?: readonly (readonly [name: string, value: unknown])[];
  readonly kwargs?: Readonly<Record<string, unknown>>;
  /** Positions without names; JSON-2 can't say them. */
  readonly positional?: readonly unknown[];
  /** Only reads. */
  readonly harmless?: boolean;
  readonly timeoutMs?: number;
}

const JSON2_SINCE = 19;
const MAX_REMEMBERED = 1_000;
const REMEMBERED_MS = 600_000;

/** Instances that turned out not to speak JSON-2, whatever their version said. */
const withoutJson2 = new LRUCache<string, true>({ max: MAX_REMEMBERED, ttl: REMEMBERED_MS });
/** Ids of users by instance, database and login. */
const uids = new LRUCache<string, number>({ max: MAX_REMEMBERED, ttl: REMEMBERED_MS });

export const seriesOf = (version: string | null): number =>
  Number(/^(?:saas[~-])?(\d+)/.exec(version ?? '')?.[1] ?? 0);

const isJson = ({ headers }: EngineResponse): boolean =>
  /^application\/json\b/i.test(headers['content-type'] ?? '');

export interface Rpc {
  readonly service: 'common' | 'object' | 'db';
  readonly method: string;
  readonly args: readonly unknown[];
  readonly harmless?: boolean;
  readonly timeoutMs?: number;
}

/** A call of `/jsonrpc`, which every version up to 19 has. Its status is 200 whatever happens. @throws AppError engine_… */
export async function rpc<T>(ctx: EngineCtx, { service, method, args, ...how }: Rpc): Promise<T> {
  const answer = await ctx.http({
    method: 'POST',
    path: '/jsonrpc',
    body: { jsonrpc: '2.0', id: 1, method: 'call', params: { service, method, args } },
    ...how,
  });
  refuseEarly(answer);
  return unwrap<T>(answer);
}

/** What JSON-RPC answered. Also of the web client's own calls. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- what Odoo answers has the shape that its caller names
export function unwrap<T>(answer: EngineResponse): T {
  const body = answer.json<{ result?: T; error?: { data?: Fault } }>();
  if (body.error) throw toEngineError(body.error.data ?? {});
  return body.result as T;
}

/** What something in front of Odoo says; Odoo itself has no rate limit. */
function refuseEarly({ status, headers }: EngineResponse): void {
  if (status !== 429) return;
  const seconds = Number(headers['retry-after']);
  throw engineError('engine_rate_limited', undefined, {
    ...(seconds > 0 && { retryAfterSeconds: Math.ceil(seconds) }),
  });
}

/** The user's id. @throws AppError engine_rejected_credentials */
export async function authenticate(ctx: EngineCtx, door: Door): Promise<number> {
  const uid = await rpc<number | false>(ctx, {
    service: 'common',
    method: 'authenticate',
    args: [door.database ?? '', door.login, door.secret, {}],
    harmless: true,
  });
  if (uid === false || uid === null) throw engineError('engine_rejected_credentials');
  return uid;
}

/** The same, remembered. */
export async function uidOf(ctx: EngineCtx, door: Door): Promise<number> {
  if (door.uid !== undefined) return door.uid;
  const id = `${ctx.link.instanceId} ${door.database} ${door.login}`;
  const found = uids.get(id) ?? (await authenticate(ctx, door));
  uids.set(id, found);
  return found;
}

async function byRpc<T>(ctx: EngineCtx, door: Door, call: Method): Promise<T> {
  const { model, method, ids, args = [], positional = [], kwargs = {}, harmless, timeoutMs } = call;
  if (door.database === undefined)
    throw engineError('engine_unsupported', 'Name the database: this call needs JSON-RPC.');
  const all = [...(ids ? [ids] : []), ...args.map(([, value]) => value), ...positional];
  return rpc<T>(ctx, {
    service: 'object',
    method: 'execute_kw',
    args: [door.database, await uidOf(ctx, door), door.secret, model, method, all, kwargs],
    ...(harmless !== undefined && { harmless }),
    ...(timeoutMs !== undefined && { timeoutMs }),
  });
}

/** @returns undefined when nobody there speaks JSON-2 */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- what Odoo answers has the shape that its caller names
async function byJson2<T>(ctx: EngineCtx, door: Door, call: Method): Promise<{ value: T } | undefined> {
  const { model, method, ids, args = [], kwargs = {}, harmless, timeoutMs } = call;
  const answer = await ctx.http({
    method: 'POST',
    path: `/json/2/${model}/${method}`,
    headers: {
      authorization: `bearer ${door.secret}`,
      ...(door.database !== undefined && { 'x-odoo-database': door.database }),
    },
    body: { ...kwargs, ...Object.fromEntries(args), ...(ids && { ids }) },
    ...(harmless !== undefined && { harmless }),
    ...(timeoutMs !== undefined && { timeoutMs }),
  });
  refuseEarly(answer);
  // Before 19 it is somebody else's path: a page, or the way to one.
  if ((answer.status === 404 || (answer.status >= 300 && answer.status < 400)) && !isJson(answer))
    return undefined;
  const value = answer.json<T>();
  if (answer.status < 300) return { value };
  const fault = value as Fault;
  // 19 has no exception of its own for a model or method that isn't there.
  if (answer.status === 404) throw engineError('engine_not_found', fault.message, { cause: fault.name });
  throw toEngineError(fault);
}

/** Calls a method: over JSON-2 where the instance has it and the call can be said in it, else over JSON-RPC. */
export async function execute<T>(ctx: EngineCtx, door: Door, call: Method): Promise<T> {
  const { instanceId, version } = ctx.link;
  const sayable = door.isKey && (call.positional?.length ?? 0) === 0;
  if (sayable && seriesOf(version) >= JSON2_SINCE && !withoutJson2.has(instanceId)) {
    const answer = await byJson2<T>(ctx, door, call);
    if (answer) return answer.value;
    const value = await byRpc<T>(ctx, door, call);
    withoutJson2.set(instanceId, true);
    return value;
  }
  return byRpc<T>(ctx, door, call);
}
