import { z } from 'zod';
import type { Ctx } from '#core/context.ts';
import { AppError } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { page, pageInput, pageOf } from '#core/pagination.ts';
import { Concerning } from '#core/reply.ts';
import { afterCursor, cursorOf, Job, STATES, toJob, type Definitions } from './rules.ts';
import { cancelJob, findJob, listJobs, retryJobs } from './store.ts';

/** Jobs that one call gives another chance: a short transaction, and an audit row per company. */
const RETRY_MOST = 200;

const id = z
  .string()
  .regex(/^[1-9]\d{0,17}$/)
  .meta({ 'x-expects': { en: 'must be the id of a job', es: 'debe ser el id de un trabajo' } })
  .describe('Id of the job.');
const name = z.string().max(100).optional().describe('Only jobs of this name.');

const read = [{ scope: 'jobs:read' }, { operator: true }] as const;
const write = [{ scope: 'jobs:write' }, { operator: true }] as const;

const example = {
  id: EXAMPLE.failedJobId,
  tenantId: EXAMPLE.tenant.id,
  name: 'messages.deliver',
  summary: 'Send a WhatsApp message.',
  state: 'failed' as const,
  attempts: 10,
  maxAttempts: 10,
  nextRunAt: null,
  startedAt: null,
  createdAt: EXAMPLE.tenant.createdAt,
  event: { id: EXAMPLE.jobEventId, name: 'message.queued' },
  cause: { code: 'unavailable', message: 'The service is not available right now.' },
};
const waiting = {
  ...example,
  id: EXAMPLE.waitingJobId,
  state: 'waiting' as const,
  attempts: 1,
  nextRunAt: EXAMPLE.now,
};

const conflict = (en: string, es: string): AppError => new AppError('conflict', { detail: { en, es } });

/** @param listed asked for late: the catalogue is still being put together */
export function jobOperations(listed: () => Definitions): readonly Operation[] {
  const seen = (ctx: Ctx, row: Parameters<typeof toJob>[0]) => toJob(row, listed(), ctx.client.language);

  const list = defineOperation({
    name: 'jobs.list',
    route: 'GET /jobs',
    summary: 'List what waits, runs or was given up in the background, newest first.',
    description:
      'A job that is done leaves the list. One that was given up, or cancelled, stays for 30 days. The operator without a company sees those of all companies.',
    words: 'stuck queue pending tasks · tareas pegadas pendientes cola',
    effect: 'read',
    access: read,
    input: z.strictObject({
      ...pageInput,
      state: z.enum(STATES).optional().describe('Only jobs in this state.'),
      name,
    }),
    output: pageOf(Job),
    examples: [
      {
        title: 'What was given up',
        input: { state: 'failed' },
        output: { data: [example], nextCursor: null },
      },
    ],
    run: async (ctx, { limit, cursor, state = null, name: named = null }) => {
      const [rows] = await ctx.db.batch([listJobs({ name: named, state }, afterCursor(cursor), limit + 1)]);
      const { data, nextCursor } = page(
        rows.map((row) => ({ id: cursorOf(row.id), row })),
        limit,
      );
      return { data: data.map(({ row }) => seen(ctx, row)), nextCursor };
    },
  });

  const get = defineOperation({
    name: 'jobs.get',
    route: 'GET /jobs/{id}',
    summary: 'Show a job.',
    effect: 'read',
    access: read,
    input: z.strictObject({ id }),
    output: Job,
    examples: [{ title: 'One that was given up', input: { id: EXAMPLE.failedJobId }, output: example }],
    run: async (ctx, input) => {
      const [[row]] = await ctx.db.batch([findJob(input.id)]);
      if (!row) throw new AppError('not_found');
      return seen(ctx, row);
    },
  });

  const retry = defineOperation({
    name: 'jobs.retry',
    route: 'POST /jobs/{id}/retry',
    summary: 'Try a job again that was given up or cancelled.',
    description: 'It gets all its attempts again and is due at once.',
    words: 'task failed · tarea falló reintentar',
    effect: 'write',
    access: write,
    audit: 'job.retried',
    concerns: (job) => job.tenantId ?? [],
    input: z.strictObject({ id }),
    output: Job,
    errors: ['conflict'],
    examples: [
      {
        title: 'Once more',
        input: { id: EXAMPLE.failedJobId },
        output: { ...example, state: 'waiting', attempts: 0, nextRunAt: EXAMPLE.now },
      },
    ],
    run: (ctx, input) =>
      ctx.db.tx(async (tx) => {
        const [retried] = await tx.run(retryJobs({ id: input.id, name: null }, ctx.clock.now(), 1));
        const [row] = await tx.run(findJob(input.id));
        if (!row) throw new AppError('not_found');
        if (!retried) throw conflict('This job was not given up.', 'Este trabajo no se ha dado por fallido.');
        return seen(ctx, row);
      }),
  });

  const retryAll = defineOperation({
    name: 'jobs.retry_all',
    route: 'POST /jobs/retry',
    summary: 'Try all jobs again that were given up, or those of one name.',
    description: `The oldest ${RETRY_MOST} of them; \`more\` says that there may be others. Cancelled jobs are tried again one by one only.`,
    effect: 'write',
    access: write,
    audit: 'job.retried',
    input: z.strictObject({ name }),
    output: z
      .object({ retried: z.int(), more: z.boolean().describe('True when there may be others: call again.') })
      .meta({ id: 'JobsRetried' }),
    examples: [
      {
        title: 'Of one name',
        input: { name: 'messages.deliver' },
        output: { retried: 1, more: false },
      },
    ],
    run: (ctx, { name: named = null }) =>
      ctx.db.tx(async (tx) => {
        const rows = await tx.run(retryJobs({ id: null, name: named }, ctx.clock.now(), RETRY_MOST));
        const tenants = rows.flatMap(({ tenant_id: tenant }) => tenant ?? []);
        const answer = { retried: rows.length, more: rows.length === RETRY_MOST };
        if (ctx.actor.tenant) return answer;
        // The operator's stand in the audit of each company whose jobs they were.
        return new Concerning(answer, named ?? '*', [...new Set(tenants)]);
      }),
  });

  const cancel = defineOperation({
    name: 'jobs.cancel',
    route: 'POST /jobs/{id}/cancel',
    summary: 'Cancel a job that waits or runs.',
    description:
      'A running one is asked to stop within some seconds and may still end well: what it has done by then stays done. A cancelled job can be tried again for 30 days.',
    effect: 'write',
    access: write,
    audit: 'job.cancelled',
    concerns: (job) => job.tenantId ?? [],
    input: z.strictObject({ id }),
    output: Job,
    errors: ['conflict'],
    examples: [
      {
        title: 'One that waits',
        input: { id: EXAMPLE.waitingJobId },
        output: { ...waiting, state: 'cancelled', attempts: 10, nextRunAt: null },
      },
    ],
    run: (ctx, input) =>
      ctx.db.tx(async (tx) => {
        const [cancelled] = await tx.run(cancelJob(input.id, ctx.clock.now()));
        const [row] = await tx.run(findJob(input.id));
        if (!row) throw new AppError('not_found');
        // Twice is once: whoever asks again finds it as it is.
        if (cancelled!.id === null && row.state === 'failed')
          throw conflict('This job was given up already.', 'Este trabajo ya se dio por fallido.');
        return seen(ctx, row);
      }),
  });

  return [list, get, retry, retryAll, cancel];
}
