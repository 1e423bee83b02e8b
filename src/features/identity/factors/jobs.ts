import { defineJob } from '#core/job.ts';
import { dropStale } from './store.ts';

const DAY_MS = 24 * 3_600_000;

/** What expired unused: challenges, tickets, journeys to other issuers, wrong guesses of yesterday. */
export const forgetProofs = defineJob({
  name: 'identity.forget_proofs',
  summary: 'Forget proofs that nobody finished, and wrong guesses of more than a day ago.',
  realm: 'identity',
  every: '37 * * * *',
  run: async (ctx) => {
    const now = ctx.clock.now();
    await ctx.db.batch(dropStale(now, new Date(now.getTime() - DAY_MS)), null);
  },
});
