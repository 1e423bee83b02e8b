import { engineError } from '#core/engine-errors.ts';
import type { EngineCtx, EngineRequest } from '#core/engine.ts';

/** What every failure of the public API looks like. */
interface Failure {
  readonly message?: unknown;
}

/** A page of any of its lists. */
export interface N8nPage<T> {
  readonly data: readonly T[];
  readonly nextCursor?: string | null;
}

/** The starter's own header; see templates/. */
export const TOKEN_HEADER = 'x-smarteros-token';
/** The most rows that a page may have. */
const PAGE_MAX = 250;
const NO_CONTENT = 204;
export const STARTING = /^n8n is starting up/;

/** One call of the public API (`/api/v1`). @throws AppError engine_… */
export async function ask<T>(ctx: EngineCtx, request: EngineRequest): Promise<T> {
  const answer = await ctx.http({
    ...request,
    path: `/api/v1${request.path}`,
    headers: { 'x-n8n-api-key': ctx.link.credentials['apiKey'] ?? '' },
  });
  // With 200, to whatever it was asked, until all of it is there.
  if (STARTING.test(answer.text)) throw engineError('engine_unreachable');
  if (answer.status === NO_CONTENT) return undefined as T;
  if (answer.status < 300) return answer.json<T>();
  const { message } = answer.json<Failure>();
  switch (answer.status) {
    case 401:
      throw engineError('engine_rejected_credentials');
    case 403:
      throw engineError(
        typeof message === 'string' && message.startsWith('Your license')
          ? 'engine_unsupported'
          : 'engine_forbidden',
        message,
      );
    case 404:
      throw engineError('engine_not_found');
    case 409:
      throw engineError('engine_conflict', message);
    case 429:
      throw engineError('engine_rate_limited', message);
    default:
      if (answer.status < 500) throw engineError('engine_invalid', message);
      throw engineError(request.method === 'GET' ? 'engine_unreachable' : 'engine_outcome_unknown');
  }
}

/** `?a=1&b=2` of what is defined. */
export function queryOf(values: Readonly<Record<string, string | number | boolean | undefined>>): string {
  const given = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) if (value !== undefined) given.set(name, String(value));
  const text = given.toString();
  return text === '' ? '' : `?${text}`;
}

/** All rows of a list, page after page; at most `pages` of them. */
export async function askAll<T>(ctx: EngineCtx, path: string, pages = 20): Promise<T[]> {
  const rows: T[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < pages; page++) {
    const join = path.includes('?') ? '&' : '?';
    const next = cursor === undefined ? '' : `&cursor=${encodeURIComponent(cursor)}`;
    const { data, nextCursor } = await ask<N8nPage<T>>(ctx, {
      method: 'GET',
      path: `${path}${join}limit=${PAGE_MAX}${next}`,
    });
    rows.push(...data);
    if (!nextCursor) return rows;
    cursor = nextCursor;
  }
  return rows;
}
