import type { Problem } from '../../../client/index.ts';

/** Ours, beside the codes of the API: nothing came back at all. */
export const OFFLINE = 'offline';
/** Ours as well: nothing came back in time. Whether it was done isn't known. */
export const TIMED_OUT = 'timed_out';

/** Why a call failed. `code` is the API's, OFFLINE or TIMED_OUT; the words are for people, in their language. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: string;
  readonly requestId: string | undefined;
  readonly problem: Problem | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(response: Response | undefined, problem: Problem | undefined, code = OFFLINE) {
    super(problem?.detail ?? problem?.title ?? '');
    this.status = response?.status ?? 0;
    this.code = problem?.code ?? (response ? 'internal' : code);
    this.problem = problem;
    this.requestId = problem?.requestId ?? response?.headers.get('x-request-id') ?? undefined;
    const wait = Number(response?.headers.get('retry-after'));
    this.retryAfterSeconds = wait > 0 ? wait : undefined;
  }

  /** By field, what was expected there. */
  get fields(): Readonly<Record<string, string>> {
    return Object.fromEntries((this.problem?.errors ?? []).map(({ field, message }) => [field, message]));
  }
}

export const hasCode = (error: unknown, code: string): error is ApiError =>
  error instanceof ApiError && error.code === code;

/** Nobody knows whether it was done. */
export const isUnanswered = (error: unknown): boolean => hasCode(error, OFFLINE) || hasCode(error, TIMED_OUT);
