import { z } from 'zod';
import { defineEngineOperation } from '#core/engine-operation.ts';
import { invalidField } from '#core/errors.ts';
import { ask, failureOf, send } from './client.ts';
import { describeTables, Table } from './describe.ts';
import { addFilters, addOrder, addSelect, queryOf } from './request.ts';
import { columns, embed, filters, MAX_ROWS, order, Row, table } from './schema.ts';
import { fenceOf } from './settings.ts';

const BEYOND_THE_END = 416;

const cursorOf = (offset: number): string => Buffer.from(String(offset)).toString('base64url');

function offsetOf(cursor: string | undefined, offset: number): number {
  if (cursor === undefined) return offset;
  const text = Buffer.from(cursor, 'base64url').toString();
  if (/^\d{1,9}$/.test(text) && offset === 0) return Number(text);
  throw invalidField('cursor', 'cursor', {
    en: 'must be the nextCursor of the page before, unchanged and without offset',
    es: 'debe ser el nextCursor de la página anterior, sin cambios y sin offset',
  });
}

/** All rows there are, where PostgREST was asked to count: `0-9/25`. */
const totalOf = (range: string | undefined): number | null => {
  const total = /\/(\d+)$/.exec(range ?? '')?.[1];
  return total === undefined ? null : Number(total);
};

export const query = defineEngineOperation({
  name: 'supabase.query',
  route: 'POST /supabase/query',
  summary: 'Read rows of a table.',
  description:
    'Only the company’s own rows are there, in the table and in what is joined to it. Functions and free filter texts aren’t offered.',
  words: 'database SQL select · base de datos filas consulta',
  effect: 'read',
  access: [{ scope: 'supabase:read' }],
  input: z.strictObject({
    table,
    columns,
    embed,
    filters: filters.default([]),
    order,
    limit: z.int().min(1).max(MAX_ROWS).default(20).describe('Rows per page.'),
    offset: z.int().min(0).max(999_999_999).default(0).describe('Rows to leave out first.'),
    cursor: z.string().max(20).optional().describe('`nextCursor` of the page before.'),
    count: z
      .enum(['exact', 'planned', 'estimated'])
      .optional()
      .describe('How to count all rows; not at all otherwise.'),
  }),
  output: z.object({
    data: z.array(Row),
    nextCursor: z.string().nullable(),
    total: z.int().nullable().describe('All rows there are, when `count` asked for it.'),
  }),
  errors: [
    'engine_unreachable',
    'engine_rejected_credentials',
    'engine_not_found',
    'engine_forbidden',
    'engine_invalid',
    'engine_rate_limited',
  ],
  examples: [
    {
      title: 'The last order, with its customer',
      input: {
        table: 'orders',
        columns: ['id', 'total'],
        embed: [{ table: 'customers', as: 'customer', columns: ['name'] }],
        filters: [{ column: 'total', operator: 'gte', value: 1000 }],
        order: [{ column: 'id', descending: true }],
        limit: 1,
        count: 'exact',
      },
      output: {
        data: [{ id: 2, total: 15990, customer: { name: 'Ana Pérez' } }],
        nextCursor: 'MQ',
        total: 2,
      },
    },
  ],
  run: async (ctx, input) => {
    const fence = fenceOf(ctx);
    const { limit, count } = input;
    const offset = offsetOf(input.cursor, input.offset);
    const params = new URLSearchParams();
    addSelect(params, input.columns, input.embed, fence);
    addFilters(params, input.table, input.filters, fence);
    addOrder(params, input.order);
    params.append('limit', String(limit + 1));
    params.append('offset', String(offset));
    const answer = await send(ctx, {
      method: 'GET',
      path: input.table + queryOf(params),
      ...(count && { prefer: [`count=${count}`] }),
    });
    const total = totalOf(answer.headers['content-range']);
    if (answer.status === BEYOND_THE_END) return { data: [], nextCursor: null, total };
    if (answer.status >= 300) throw failureOf(answer);
    const rows = answer.json<Row[]>();
    return {
      data: rows.slice(0, limit),
      nextCursor: rows.length > limit ? cursorOf(offset + limit) : null,
      total,
    };
  },
});

export const tables = defineEngineOperation({
  name: 'supabase.tables',
  route: 'GET /supabase/tables',
  summary: 'List the tables and their columns.',
  description: 'Those in which it can be told whose a row is; the others can’t be used.',
  words: 'database schema · base de datos',
  effect: 'read',
  access: [{ scope: 'supabase:read' }],
  input: z.strictObject({}),
  output: z.object({ data: z.array(Table) }),
  errors: ['engine_unreachable', 'engine_rejected_credentials', 'engine_forbidden'],
  examples: [
    {
      title: 'All tables',
      input: {},
      output: {
        data: [
          {
            name: 'customers',
            description: null,
            columns: [
              { name: 'id', type: 'bigint', required: true },
              { name: 'tenant_id', type: 'uuid', required: true },
              { name: 'name', type: 'text', required: true },
            ],
          },
          {
            name: 'orders',
            description: 'What was sold.',
            columns: [
              { name: 'id', type: 'bigint', required: true },
              { name: 'tenant_id', type: 'uuid', required: true },
              { name: 'customer_id', type: 'bigint', required: false },
              { name: 'total', type: 'integer', required: false },
            ],
          },
        ],
      },
    },
  ],
  run: async (ctx) => {
    const answer = await ask(ctx, { method: 'GET', path: '' });
    return { data: describeTables(answer.json(), fenceOf(ctx)) };
  },
});
