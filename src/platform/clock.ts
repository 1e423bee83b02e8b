import { randomFillSync } from 'node:crypto';
import type { Clock } from '#core/clock.ts';

/** Two for seed and variant, eight for the rest. */
const ID_BYTES = 10;
const POOL_BYTES = ID_BYTES * 512;
const pool = Buffer.alloc(POOL_BYTES);
let used = POOL_BYTES;

const MAX_COUNT = 0xfff;
/** Of a millisecond's counter: its first bit is left for counting. */
const SEED_BITS = 0x7ff;
/** A clock that is set back by less goes on counting in the millisecond it had reached. */
const MAX_SET_BACK_MS = 10_000;

/**
 * A maker of UUIDs version 7 (RFC 9562 §5.7) that ascend in the order they are made: 48 bits of Unix milliseconds, a counter
 * of 12 bits that begins anew somewhere each millisecond (§6.2, method 1), 62 random bits.
 */
export function ascendingIds(): (milliseconds: number) => string {
  let last = Number.NEGATIVE_INFINITY;
  let count = 0;
  let begin = '';
  const start = (milliseconds: number, seed: number): void => {
    last = milliseconds;
    count = seed;
    const time = milliseconds.toString(16).padStart(12, '0');
    begin = `${time.slice(0, 8)}-${time.slice(8)}-7`;
  };
  return (milliseconds) => {
    if (used === POOL_BYTES) {
      randomFillSync(pool);
      used = 0;
    }
    const bits = pool.readUInt16LE(used);
    const random = pool.toString('hex', used + 2, (used += ID_BYTES));
    if (milliseconds > last || milliseconds < last - MAX_SET_BACK_MS) start(milliseconds, bits & SEED_BITS);
    else if (count === MAX_COUNT) start(last + 1, 0);
    else count += 1;
    const counted = count.toString(16).padStart(3, '0');
    return `${begin}${counted}-${'89ab'[bits >> 14]}${random.slice(0, 3)}-${random.slice(3, 15)}`;
  };
}

const systemId = ascendingIds();
/** The one door to time. */
export const systemClock: Clock = {
  now: () => new Date(),
  id: () => systemId(Date.now()),
};

let writtenAt = 0;
let written = '';

/** Now, as ISO 8601. Written once a millisecond: a busy log asks for the same one forty times. */
export function isoNow(): string {
  const now = Date.now();
  if (now !== writtenAt) {
    writtenAt = now;
    written = new Date(now).toISOString();
  }
  return written;
}

/** Milliseconds of a monotonic clock, for durations only. */
export const monotonic = (): number => performance.now();
