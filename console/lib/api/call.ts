import { createSmarterClient, ifVersion, repeatable, type Problem } from '../../../client/index.ts';
import { currentLanguage } from '#lib/i18n/language.ts';
import { currentCompany } from '#lib/session/company.ts';
import { ApiError, OFFLINE, TIMED_OUT } from './error.ts';
import type { Answer, Input, Method, PathWith } from './types.ts';

const origin = typeof window === 'undefined' ? 'http://localhost' : window.location.origin;
const client = createSmarterClient({ url: origin });
/** A network may be slow; one that says nothing for this long says nothing any more. */
const READ_LIMIT_MS = 30_000;
/** Engines take their time, and parts of files are large. */
const WRITE_LIMIT_MS = 60_000;

interface Anything {
  readonly path?: Record<string, unknown>;
  readonly query?: Record<string, unknown>;
  readonly body?: unknown;
  readonly version?: number | undefined;
}
type Request = (
  method: Method,
  path: string,
  init: object,
) => Promise<{ data?: unknown; error?: unknown; response: Response }>;

const isProblem = (error: unknown): error is Problem =>
  typeof error === 'object' && error !== null && 'code' in error && 'title' in error;

export const headersOf = (company = currentCompany()): Record<string, string> => ({
  'Accept-Language': currentLanguage(),
  ...(company !== undefined && { 'X-Smarteros-Tenant': company }),
});

type Call<M extends Method> = <P extends PathWith<M>>(
  path: P,
  input: Input<P, M>,
  signal?: AbortSignal,
) => Promise<Answer<P, M>>;

interface Way {
  /** Its slug; the tab's company at the time of the call otherwise. */
  readonly company?: string | undefined;
  /** The same key never does it twice. */
  readonly key?: string | undefined;
}

/** For hooks that are generic themselves. @throws ApiError */
export function callOf<M extends Method>(method: M, way: Way = {}): Call<M> {
  const any = (path: string, input: Anything, signal?: AbortSignal): Promise<unknown> =>
    rawCall(method, path, input, signal, way);
  return any as unknown as Call<M>;
}

/**
 * Calls of the API in the name of the person and the chosen company: `api.post('/auth/logout', {})`. Pages use `useApi` and
 * `useApiMutation`. They throw ApiErrors.
 */
export const api = { get: callOf('get'), post: callOf('post') } as const;

/** For what takes several calls: all of them in the company that is chosen now, wherever the person goes meanwhile. */
export function apiHere(): typeof api {
  const way = { company: currentCompany() };
  return { get: callOf('get', way), post: callOf('post', way) };
}

/** The types above are the contract; in here the client's own can't be told apart generically. */
async function rawCall(
  method: Method,
  path: string,
  input: Anything,
  signal: AbortSignal | undefined,
  { company, key }: Way,
): Promise<unknown> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(), method === 'get' ? READ_LIMIT_MS : WRITE_LIMIT_MS);
  const request = client.request as unknown as Request;
  const init = {
    params: { ...(input.path && { path: input.path }), ...(input.query && { query: input.query }) },
    headers: {
      ...headersOf(company),
      ...(input.version !== undefined && ifVersion(input.version)),
      ...(key !== undefined && repeatable(key)),
    },
    ...(input.body !== undefined && { body: input.body }),
    signal: signal ? AbortSignal.any([signal, limit.signal]) : limit.signal,
  };
  const { data, error, response } = await request(method, path, init)
    .catch((reason: unknown) => {
      if (signal?.aborted) throw reason;
      throw new ApiError(undefined, undefined, limit.signal.aborted ? TIMED_OUT : OFFLINE);
    })
    .finally(() => clearTimeout(timer));
  if (!response.ok) throw new ApiError(response, isProblem(error) ? error : undefined);
  return data;
}
