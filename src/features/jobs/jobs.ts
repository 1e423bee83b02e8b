import { defineJob, type JobDefinition } from '#core/job.ts';
import { dropJobs } from './store.ts';

/** How long a job that was given up can be looked into and tried again. */
const KEPT_MS = 30 * 86_400_000;
/** Per transaction. */
const SLICE_ROWS = 5_000;

export const jobJobs: readonly JobDefinition[] = [
  defineJob({
    name: 'jobs.clean',
    summary: 'Drop jobs that were given up more than 30 days ago.',
    realm: 'operator',
    every: '29 4 * * *',
    run: async (ctx) => {
      const before = new Date(ctx.clock.now().getTime() - KEPT_MS);
      for (let gone = SLICE_ROWS; gone === SLICE_ROWS;) {
        ctx.signal.throwIfAborted();
        gone = await ctx.db.tx(async (tx) => (await tx.run(dropJobs(before, SLICE_ROWS)))[0]!.gone);
      }
    },
  }),
];
