/** Failures in a row that open it. */
const FAILURES = 5;
const FIRST_REST_MS = 5_000;
const LONGEST_REST_MS = 60_000;

/** Keeps callers of an instance that doesn't answer from waiting for it in vain, one by one. */
export interface Breaker {
  /** Milliseconds until it is worth asking again; 0: now. Where it was open, the first to ask goes ahead alone. */
  restMs(now: number): number;
  /** A try ended; `failed`: no answer at all, or one of a broken machine. */
  ended(failed: boolean, now: number): void;
}

/**
 * Closed until five tries in a row failed; then open for 5 s. After that one try goes ahead: its success closes it, its
 * failure opens it for twice as long, up to a minute. Times are milliseconds of whatever clock the caller has.
 */
export function createBreaker(): Breaker {
  let failures = 0;
  let restMs = FIRST_REST_MS;
  let openUntil: number | undefined;
  return {
    restMs(now) {
      if (openUntil === undefined) return 0;
      if (now < openUntil) return openUntil - now;
      // The others wait for the one that looks.
      openUntil = now + restMs;
      return 0;
    },
    ended(failed, now) {
      if (!failed) {
        failures = 0;
        restMs = FIRST_REST_MS;
        openUntil = undefined;
        return;
      }
      failures += 1;
      if (openUntil !== undefined) restMs = Math.min(restMs * 2, LONGEST_REST_MS);
      else if (failures < FAILURES) return;
      openUntil = now + restMs;
    },
  };
}
