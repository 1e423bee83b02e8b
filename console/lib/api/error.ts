import type { Problem } from '../../../client/index.ts';

/** Ours, beside the codes of the API: nothing came back at all. */
export const OFFLINE = 'offline';

/** Why a call failed. `code` is the API's, or OFFLINE; the words are for people, in their language. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly code: string;
  readonly requestId: string | undefined;
  readonly problem: Problem | undefined;
  readonly retryAfterSeconds: number | undefined;

  constructor(response: Response | undefined, problem: Problem | undefined) {
    super(problem?.detail ?? problem?.title ?? '');
    this.status = response?.status ?? 0;
    this.code = problem?.code ?? (response ? 'internal' : OFFLINE);
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
