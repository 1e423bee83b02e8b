import { defineJob, type JobDefinition } from '#core/job.ts';
import { dropKeysBefore } from '#platform/db/records.ts';
import { KEPT_MS } from './idempotency.ts';

const forgetAnswers = defineJob({
  name: 'idempotency.forget',
  summary: 'Drop answers that were kept for repeats for 24 hours.',
  every: '17 * * * *',
  run: async (ctx) => {
    await ctx.db.batch([dropKeysBefore(new Date(ctx.clock.now().getTime() - KEPT_MS))]);
  },
});

export const housekeepingJobs: readonly JobDefinition[] = [forgetAnswers];
