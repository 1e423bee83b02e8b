import { z } from 'zod';
import type { Ctx } from '#core/context.ts';
import { AppError } from '#core/errors.ts';
import { EXAMPLE, newId } from '#core/example.ts';
import { defineJob, type JobDefinition } from '#core/job.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { decodeCursor, page, pageInput, pageOf } from '#core/pagination.ts';
import type { Checkpoints } from '#platform/tokens/checkpoints.ts';
import { auditCheckpointed } from './events.ts';
import { READERS } from './operations.ts';
import { Checkpoint } from './schema.ts';
import { findHead, insertCheckpoint, lastCheckpoint, listCheckpoints } from './store.ts';

/** Signs the end of the chain as it is now. @throws AppError not_found before the first row is sealed */
function checkpointNow(ctx: Ctx, checkpoints: Checkpoints): Promise<Checkpoint> {
  return ctx.db.tx(async (tx) => {
    const [head] = await tx.run(findHead);
    if (!head) {
      throw new AppError('not_found', {
        detail: {
          en: 'Nothing is sealed yet; try again in a few seconds.',
          es: 'Aún no hay nada sellado; intente de nuevo en unos segundos.',
        },
      });
    }
    const at = ctx.clock.now();
    const token = await checkpoints.sign({ tenantId: ctx.tenant.id, ...head, at });
    const checkpoint = { id: ctx.clock.id(), ...head, at: at.toISOString(), token };
    await tx.run(insertCheckpoint(checkpoint));
    ctx.emit(auditCheckpointed, checkpoint);
    return checkpoint;
  });
}

export const create = (checkpoints: Checkpoints | undefined): Operation =>
  defineOperation({
    name: 'audit.checkpoint',
    route: 'POST /audit/checkpoints',
    summary: 'Sign how far the audit has come, to be kept elsewhere.',
    description:
      'Made daily too. Whoever keeps the token outside of this installation can prove later, by `audit.verify`, that nothing ' +
      'before it was changed; its key stands in `/.well-known/jwks.json` for ever.',
    effect: 'write',
    access: [{ scope: 'audit:write' }, { operator: true }],
    audit: 'audit.checkpointed',
    input: z.strictObject({}),
    output: Checkpoint,
    errors: ['not_found'],
    examples: [
      {
        title: 'Now',
        input: {},
        output: { id: newId(1), number: 1, hash: EXAMPLE.auditHash, at: EXAMPLE.now, token: '****' },
      },
    ],
    run: (ctx) => checkpointNow(ctx, checkpoints!),
  });

export const list = defineOperation({
  name: 'audit.checkpoints',
  route: 'GET /audit/checkpoints',
  summary: 'List the signed checkpoints, newest first.',
  effect: 'read',
  access: READERS,
  input: z.strictObject(pageInput),
  output: pageOf(Checkpoint),
  examples: [{ title: 'None yet', input: {}, output: { data: [], nextCursor: null } }],
  run: async (ctx, { limit, cursor }) => {
    const [rows] = await ctx.db.batch([listCheckpoints(decodeCursor(cursor), limit + 1)]);
    return page(rows, limit);
  },
});

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
