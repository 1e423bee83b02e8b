import { defineJob, type JobDefinition } from '#core/job.ts';
import type { Checkpoints } from '#platform/tokens/checkpoints.ts';
import { checkpointNow } from './checkpoints.ts';
import { findHead, lastCheckpoint } from './store.ts';

/** The row that the last checkpoint itself left behind is no reason for another one. */
const OWN_ROWS = 1;

export const auditJobs = ({
  checkpoints,
}: {
  readonly checkpoints: Checkpoints;
}): readonly JobDefinition[] => [
  defineJob({
    name: 'audit.checkpoint',
    summary: 'Sign how far the audit of each company has come since yesterday.',
    every: '41 5 * * *',
    run: async (ctx) => {
      const [[head], [last]] = await ctx.db.batch([findHead, lastCheckpoint]);
      if (head && head.number > (last?.number ?? 0) + OWN_ROWS) await checkpointNow(ctx, checkpoints);
    },
  }),
];
