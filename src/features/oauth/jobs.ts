import { defineJob, type JobDefinition } from '#core/job.ts';
import { anyRecordsBefore, dropRecordsBefore } from './store.ts';

const dropExpired = defineJob({
  name: 'oauth.clean',
  summary: 'Drop codes, tokens and requests of agents that have expired.',
  realm: 'identity',
  every: '41 * * * *',
  run: async (ctx) => {
    const now = ctx.clock.now();
    // Asked first: a write would leave an audit row every hour where there is nothing to drop.
    const [[old]] = await ctx.db.batch([anyRecordsBefore(now)]);
    if (old) await ctx.db.batch([dropRecordsBefore(now)], null);
  },
});

export const oauthJobs: readonly JobDefinition[] = [dropExpired];
