import { z } from 'zod';
import type { EngineCtx, Link } from '#core/engine.ts';
import { AppError } from '#core/errors.ts';
import { engineError } from '#core/engine-errors.ts';

/** Names that need no quotes anywhere: no operator, path, cast or embed hides in one. */
export const NAME = /^[A-Za-z_][A-Za-z0-9_]{0,62}$/;

/** What PostgREST reads as something else than a column's or an embed's name in an address. */
const RESERVED: ReadonlySet<string> = new Set([
  'select',
  'columns',
  'on_conflict',
  'order',
  'limit',
  'offset',
  'and',
  'or',
  'not',
]);
export const isPlain = (text: string): boolean => NAME.test(text) && !RESERVED.has(text);

export const name = z.string().regex(NAME);
const fenceColumn = name.refine(isPlain).nullable();

export const credentials = z.strictObject({
  serviceRole: z.string().min(1).describe('Key of the service role; it stays on the server.'),
});

export const settings = z.strictObject({
  path: z
    .string()
    .regex(/^(?:\/[\w.-]+)*$/)
    .optional()
    .describe('Where PostgREST is below the address: found by itself, `/rest/v1` at Supabase.'),
  schema: name
    .optional()
    .describe('Schema of the tables; what PostgREST exposes first unless said otherwise.'),
  tenantColumn: fenceColumn
    .default('tenant_id')
    .describe(
      'The column that says whose a row is. Null for none: only where the whole database is the company’s own.',
    ),
  tenantKey: z
    .enum(['id', 'slug'])
    .default('id')
    .describe('What stands in that column: the company’s id, or its slug (the tax id).'),
  tables: z
    .record(name, fenceColumn)
    .default({})
    .describe(
      'Tables with another such column. Null for none: only where the database is the company’s own.',
    ),
  companies: z
    .strictObject({ table: name, nameColumn: name.optional(), create: z.boolean().default(false) })
    .optional()
    .describe('The table with a row per company. With `create` its row is made when it isn’t there.'),
});
export type Settings = z.output<typeof settings>;

/** As they stand at the instance: older rows lack newer settings. */
export const settingsOf = ({ settings: kept }: Pick<Link, 'settings'>): Settings => {
  const { success, data } = settings.safeParse(kept);
  if (success) return data;
  throw new AppError('engine_unsupported', { cause: 'settings of the instance' });
};

/** Whose rows a company may touch. */
export interface Fence {
  /** The column that tells, of a table; null where all of its rows are the company's. @throws AppError engine_forbidden */
  columnOf(table: string): string | null;
  readonly value: string;
}

export function fenceOf({ link, tenant }: Pick<EngineCtx, 'link' | 'tenant'>): Fence {
  const { tenantColumn, tenantKey, tables } = settingsOf(link);
  return {
    value: tenantKey === 'id' ? tenant.id : tenant.slug,
    columnOf(table) {
      const column = Object.hasOwn(tables, table) ? tables[table]! : tenantColumn;
      if (column === null && link.shared) throw engineError('engine_forbidden');
      return column;
    },
  };
}
