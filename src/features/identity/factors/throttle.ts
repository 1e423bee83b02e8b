import { createHmac } from 'node:crypto';
import type { Statement, Tx } from '#core/db.ts';
import { AppError } from '#core/errors.ts';
import { countFailure, forgetFailures, lockThrottle, peekThrottles } from './store.ts';

/** Waits double from the first to the last, and always end: nobody can lock somebody else out for good. */
const FIRST_WAIT_SECONDS = 30;
const LAST_WAIT_SECONDS = 3600;

/** What is guarded against guessing. */
export interface Guard {
  readonly name: string;
  /** Wrong guesses before the first wait. */
  readonly free: number;
  /** A right guess doesn't wipe it clean: a network's, where the guesser may have an account of their own. */
  readonly keeps?: true;
}

/** `about`: whom it guards. Stored as a keyed hash, as it may be a name that exists nowhere else. */
export const guard = (key: Buffer, what: string, about: string, free: number, keeps?: true): Guard => ({
  name: `${what} ${createHmac('sha256', key).update(`${what}\0${about}`).digest('base64url')}`,
  free,
  ...(keeps && { keeps }),
});

const waitSeconds = (failures: number, free: number): number =>
  failures < free ? 0 : Math.min(FIRST_WAIT_SECONDS * 2 ** (failures - free), LAST_WAIT_SECONDS);

function refuseUntil(freeAt: readonly string[], now: Date): void {
  const wait = Math.max(0, ...freeAt.map((at) => Date.parse(at) - now.getTime()));
  if (wait <= 0) return;
  const seconds = Math.ceil(wait / 1000);
  throw new AppError('rate_limited', {
    detail: {
      en: `Too many wrong tries. Try again in ${seconds} s.`,
      es: `Demasiados intentos fallidos. Intente de nuevo en ${seconds} s.`,
    },
    retryAfterSeconds: seconds,
  });
}

/** For a look before something costly. @throws AppError rate_limited */
export const peekGuards = (guards: readonly Guard[]): Statement<{ free_at: string }> =>
  peekThrottles(guards.map(({ name }) => name));
export const refuseWaiting = (rows: readonly { free_at: string }[], now: Date): void =>
  refuseUntil(
    rows.map(({ free_at: at }) => at),
    now,
  );

/**
 * Holds the guards until the transaction ends, so that parallel guesses come one after the other.
 * @returns what to do once the guess was looked at
 * @throws AppError rate_limited while somebody has to wait; the guess must not be looked at
 */
export async function watch(
  tx: Tx,
  guards: readonly Guard[],
  now: Date,
): Promise<{ failed(): Promise<void>; passed(): Promise<void> }> {
  // In the same order everywhere, or two guesses could wait for each other.
  const ordered = guards.toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const states: { guard: Guard; failures: number; freeAt: string }[] = [];
  for (const one of ordered) {
    const [state] = await tx.run(lockThrottle(one.name, now));
    states.push({ guard: one, failures: state!.failures, freeAt: state!.free_at });
  }
  refuseUntil(
    states.map(({ freeAt }) => freeAt),
    now,
  );
  return {
    async failed() {
      for (const { guard: one, failures } of states) {
        const wait = waitSeconds(failures + 1, one.free);
        await tx.run(countFailure(one.name, failures + 1, now, new Date(now.getTime() + wait * 1000)));
      }
    },
    async passed() {
      const forgotten = states.filter(({ guard: one }) => !one.keeps).map(({ guard: one }) => one.name);
      if (forgotten.length > 0) await tx.run(forgetFailures(forgotten));
    },
  };
}
