const FIRST_MS = 5_000;
const LONGEST_MS = 15 * 60_000;
/** How often what is there is looked at again, for changes from outside. */
const DRIFT_MS = 5 * 60_000;

/** Milliseconds until the next try after `failures` in a row: doubling, its upper half random. */
export function retryMs(failures: number, random: number): number {
  const full = Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS);
  return (full / 2) * (1 + random);
}

/** Milliseconds until the next look; spread out, so that what began together doesn't stay together. */
export const driftMs = (random: number): number => DRIFT_MS * (0.75 + random / 2);
