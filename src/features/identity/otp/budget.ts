/**
 * How often codes may be guessed and sent. The chance that anybody's account is taken over by guessing, per day and for
 * the whole platform, follows from these figures (test/otp/budget.test.ts holds it below 10⁻³).
 */

/**
 * Wrong guesses on the whole platform in 24 h, by the length of the code. Once a length's are spent, codes of that length
 * are neither made nor accepted, and sending the next length takes a proof of work. The last length has no end, so that
 * nobody can lock everybody out.
 */
export const TIERS = [
  { digits: 6, failures: 500 },
  { digits: 8, failures: 40_000 },
  { digits: 10, failures: Infinity },
] as const;

/** Wrong guesses at one number since its last right code (NIST SP 800-63B-4 allows 100), for each of TIERS. */
export const NUMBER_FAILURES = [100, 1000, Infinity] as const;

/** Of one number, whoever asks. */
export const NUMBER_SENDS = { hour: 5, day: 10 } as const;

/** Codes an hour: beyond `free` each takes a proof of work, beyond `most` there are none. */
interface Pace {
  readonly free: number;
  readonly most: number;
}
/** An office, or a village behind one address of its provider. */
export const NETWORK_SENDS: Pace = { free: 30, most: 120 };
/** All numbers that differ in the last four digits only: who earns by the messages owns whole ranges. */
export const RANGE_SENDS: Pace = { free: 20, most: 100 };
export const RANGE_DIGITS = 4;

/** Wrong guesses an hour from one network, at whatever numbers. */
export const NETWORK_FAILURES = 100;

/** Where so many codes of a country were sent today and fewer than this part came back, each takes a proof of work. */
export const BREAKER = { sent: 50, verified: 0.2 } as const;

/** Of the platform's codes a day; from then on each takes a proof of work. */
export const FREE_PART_OF_DAY = 0.5;

/** Codes a day that one company's acts may cause. */
export const TENANT_SENDS_PER_DAY = 200;

/** The shortest code that may still be guessed at; an index of TIERS. */
export function tierOf(platform: readonly number[], number: number): number {
  const open = (i: number): boolean =>
    (platform[i] ?? 0) < TIERS[i]!.failures && number < NUMBER_FAILURES[i]!;
  return TIERS.findIndex((_, i) => open(i));
}
