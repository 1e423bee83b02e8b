import { z } from 'zod';
import { EXAMPLE, newId } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { decodeCursor, page, pageInput, pageOf } from '#core/pagination.ts';
import type { Checkpoints } from '#platform/tokens/checkpoints.ts';
import { checkpointNow } from './checkpoints.ts';
import { READERS } from './operations.ts';
import { Checkpoint } from './schema.ts';
import { listCheckpoints } from './store.ts';

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
