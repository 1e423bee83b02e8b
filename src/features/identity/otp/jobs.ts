import { defineJob } from '#core/job.ts';
import { hoursBefore } from './pace.ts';
import { anyLeftovers, dropLeftovers } from './store.ts';

/** Longer than anything is counted. */
const KEPT_HOURS = 48;

export const cleanCodes = defineJob({
  name: 'identity.clean_codes',
  summary: 'Drop one-time codes and counts that are older than two days.',
  realm: 'identity',
  every: '47 * * * *',
  run: async (ctx) => {
    const before = hoursBefore(ctx.clock.now(), KEPT_HOURS);
    // Asked first: a write would leave an audit row every hour where there is nothing to drop.
    const [[left]] = await ctx.db.batch([anyLeftovers(before)]);
    if (left?.any) await ctx.db.batch(dropLeftovers(before), null);
  },
});
