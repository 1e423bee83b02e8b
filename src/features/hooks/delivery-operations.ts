import { z } from 'zod';
import { holdsScope, type Scope } from '#core/actor.ts';
import { AppError } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { decodeCursor, page, pageInput, pageOf } from '#core/pagination.ts';
import { hookReceived, toldBy } from './events.ts';
import { exampleBody, exampleDelivery } from './examples.ts';
import { sourcesOf, type HookParts } from './parts.ts';
import { HookDelivery, HookDeliveryDetails, sourceName } from './schema.ts';
import { againDelivery, findDelivery, listDeliveries } from './store.ts';

const id = z.uuid().describe('Id of the message.');
const bodyGone = (): AppError =>
  new AppError('conflict', {
    detail: {
      en: 'Its body is kept for 7 days, and is gone.',
      es: 'Su contenido se guarda 7 días y ya no está.',
    },
  });

export function hookDeliveryOperations(parts: HookParts): readonly Operation[] {
  const scopes = (): ReadonlyMap<string, Scope> =>
    new Map(sourcesOf(parts).map((source) => [source.name, toldBy(source).scope!]));

  const list = defineOperation({
    name: 'hook_deliveries.list',
    route: 'GET /hook-deliveries',
    summary: 'List what other systems told the company, newest first.',
    effect: 'read',
    access: [{ scope: 'hooks:read' }],
    input: z.strictObject({
      ...pageInput,
      engine: sourceName.optional(),
      status: z.enum(['waiting', 'done', 'failed']).optional().describe('Only those.'),
    }),
    output: pageOf(HookDelivery),
    examples: [
      { title: 'All of them', input: {}, output: { data: [exampleDelivery], nextCursor: null } },
      {
        title: 'What went wrong',
        input: { status: 'failed' },
        output: { data: [], nextCursor: null },
      },
    ],
    run: async (ctx, { limit, cursor, engine = null, status = null }) => {
      const [rows] = await ctx.db.batch([
        listDeliveries({ engine, status }, decodeCursor(cursor), limit + 1),
      ]);
      return page(rows, limit);
    },
  });

  const get = defineOperation({
    name: 'hook_deliveries.get',
    route: 'GET /hook-deliveries/{id}',
    summary: 'Get a message that another system sent.',
    effect: 'read',
    access: [{ scope: 'hooks:read' }],
    input: z.strictObject({ id }),
    output: HookDeliveryDetails,
    examples: [
      {
        title: 'One message',
        input: { id: EXAMPLE.hookDeliveryId },
        output: { ...exampleDelivery, body: exampleBody },
      },
    ],
    run: async (ctx, input) => {
      const [[row]] = await ctx.db.batch([findDelivery(input.id)]);
      if (!row) throw new AppError('not_found');
      const scope = scopes().get(row.engine);
      const may = scope !== undefined && holdsScope(ctx.actor.scopes, scope);
      const { body, ...rest } = row;
      return { ...rest, body: may ? (body?.toString() ?? null) : null };
    },
  });

  const replay = defineOperation({
    name: 'hook_deliveries.replay',
    route: 'POST /hook-deliveries/{id}/replay',
    summary: 'Read a message again.',
    description: 'What it told is told again, with the same `deliveryId`. Possible for 7 days.',
    effect: 'write',
    access: [{ scope: 'hooks:write' }],
    audit: 'hook.replayed',
    input: z.strictObject({ id }),
    output: HookDelivery,
    errors: ['conflict'],
    examples: [
      {
        title: 'Once more',
        input: { id: EXAMPLE.hookDeliveryId },
        output: { ...exampleDelivery, status: 'waiting', attempts: 0 },
      },
    ],
    run: (ctx, input) =>
      ctx.db.tx(async (tx) => {
        const [row] = await tx.run(againDelivery(input.id));
        if (!row) throw (await tx.run(findDelivery(input.id)))[0] ? bodyGone() : new AppError('not_found');
        ctx.emit(hookReceived, { id: row.id });
        return row;
      }),
  });

  return [list, get, replay];
}
