import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseCronItem } from 'graphile-worker';
import { nextTurn } from './cron.ts';

const field = (min: number, max: number) =>
  fc.oneof(
    fc.constant('*'),
    fc.integer({ min: 1, max: 7 }).map((step) => `*/${step}`),
    fc
      .uniqueArray(fc.integer({ min, max }), { minLength: 1, maxLength: 3 })
      .map((values) => values.toSorted((a, b) => a - b).join(',')),
    fc
      .tuple(fc.integer({ min, max: max - 1 }), fc.integer({ min: 1, max: 9 }))
      .map(([from, more]) => `${from}-${Math.min(max, from + more)}`),
  );

const MINUTE_MS = 60_000;
/** Turns further away are left to the literal cases: the queue's matcher is asked minute by minute. */
const LOOK_MINUTES = 3 * 1440;

describe('the next turn of a schedule', () => {
  it('is the first minute that the queue itself would take', () => {
    const expression = fc
      .tuple(field(0, 59), field(0, 23), field(1, 31), field(1, 12), field(0, 7))
      .map((fields) => fields.join(' '));
    const start = fc.integer({ min: 0, max: 5 * 365 * 1440 }).map((n) => 1_767_225_600_000 + n * MINUTE_MS);
    fc.assert(
      fc.property(expression, start, fc.integer({ min: 0, max: 59_999 }), (every, from, extra) => {
        const { match } = parseCronItem({ task: 'x', match: every, identifier: 'x' });
        const found = nextTurn(every, new Date(from + extra));
        for (let n = 1; n <= LOOK_MINUTES; n++) {
          const at = new Date(from + n * MINUTE_MS);
          const digest = {
            min: at.getUTCMinutes(),
            hour: at.getUTCHours(),
            date: at.getUTCDate(),
            month: at.getUTCMonth() + 1,
            dow: at.getUTCDay(),
          };
          if (match(digest)) return assert.equal(found?.toISOString(), at.toISOString());
        }
        return assert.ok(found === null || found.getTime() > from + LOOK_MINUTES * MINUTE_MS);
      }),
      { numRuns: 150 },
    );
  });

  for (const [every, after, expected] of [
    ['17 * * * *', '2026-03-02T12:17:00.000Z', '2026-03-02T13:17:00.000Z'],
    ['0 0 29 2 *', '2096-02-29T00:00:00.000Z', '2104-02-29T00:00:00.000Z'],
    ['0 0 30 2 *', '2026-03-02T12:00:00.000Z', undefined],
    ['0 4 13 * 5', '2026-03-02T12:00:00.000Z', '2026-03-06T04:00:00.000Z'],
    ['59 23 31 12 *', '2026-12-31T23:59:00.000Z', '2027-12-31T23:59:00.000Z'],
  ] as const)
    it(`of ${every} after ${after}`, () =>
      assert.equal(nextTurn(every, new Date(after))?.toISOString(), expected));
});
