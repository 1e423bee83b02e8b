import { z } from 'zod';
import { defineEngineOperation } from '#core/engine-operation.ts';
import type { EngineCtx } from '#core/engine.ts';
import { accessOf, type Access } from './access.ts';
import { execute } from './client.ts';
import { fieldsOf } from './fields.ts';
import { WRITE_ERRORS } from './operation-errors.ts';
import * as schema from './schema.ts';
import { rowToOdoo, type Row } from './values.ts';

const TIMEOUT_MS = 60_000;
const MAX_CREATED = 500;

const Ids = z.object({ ids: z.array(z.int()) });

/** Values in Odoo's own form, of the company alone. */
async function prepare(
  ctx: EngineCtx,
  { door, wall }: Access,
  model: string,
  rows: readonly Row[],
  creating: boolean,
): Promise<readonly Row[]> {
  const fields = await fieldsOf(
    ctx,
    door,
    model,
    rows.flatMap((row) => Object.keys(row)),
  );
  const converted = rows.map((row) => rowToOdoo(row, fields));
  return wall ? wall.writing(model, converted, creating) : converted;
}

export const create = defineEngineOperation({
  name: 'odoo.create',
  route: 'POST /odoo/create',
  summary: 'Create records of a model, all or none.',
  words:
    'ERP invoice order product quotation sale · factura boleta pedido producto cotización venta compra emitir',
  effect: 'write',
  access: [{ scope: 'odoo:write' }],
  audit: 'odoo.created',
  timeoutMs: TIMEOUT_MS,
  target: ({ model }) => model,
  input: z.strictObject({
    model: schema.model,
    values: z.array(schema.values).min(1).max(MAX_CREATED).describe('One entry per record.'),
    context: schema.context,
  }),
  output: Ids,
  errors: WRITE_ERRORS,
  examples: [
    {
      title: 'Two contacts',
      input: {
        model: 'res.partner',
        values: [
          { name: 'Luis Soto', email: 'luis@example.com' },
          { name: 'Eva Mora', country_id: 46 },
        ],
      },
      output: { ids: [9, 10] },
    },
  ],
  run: async (ctx, { model, values, context }) => {
    const access = accessOf(ctx);
    const rows = await prepare(ctx, access, model, values, true);
    const ids = await execute<number[]>(ctx, access.door, {
      model,
      method: 'create',
      args: [['vals_list', rows]],
      kwargs: { context: access.context(context) },
    });
    return { ids };
  },
});

export const write = defineEngineOperation({
  name: 'odoo.write',
  route: 'POST /odoo/write',
  summary: 'Change records of a model, all in the same way, all or none.',
  words: 'ERP price product order invoice · precio producto pedido factura stock',
  effect: 'write',
  access: [{ scope: 'odoo:write' }],
  audit: 'odoo.written',
  timeoutMs: TIMEOUT_MS,
  target: ({ model }) => model,
  input: z.strictObject({
    model: schema.model,
    ids: schema.ids,
    values: schema.values,
    context: schema.context,
  }),
  output: Ids,
  errors: WRITE_ERRORS,
  examples: [
    {
      title: 'Another mail address',
      input: { model: 'res.partner', ids: [8], values: { email: 'ana@example.cl' } },
      output: { ids: [8] },
    },
  ],
  run: async (ctx, { model, ids: given, values, context }) => {
    const access = accessOf(ctx);
    const ids = [...new Set(given)];
    await access.wall?.owning(model, ids);
    const [row] = await prepare(ctx, access, model, [values], false);
    await execute(ctx, access.door, {
      model,
      method: 'write',
      ids,
      args: [['vals', row]],
      kwargs: { context: access.context(context) },
    });
    return { ids };
  },
});

export const unlink = defineEngineOperation({
  name: 'odoo.unlink',
  route: 'POST /odoo/unlink',
  summary: 'Delete records of a model, all or none.',
  words: 'ERP product order invoice · producto pedido factura',
  effect: 'destroy',
  access: [{ scope: 'odoo:destroy' }],
  audit: 'odoo.unlinked',
  timeoutMs: TIMEOUT_MS,
  target: ({ model }) => model,
  input: z.strictObject({ model: schema.model, ids: schema.ids, context: schema.context }),
  output: Ids,
  errors: WRITE_ERRORS,
  examples: [{ title: 'A contact', input: { model: 'res.partner', ids: [8] }, output: { ids: [8] } }],
  run: async (ctx, { model, ids: given, context }) => {
    const access = accessOf(ctx);
    const ids = [...new Set(given)];
    await access.wall?.owning(model, ids);
    await execute(ctx, access.door, {
      model,
      method: 'unlink',
      ids,
      kwargs: { context: access.context(context) },
    });
    return { ids };
  },
});
