import { z } from 'zod';
import { defineEngineOperation } from '#core/engine-operation.ts';
import type { EngineCtx } from '#core/engine.ts';
import { invalidField } from '#core/errors.ts';
import { accessOf, type Access } from './access.ts';
import { execute } from './client.ts';
import { parseDomain, writeDomain, type Leaf, type Tree } from './domain.ts';
import { fieldsOf } from './fields.ts';
import { parseOrder, readCursor, writeCursor, writeOrder, type Start } from './paging.ts';
import { READ_ERRORS } from './operation-errors.ts';
import * as schema from './schema.ts';
import { odooTime, rowFromOdoo, type Row } from './values.ts';

const DEFAULT_LIMIT = 100;
const MAX_LIMIT = 1_000;
const MAX_OFFSET = 1_000_000;

const input = z.strictObject({
  model: schema.model,
  domain: schema.domain,
  fields: schema.fields,
  limit: z.int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMIT).describe('Records per page.'),
  offset: z.int().min(0).max(MAX_OFFSET).default(0).describe('Records to leave out; a cursor is steadier.'),
  order: z
    .string()
    .max(300)
    .optional()
    .describe('Fields with `asc` or `desc`, e.g. `name asc, id desc`; by id unless given.'),
  cursor: z.string().max(30).optional().describe('`nextCursor` of the page before.'),
  context: schema.context,
});

/** Conditions of ours; each is met in any case. */
function startDomain(start: Start, descending: boolean, access: Access): Tree[] {
  const also: Leaf[] = [];
  if (access.wall) also.push(access.wall.company);
  if ('after' in start) also.push(['id', descending ? '<' : '>', start.after]);
  return also.map((leaf) => ({ leaf }));
}

async function searchRead(
  ctx: EngineCtx,
  { model, domain, limit, offset, cursor, context, ...asked }: z.output<typeof input>,
): Promise<{ data: Row[]; nextCursor: string | null }> {
  const access = accessOf(ctx);
  const { door, wall } = access;
  const trees = parseDomain(domain);
  const order = parseOrder(asked.order);
  const names = [...new Set(asked.fields ?? ['display_name'])];
  const question = [model, domain, writeOrder(order), context ?? null];
  if (cursor !== undefined && offset > 0)
    throw invalidField('offset', 'offset', {
      en: 'can’t be given together with cursor',
      es: 'no se puede indicar junto con cursor',
    });
  const start = cursor === undefined ? { offset } : readCursor(cursor, question);
  await wall?.reading(model, names, trees, order);
  const fields = await fieldsOf(ctx, door, model, names);
  const conditions = [...startDomain(start, order.terms[0]!.descending, access), ...trees];
  const rows = await execute<Row[]>(ctx, door, {
    model,
    method: 'search_read',
    kwargs: {
      domain: writeDomain(conditions, withTime),
      fields: names,
      limit: limit + 1,
      offset: 'offset' in start ? start.offset : 0,
      order: writeOrder(order),
      context: access.context(context),
    },
    harmless: true,
  });
  const data = rows.slice(0, limit);
  const told = wall ? await wall.told(model, data) : data;
  const last = rows.length > limit ? (data.at(-1)!['id'] as number) : null;
  const next: Start = order.byId
    ? { after: last! }
    : { offset: ('offset' in start ? start.offset : 0) + limit };
  return {
    data: told.map((row) => rowFromOdoo(row, fields)),
    nextCursor: last === null ? null : writeCursor(next, question),
  };
}

const withTime = ([field, operator, value]: Leaf): Leaf => [
  field,
  operator,
  Array.isArray(value) ? value.map(odooTime) : odooTime(value),
];

export const searchReadOperation = defineEngineOperation({
  name: 'odoo.search_read',
  route: 'POST /odoo/search_read',
  summary: 'Find and read records of a model.',
  description:
    'Pages by `nextCursor`: by id, the default order, nothing is left out or doubled while records come and go. Empty values are null, a relation to one record is `{id, name}`, to several their ids, and times are ISO 8601 in UTC.',
  words:
    'ERP products orders invoices stock inventory sales purchases quotations count · productos pedidos facturas inventario bodega ventas compras cotizaciones contar',
  effect: 'read',
  access: [{ scope: 'odoo:read' }],
  input,
  output: z.object({ data: z.array(schema.Row), nextCursor: z.string().nullable() }),
  errors: READ_ERRORS,
  examples: [
    {
      title: 'A supplier by its name',
      input: {
        model: 'res.partner',
        domain: [
          ['is_company', '=', true],
          ['name', 'ilike', 'norte'],
        ],
        fields: ['name', 'email', 'country_id', 'category_id', 'create_date'],
        limit: 2,
      },
      output: {
        data: [
          {
            id: 7,
            name: 'Distribuidora Norte',
            email: 'ventas@norte.example.cl',
            country_id: { id: 46, name: 'Chile' },
            category_id: [],
            create_date: '2026-03-01T12:00:00.000Z',
          },
        ],
        nextCursor: null,
      },
    },
  ],
  run: searchRead,
});
