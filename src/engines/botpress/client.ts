import { engineError } from '#core/engine-errors.ts';
import type { EngineCtx, EngineRequest } from '#core/engine.ts';
import type { ErrorCode } from '#core/errors.ts';

/** What every failure looks like: `type` is the stable name, `code` the status. */
interface Failure {
  readonly type?: unknown;
  readonly message?: unknown;
}

/** How each list ends. */
export interface Paged {
  readonly meta: { readonly nextToken?: string };
}

type Code = Extract<ErrorCode, `engine_${string}`>;

/** The types of @botpress/client 1.45.0 (its generated errors). */
const CODES: Readonly<Record<string, Code>> = {
  Unauthorized: 'engine_rejected_credentials',
  Forbidden: 'engine_forbidden',
  PaymentRequired: 'engine_forbidden',
  QuotaExceeded: 'engine_forbidden',
  ResourceNotFound: 'engine_not_found',
  ResourceGone: 'engine_not_found',
  RelationConflict: 'engine_conflict',
  ReferenceConstraint: 'engine_conflict',
  ResourceLockedConflict: 'engine_conflict',
  AlreadyExists: 'engine_conflict',
  BreakingChanges: 'engine_conflict',
  RateLimited: 'engine_rate_limited',
  LimitExceeded: 'engine_invalid',
  PayloadTooLarge: 'engine_invalid',
  InvalidPayload: 'engine_invalid',
  InvalidQuery: 'engine_invalid',
  InvalidIdentifier: 'engine_invalid',
  InvalidDataFormat: 'engine_invalid',
  InvalidJsonSchema: 'engine_invalid',
  ReferenceNotFound: 'engine_invalid',
  UnsupportedMediaType: 'engine_invalid',
  MethodNotFound: 'engine_unsupported',
};
/** Types that say nothing about what was done. */
const BROKEN: ReadonlySet<string> = new Set(['Internal', 'Unknown', 'Runtime', 'OperationTimeout']);
const BY_STATUS: Readonly<Record<number, Code>> = {
  401: 'engine_rejected_credentials',
  402: 'engine_forbidden',
  403: 'engine_forbidden',
  404: 'engine_not_found',
  409: 'engine_conflict',
  410: 'engine_not_found',
  429: 'engine_rate_limited',
};
/** The most rows that we ask for at a time; Botpress names no bound. */
const PAGE_MAX = 100;
const PAGES_MAX = 50;

/** One call of Botpress Cloud, as the company's bot when `botId` says which. @throws AppError engine_… */
export async function ask<T>(ctx: EngineCtx, request: EngineRequest, botId?: string): Promise<T> {
  const { token = '' } = ctx.link.credentials;
  const { workspaceId } = ctx.link.settings;
  const answer = await ctx.http({
    ...request,
    headers: {
      authorization: `Bearer ${token}`,
      'x-workspace-id': String(workspaceId),
      // Integrations by their alias: one may be there twice.
      'x-multiple-integrations': 'true',
      ...(botId !== undefined && { 'x-bot-id': botId }),
    },
  });
  if (answer.status < 300) return answer.json<T>();
  // A redirect is some proxy's.
  if (answer.status < 400)
    throw engineError('engine_unreachable', undefined, { cause: `HTTP ${answer.status}` });
  const { type, message } = answer.json<Failure>();
  const known = typeof type === 'string' ? type : '';
  if (BROKEN.has(known) || answer.status >= 500) {
    const repeatable = request.method === 'GET' || request.harmless === true;
    throw engineError(repeatable ? 'engine_unreachable' : 'engine_outcome_unknown', undefined, {
      cause: known,
    });
  }
  const code = CODES[known] ?? BY_STATUS[answer.status] ?? 'engine_invalid';
  const wait = Number(answer.headers['retry-after']);
  throw engineError(code, code === 'engine_rejected_credentials' ? undefined : message, {
    cause: known,
    ...(code === 'engine_rate_limited' && wait > 0 && { retryAfterSeconds: Math.ceil(wait) }),
  });
}

/** The page that our caller asks for: `nextToken` is opaque, and our cursor as it is. */
export function pageQuery(
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
  more: Readonly<Record<string, string>> = {},
): string {
  return new URLSearchParams({
    ...more,
    pageSize: String(Math.min(limit, PAGE_MAX)),
    ...(cursor !== undefined && { nextToken: cursor }),
  }).toString();
}

/** Every row of a list, page after page. */
export async function askAll<T>(
  ctx: EngineCtx,
  path: string,
  query: Readonly<Record<string, string>>,
  rowsOf: (page: Paged & Record<string, unknown>) => readonly T[],
): Promise<T[]> {
  const rows: T[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES_MAX; page++) {
    const found = await ask<Paged & Record<string, unknown>>(ctx, {
      method: 'GET',
      path: `${path}?${pageQuery({ limit: PAGE_MAX, cursor }, query)}`,
    });
    rows.push(...rowsOf(found));
    cursor = found.meta.nextToken;
    if (!cursor) break;
  }
  return rows;
}
