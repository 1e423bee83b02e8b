import { z } from 'zod';
import { name } from './settings.ts';

const MAX_VALUES = 500;
export const MAX_ROWS = 500;

const scalar = z.union([z.string().max(2_000), z.number(), z.boolean()]);

const OPERATORS = [
  'eq',
  'neq',
  'gt',
  'gte',
  'lt',
  'lte',
  'like',
  'ilike',
  'is',
  'in',
  'cs',
  'cd',
  'ov',
  'fts',
  'plfts',
  'phfts',
  'wfts',
] as const;

const Filter = z
  .strictObject({
    column: name,
    operator: z.enum(OPERATORS).default('eq').describe('As PostgREST names them.'),
    value: z
      .union([scalar, z.null(), z.array(scalar).max(MAX_VALUES)])
      .describe(
        'A list for `in`, `cs`, `cd` and `ov`; null, true or false for `is`; `*` is the wildcard of `like`.',
      ),
    not: z.boolean().default(false).describe('True for what the rest does not say.'),
  })
  .meta({ id: 'SupabaseFilter' });
export type Filter = z.output<typeof Filter>;

export const filters = z.array(Filter).max(50).describe('All of them hold for a row.');

export const columns = z
  .array(z.union([name, z.literal('*')]))
  .min(1)
  .max(200)
  .default(['*']);

const embedded = {
  table: name.describe('A table that a foreign key joins.'),
  as: name.optional().describe('Its name in the answer; the table’s unless said otherwise.'),
  via: name.optional().describe('The foreign key or its column, where several join the two.'),
  columns,
};

const Embed = z
  .strictObject({ ...embedded, embed: z.array(z.strictObject(embedded)).max(10).default([]) })
  .meta({ id: 'SupabaseEmbed' });
export type Embed = Omit<z.output<typeof Embed>, 'embed'> & { readonly embed?: readonly Embed[] };

export const embed = z.array(Embed).max(10).default([]).describe('Rows of joined tables, within each row.');

export const order = z
  .array(
    z.strictObject({
      column: name,
      descending: z.boolean().default(false),
      nulls: z.enum(['first', 'last']).optional(),
    }),
  )
  .max(10)
  .default([])
  .describe('Pages are only stable with an order that tells all rows apart.');
export type Order = z.output<typeof order>;

export const table = name.describe('The table or view.');

/** A row as JSON: any columns. */
export const Row = z.record(z.string(), z.unknown());
export type Row = z.output<typeof Row>;

export const values = z.record(name, z.unknown()).describe('Values by column.');
