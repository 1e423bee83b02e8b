import { randomFillSync } from 'node:crypto';
import type { Clock } from '#core/clock.ts';

const POOL_BYTES = 10 * 512;
const pool = Buffer.alloc(POOL_BYTES);
let used = POOL_BYTES;

/** A UUID version 7 (RFC 9562 §5.7): 48 bits of Unix milliseconds, 74 random bits. */
export function uuidV7(milliseconds: number): string {
  if (used === POOL_BYTES) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.toString('hex', used, (used += 10));
  const time = milliseconds.toString(16).padStart(12, '0');
  const variant = '89ab'[Number.parseInt(random[3]!, 16) & 3];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-${variant}${random.slice(4, 7)}-${random.slice(7, 19)}`;
}

/** The one door to time. */
export const systemClock: Clock = {
  now: () => new Date(),
  id: () => uuidV7(Date.now()),
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
