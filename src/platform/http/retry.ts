import { setTimeout as sleep } from 'node:timers/promises';
import { monotonic, systemClock } from '#platform/clock.ts';
import { HttpError, type HttpRequest, type HttpResponse } from './message.ts';

const DEFAULT_ATTEMPTS = 3;
const MAX_ATTEMPTS = 10;
const DEFAULT_TOTAL_MS = 30_000;
const FIRST_WAIT_MS = 200;
const LONGEST_WAIT_MS = 10_000;
/** A server that asks for more patience than this gets its answer handed to the caller, who may have a queue. */
const LONGEST_RETRY_AFTER_MS = 60_000;
const MS_PER_SECOND = 1_000;

const IDEMPOTENT = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE']);
const BUSY = new Set([429, 502, 503, 504]);
const TOO_MANY_REQUESTS = 429;
/** Codes of a connection that never came to be, so that nothing was sent. */
const UNSENT = new Set([
  'ECONNREFUSED',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ETIMEDOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'EAI_AGAIN',
]);
const BROKEN = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET', 'UND_ERR_CLOSED']);

/** Milliseconds that an answer's Retry-After asks for (seconds or a date); undefined without one. */
export function retryAfterMs({ headers }: Pick<HttpResponse, 'headers'>): number | undefined {
  const value = headers['retry-after']?.trim();
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * MS_PER_SECOND;
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, at - systemClock.now().getTime());
}

/** True when trying again can help and harms nobody. */
function worthRepeating(request: HttpRequest, outcome: HttpResponse | HttpError): boolean {
  const harmless = IDEMPOTENT.has(request.method.toUpperCase()) || request.retry?.repeatable === true;
  if (!(outcome instanceof HttpError)) {
    return harmless ? BUSY.has(outcome.status) : outcome.status === TOO_MANY_REQUESTS;
  }
  const { kind, code = '' } = outcome;
  return UNSENT.has(code) || (harmless && (kind === 'timeout' || BROKEN.has(code)));
}

/**
 * The wait before try `next` (2, 3, …): doubling, its upper half random so that callers who failed together don't
 * come back together; never earlier than the server asks.
 */
export function waitMs(next: number, askedMs: number | undefined, random: number): number {
  const full = Math.min(FIRST_WAIT_MS * 2 ** (next - 2), LONGEST_WAIT_MS);
  const jittered = (full / 2) * (1 + random);
  return askedMs === undefined ? jittered : askedMs + jittered / 2;
}

/** Tries until there is a final answer, or attempts or time are used up; then the last outcome stands. */
export async function withRetries(
  request: HttpRequest,
  tryOnce: (request: HttpRequest) => Promise<HttpResponse>,
): Promise<HttpResponse> {
  if (!request.retry) return tryOnce(request);
  const { attempts = DEFAULT_ATTEMPTS, totalMs = DEFAULT_TOTAL_MS } = request.retry;
  const last = Math.min(attempts, MAX_ATTEMPTS);
  const end = monotonic() + totalMs;
  for (let number = 1; ; number++) {
    const leftMs = Math.max(1, Math.round(end - monotonic()));
    const timeoutMs = Math.min(request.timeoutMs ?? leftMs, leftMs);
    const outcome = await tryOnce({ ...request, timeoutMs }).catch((error: HttpError) => error);
    const asked = outcome instanceof HttpError ? undefined : retryAfterMs(outcome);
    const pause = waitMs(number + 1, asked, Math.random());
    const final =
      number >= last ||
      !worthRepeating(request, outcome) ||
      (asked ?? 0) > LONGEST_RETRY_AFTER_MS ||
      monotonic() + pause >= end;
    if (!final) await sleep(pause, undefined, { signal: request.signal }).catch(() => {});
    if (!final && !request.signal?.aborted) continue;
    if (outcome instanceof Error) throw outcome;
    return outcome;
  }
}
