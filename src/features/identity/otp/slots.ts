const HOUR_MS = 3_600_000;
/** The hour that runs, whole, and 24 before it: never less than the last 24 hours. */
const DAY_SLOTS = 24;

/** Counters stand in hours: which one runs, since when a day counts, and when the next begins. */
export function slotsAt(now: Date): { slot: Date; since: Date; secondsLeft: number } {
  const slot = Math.floor(now.getTime() / HOUR_MS) * HOUR_MS;
  return {
    slot: new Date(slot),
    since: new Date(slot - DAY_SLOTS * HOUR_MS),
    secondsLeft: Math.ceil((slot + HOUR_MS - now.getTime()) / 1000),
  };
}
