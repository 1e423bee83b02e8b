import { defineJob, type JobDefinition } from '#core/job.ts';
import { anyKeysBefore } from '#platform/db/housekeeping.ts';
import { dropKeysBefore } from '#platform/db/records.ts';
import { KEPT_MS } from './idempotency.ts';

const dropOldAnswers = defineJob({
  name: 'idempotency.clean',
  summary: 'Drop stored answers that are older than 24 hours.',
  every: '17 * * * *',
  run: async (ctx) => {
    const oldest = new Date(ctx.clock.now().getTime() - KEPT_MS);
    // Asked first: a write would leave an audit row every hour where there is nothing to drop.
    const [[old]] = await ctx.db.batch([anyKeysBefore(oldest)]);
    if (old?.any) await ctx.db.batch([dropKeysBefore(oldest)], null);
  },
});

/** What the kernel keeps in order itself, in every tenant. */
export const housekeepingJobs: readonly JobDefinition[] = [dropOldAnswers];
