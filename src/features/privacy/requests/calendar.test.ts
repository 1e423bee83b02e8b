import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import holidays from '#test/fixtures/holidays-cl-2026.json' with { type: 'json' };
import { afterBusinessDays, afterCalendarDays, dayOf, isBusinessDay } from './calendar.ts';

describe('terms of the law', () => {
  it('know the holidays of 2026 as they were published', () => {
    const published = new Set(holidays.national.map(({ date }) => date));
    for (let at = Date.parse('2026-01-01'); at < Date.parse('2027-01-01'); at += 86_400_000) {
      const day = new Date(at).toISOString().slice(0, 10);
      const weekend = [0, 6].includes(new Date(at).getUTCDay());
      assert.equal(isBusinessDay(day), !weekend && !published.has(day), day);
    }
  });

  for (const [from, days, end] of [
    // A Thursday before Good Friday: Monday and Tuesday.
    ['2026-04-02T12:00:00Z', 2, '2026-04-08T03:59:59Z'],
    // A Wednesday before the Fiestas Patrias.
    ['2026-09-16T15:00:00Z', 2, '2026-09-22T02:59:59Z'],
    // Friday night in Chile is Saturday in UTC.
    ['2026-11-28T01:00:00Z', 2, '2026-12-02T02:59:59Z'],
    ['2027-09-16T15:00:00Z', 1, '2027-09-21T02:59:59Z'],
    ['2028-10-26T15:00:00Z', 1, '2028-10-31T02:59:59Z'],
  ] as const)
    it(`${days} business days after ${from}`, () => {
      assert.equal(afterBusinessDays(new Date(from), days).toISOString(), new Date(end).toISOString());
    });

  for (const [from, days, end] of [
    ['2026-12-01T12:00:00Z', 30, '2027-01-01T02:59:59Z'],
    // Into winter time, and out of it.
    ['2026-03-10T12:00:00Z', 30, '2026-04-10T03:59:59Z'],
    ['2026-08-20T12:00:00Z', 30, '2026-09-20T02:59:59Z'],
    // The night in which clocks go back: the later of its two 23:59:59.
    ['2026-03-05T12:00:00Z', 30, '2026-04-05T03:59:59Z'],
  ] as const)
    it(`${days} calendar days after ${from}`, () => {
      const due = afterCalendarDays(new Date(from), days);
      assert.equal(due.toISOString(), new Date(end).toISOString());
      assert.notEqual(dayOf(due), dayOf(new Date(due.getTime() + 1_000)));
    });
});
