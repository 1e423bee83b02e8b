import type { Statement } from '#core/db.ts';
import { TIERS } from './budget.ts';
import { COUNTERS, failedNames } from './pace.ts';
import { slotsAt } from './slots.ts';
import { figures } from './store.ts';

export interface CodeFigures {
  readonly sent: number;
  readonly verified: number;
  readonly failed: number;
  /** Wrong guesses at the shortest codes as a part of those that a day allows. */
  readonly budget: number;
}

/** One-time codes of at least the last 24 hours, for metrics. Over role identity. */
export const codeFigures = (now: Date): Statement<CodeFigures> =>
  figures({
    sent: COUNTERS.sent,
    // Counted by country.
    verified: COUNTERS.verifiedIn(''),
    failed: failedNames,
    shortest: COUNTERS.failed(TIERS[0].digits),
    allowed: TIERS[0].failures,
    since: slotsAt(now).since,
  });
