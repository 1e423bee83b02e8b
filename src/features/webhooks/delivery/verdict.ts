import type { HttpFailure, Posted } from '#platform/http.ts';
import { retryAfterMs } from '#platform/http.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Waits after the first, second … failed attempt: 8 attempts in 27 h 35 min. */
const WAITS_MS = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 10 * HOUR];
/** A tenth more at the most, so that those who failed together don't come back together. */
const JITTER = 0.1;
/** How long an endpoint is left alone that says it is busy, unless it says for how long. */
const BUSY_PAUSE_MS = 30 * SECOND;
const LONGEST_PAUSE_MS = HOUR;
const BUSY: ReadonlySet<number> = new Set([429, 502, 503, 504]);
const GONE = 410;
/** A longer Retry-After waits no longer than the longest wait of our own. */
const LONGEST_RETRY_MS = 10 * HOUR;
/** How long an endpoint may fail without one success. */
export const FAILING_MS = 5 * 24 * HOUR;

const HEADERS_KEPT = 20;
const HEADER_CHARS = 200;
/** Whatever may prove who somebody is. */
const SECRET_HEADER = /auth|cookie|token|secret|key|session|signature|password/i;
/** What a receiver may echo, or hand out, in its answer. */
const SECRET_TEXT = /whsec_[\w+/=-]+|v1,[\w+/=]{20,}|(?<=\b(?:bearer|basic) )\S+|\bsmk_[\w-]+/gi;

/** One attempt, as the log keeps it. */
export interface Attempt {
  /** ISO time. */
  readonly at: string;
  /** Milliseconds until the answer was read. */
  readonly ms: number;
  readonly status?: number;
  readonly error?: HttpFailure;
  readonly headers?: Readonly<Record<string, string>>;
  readonly answer?: string;
}

export interface Verdict {
  readonly status: 'waiting' | 'delivered' | 'failed';
  /** When the next attempt is; null when there is none. */
  readonly dueAt: Date | null;
  /** Until when nothing else goes to this endpoint. */
  readonly pausedUntil: Date | null;
  /** It will never want anything again. */
  readonly gone: boolean;
}

/** What follows from attempt number `tries` (from 1). `random` is from 0 to 1. */
export function judge(outcome: Posted | HttpFailure, tries: number, now: Date, random: number): Verdict {
  const after = (ms: number): Date => new Date(now.getTime() + Math.round(ms));
  const status = typeof outcome === 'string' ? 0 : outcome.status;
  if (status >= 200 && status < 300)
    return { status: 'delivered', dueAt: null, pausedUntil: null, gone: false };
  const wait = WAITS_MS[tries - 1];
  const asked = typeof outcome === 'string' || !BUSY.has(status) ? 0 : (retryAfterMs(outcome) ?? 0);
  const pause = BUSY.has(status) ? Math.min(asked || BUSY_PAUSE_MS, LONGEST_PAUSE_MS) : 0;
  const waitMs =
    wait === undefined ? 0 : Math.max(wait * (1 + JITTER * random), Math.min(asked, LONGEST_RETRY_MS));
  return {
    status: wait === undefined ? 'failed' : 'waiting',
    dueAt: wait === undefined ? null : after(waitMs),
    pausedUntil: pause > 0 ? after(pause) : null,
    gone: status === GONE,
  };
}

/** What the log keeps of an attempt: nothing by which somebody could pass for somebody else. */
export function toAttempt(outcome: Posted | HttpFailure, at: Date, ms: number): Attempt {
  const base = { at: at.toISOString(), ms: Math.round(ms) };
  if (typeof outcome === 'string') return { ...base, error: outcome };
  const kept = Object.entries(outcome.headers)
    .filter(([name]) => !SECRET_HEADER.test(name))
    .slice(0, HEADERS_KEPT);
  return {
    ...base,
    status: outcome.status,
    headers: Object.fromEntries(
      kept.map(([name, value]) => [clean(name), clean(value.slice(0, HEADER_CHARS))]),
    ),
    answer: clean(outcome.head),
  };
}

/** Storable by PostgreSQL (no NUL, no half characters), and without secrets. */
const clean = (text: string): string =>
  text.replaceAll('\0', '').toWellFormed().replace(SECRET_TEXT, '[redacted]');
