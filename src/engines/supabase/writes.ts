import { z } from 'zod';
import { defineEngineOperation } from '#core/engine-operation.ts';
import type { EngineCtx } from '#core/engine.ts';
import { invalidField } from '#core/errors.ts';
import { ask, type Ask } from './client.ts';
import { addFilters, addSelect, owned, queryOf } from './request.ts';
import { columns, filters, MAX_ROWS, Row, table, values, type Filter } from './schema.ts';
import { fenceOf } from './settings.ts';

const WRITES = [
  'engine_unreachable',
  'engine_outcome_unknown',
  'engine_rejected_credentials',
  'engine_not_found',
  'engine_conflict',
  'engine_forbidden',
  'engine_invalid',
  'engine_rate_limited',
] as const;

const Written = z.object({ data: z.array(Row).describe('The rows, as they are now.') });
const returning = columns.describe('Which columns of the rows to answer.');

/** PostgREST would touch every row of the company. */
function requireFilter(all: readonly Filter[]): void {
  if (all.length > 0) return;
  throw invalidField('filters', 'required', {
    en: 'needs at least one: otherwise every row of the company would be meant',
    es: 'necesita al menos uno: si no, se referiría a todas las filas de la empresa',
  });
}

async function write(
  ctx: EngineCtx,
  method: Exclude<Ask['method'], 'GET'>,
  one: { table: string; returning: readonly string[]; filters?: readonly Filter[]; only?: readonly string[] },
  body?: unknown,
): Promise<z.output<typeof Written>> {
  const params = new URLSearchParams();
  const fence = fenceOf(ctx);
  addSelect(params, one.returning, [], fence);
  if (one.filters) addFilters(params, one.table, one.filters, fence);
  if (one.only) params.append('columns', one.only.join(','));
  const prefer = ['return=representation', ...(one.only ? ['missing=default'] : [])];
  const answer = await ask(ctx, { method, path: one.table + queryOf(params), prefer, body });
  return { data: answer.json<Row[]>() };
}

export const insert = defineEngineOperation({
  name: 'supabase.insert',
  route: 'POST /supabase/insert',
  summary: 'Add rows to a table.',
  description:
    'All or none. The company’s column is filled in by itself; what a row leaves out gets its default.',
  words: 'database add row · base de datos agregar fila',
  effect: 'write',
  access: [{ scope: 'supabase:write' }],
  audit: 'supabase.inserted',
  input: z.strictObject({ table, rows: z.array(values).min(1).max(MAX_ROWS), returning }),
  output: Written,
  errors: [...WRITES],
  examples: [
    {
      title: 'A customer',
      input: { table: 'customers', rows: [{ name: 'Luis Rojas' }], returning: ['id', 'name'] },
      output: { data: [{ id: 3, name: 'Luis Rojas' }] },
    },
  ],
  target: (input) => input.table,
  run: (ctx, { table: name, rows, returning: wanted }) => {
    const all = owned(rows, name, fenceOf(ctx), 'rows');
    const only = [...new Set(all.flatMap((row) => Object.keys(row)))];
    return write(ctx, 'POST', { table: name, returning: wanted, only }, all);
  },
});

export const update = defineEngineOperation({
  name: 'supabase.update',
  route: 'POST /supabase/update',
  summary: 'Change the rows that filters name.',
  words: 'database change row · base de datos cambiar fila',
  effect: 'write',
  access: [{ scope: 'supabase:write' }],
  audit: 'supabase.updated',
  input: z.strictObject({ table, values, filters, returning }),
  output: Written,
  errors: [...WRITES],
  examples: [
    {
      title: 'Another total',
      input: {
        table: 'orders',
        values: { total: 16990 },
        filters: [{ column: 'id', operator: 'eq', value: 2 }],
        returning: ['id', 'total'],
      },
      output: { data: [{ id: 2, total: 16990 }] },
    },
  ],
  target: (input) => input.table,
  run: (ctx, { table: name, values: wanted, filters: which, returning: back }) => {
    requireFilter(which);
    const [row] = owned([wanted], name, fenceOf(ctx), 'values');
    return write(ctx, 'PATCH', { table: name, returning: back, filters: which }, row);
  },
});

export const remove = defineEngineOperation({
  name: 'supabase.delete',
  route: 'POST /supabase/delete',
  summary: 'Delete the rows that filters name.',
  words: 'database row · base de datos borrar fila',
  effect: 'destroy',
  access: [{ scope: 'supabase:destroy' }],
  audit: 'supabase.deleted',
  input: z.strictObject({ table, filters, returning }),
  output: z.object({ data: z.array(Row).describe('The rows, as they were.') }),
  errors: [...WRITES],
  examples: [
    {
      title: 'An order',
      input: { table: 'orders', filters: [{ column: 'id', operator: 'eq', value: 1 }], returning: ['id'] },
      output: { data: [{ id: 1 }] },
    },
  ],
  target: (input) => input.table,
  run: (ctx, { table: name, filters: which, returning: back }) => {
    requireFilter(which);
    return write(ctx, 'DELETE', { table: name, returning: back, filters: which });
  },
});
