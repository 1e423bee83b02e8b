import { defineJob, type JobDefinition } from '#core/job.ts';
import type { PersonalData } from '#core/personal-data.ts';
import { expire } from './expire.ts';

export const retentionJobs = (declared: readonly PersonalData[]): readonly JobDefinition[] => [
  defineJob({
    name: 'retention.apply',
    summary: 'Delete personal data whose time is over, but for what a legal hold covers.',
    every: '13 5 * * *',
    run: async (ctx) => {
      const gone = await expire(
        ctx,
        declared.filter(({ about }) => about !== 'people'),
        true,
      );
      for (const { class: name, rows, held } of gone)
        if (rows + held > 0) ctx.log.info({ class: name, rows, held }, 'retention applied');
    },
  }),
];
