/**
 * The typed client of the SmarterOS API, for programs outside (the console is one). Calls are openapi-fetch's:
 * `client.GET('/contacts', { params: { query: { limit: 5 } } })` answers `{ data }` or `{ error }` with the response.
 */
import createClient, { type Client } from 'openapi-fetch';
import type { components, paths } from './schema.gen.ts';

export type { components, operations, paths } from './schema.gen.ts';
export type Problem = components['schemas']['Problem'];
export type SmarterClient = Client<paths>;

export interface ClientOptions {
  /** Where the API stands, e.g. `https://api.example.com`. */
  readonly url: string;
  /** An API key; without one only what is open to everybody answers. */
  readonly key?: string;
  readonly fetch?: typeof globalThis.fetch;
}

export function createSmarterClient({ url, key, fetch }: ClientOptions): SmarterClient {
  return createClient<paths>({
    baseUrl: url,
    ...(key !== undefined && { headers: { Authorization: `Bearer ${key}` } }),
    ...(fetch && { fetch }),
  });
}

/** Header parameter of a write that may be repeated: the same key never does it twice. */
export const repeatable = (key: string = crypto.randomUUID()): { 'Idempotency-Key': string } => ({
  'Idempotency-Key': key,
});

/** Header parameter of a write that checks everything and keeps nothing. */
export const dryRun: { readonly Prefer: string } = { Prefer: 'dry-run' };

/** Header parameter of a change that is refused when the row isn't at this version any more. */
export const ifVersion = (version: number): { 'If-Match': string } => ({ 'If-Match': `"${version}"` });

/** A refusal. `problem` is missing when something between us and the API answered, e.g. a proxy. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly status: number;
  readonly problem: Problem | undefined;

  constructor(status: number, problem: Problem | undefined) {
    super(problem ? (problem.detail ?? problem.title) : `HTTP ${status}`);
    this.status = status;
    this.problem = problem;
  }
}

const isProblem = (error: unknown): error is Problem =>
  typeof error === 'object' && error !== null && 'code' in error && 'title' in error;

/** The data of a call, for those who prefer exceptions: `await orThrow(client.GET('/contacts'))`. @throws ProblemError */
export async function orThrow<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok || data === undefined) {
    throw new ProblemError(response.status, isProblem(error) ? error : undefined);
  }
  return data;
}
