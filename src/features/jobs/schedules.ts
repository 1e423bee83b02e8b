import { z } from 'zod';
import { EXAMPLE } from '#core/example.ts';
import type { ScheduledJob } from '#core/job.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { timestamp } from '#core/schemas.ts';
import { nextTurn } from '#platform/cron.ts';
import type { Definitions } from './rules.ts';
import { lastTurns } from './store.ts';

const Schedule = z
  .object({
    name: z.string(),
    summary: z.string().describe('What it does.'),
    every: z.string().describe('Cron expression of five fields, UTC.'),
    nextRunAt: timestamp.nullable(),
    lastRunAt: timestamp.nullable().describe('The last turn; null when there was none yet.'),
  })
  .meta({ id: 'Schedule' });

/** Of the kernel's making: a schedule's own task in the queue. */
const TASK_PREFIX = 'schedule:';

export const scheduleOperations = (listed: () => Definitions): readonly Operation[] => [
  defineOperation({
    name: 'schedules.list',
    route: 'GET /schedules',
    summary: 'List what runs by the clock, with its next turn.',
    description:
      'Each runs at the same time in every company. The operator without a company sees the platform’s own as well.',
    words: 'cron nightly automatic tasks next · tareas automáticas nocturnas próxima',
    effect: 'read',
    access: [{ scope: 'jobs:read' }, { operator: true }],
    input: z.strictObject({
      name: z.string().max(100).optional().describe('Only the schedule of this name.'),
    }),
    output: z.object({ data: z.array(Schedule) }),
    examples: [
      {
        title: 'When old answers are dropped',
        input: { name: 'idempotency.clean' },
        output: {
          data: [
            {
              name: 'idempotency.clean',
              summary: 'Drop stored answers that are older than 24 hours.',
              every: '17 * * * *',
              nextRunAt: EXAMPLE.now.replace('12:00', '12:17'),
              lastRunAt: null,
            },
          ],
        },
      },
    ],
    run: async (ctx, { name }) => {
      const [turns] = await ctx.db.batch([lastTurns]);
      const last = new Map(turns.map(({ task, at }) => [task, at]));
      const now = ctx.clock.now();
      return {
        data: [...listed().values()]
          .filter((job): job is ScheduledJob => job.every !== undefined)
          .filter((job) => name === undefined || job.name === name)
          .filter((job) => ctx.actor.tenant === null || (!job.realm && !job.during))
          .map((job) => ({
            name: job.name,
            summary: job.summary,
            every: job.every,
            nextRunAt: nextTurn(job.every, now)?.toISOString() ?? null,
            lastRunAt: last.get(TASK_PREFIX + job.name) ?? null,
          })),
      };
    },
  }),
];
