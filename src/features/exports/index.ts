import { z } from 'zod';
import type { Ctx } from '#core/context.ts';
import { invalidField } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { exportRows, listTables } from './store.ts';

const DEFAULT_ROWS = 500;
const MAX_ROWS = 2_000;

interface Place {
  readonly table: string;
  readonly after: string | null;
}

const PLACE = /^(\S+) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/;
const encode = ({ table, after }: Place): string =>
  Buffer.from(`${table} ${after ?? ''}`).toString('base64url');

/** @throws AppError invalid_input when it isn't one of ours: the table must be one that may be exported. */
function decode(cursor: string, tables: readonly string[]): Place {
  const [, table, after] = PLACE.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (table !== undefined && tables.includes(table)) return { table, after: after ?? null };
  throw invalidField('cursor', 'cursor', {
    en: 'must be the nextCursor of the page before, unchanged',
    es: 'debe ser el nextCursor de la página anterior, sin cambios',
  });
}

/** One page of rows that may span tables: full pages, so that the last one is the only short one. */
async function readPage(ctx: Pick<Ctx, 'db'>, start: Place, tables: readonly string[], limit: number) {
  const data: { table: string; row: Record<string, unknown> }[] = [];
  for (let i = tables.indexOf(start.table); i < tables.length; i++) {
    const table = tables[i]!;
    const missing = limit - data.length;
    if (missing === 0) return { data, nextCursor: encode({ table, after: null }) };
    const [rows] = await ctx.db.batch([
      exportRows(table, table === start.table ? start.after : null, missing + 1),
    ]);
    data.push(...rows.slice(0, missing).map(({ row }) => ({ table, row })));
    if (rows.length > missing) return { data, nextCursor: encode({ table, after: rows[missing - 1]!.id }) };
  }
  return { data, nextCursor: null };
}

/** One page of everything that the company has. @throws AppError invalid_input for a cursor that isn't one of ours */
export async function readExport(
  ctx: Pick<Ctx, 'db'>,
  cursor: string | undefined,
  limit: number,
): Promise<{ data: { table: string; row: Record<string, unknown> }[]; nextCursor: string | null }> {
  const [found] = await ctx.db.batch([listTables]);
  const tables = found.map(({ name }) => name);
  const start = cursor === undefined ? { table: tables[0]!, after: null } : decode(cursor, tables);
  return readPage(ctx, start, tables, limit);
}

const exportTenant = defineOperation({
  name: 'tenants.export',
  route: 'GET /export',
  summary: 'Export everything that SmarterOS keeps about the company.',
  description:
    'All rows of all tables, page by page, in a stable order. Works for a suspended company through the operator’s grant.',
  words: 'download backup of everything · respaldo descargar todo',
  effect: 'read',
  access: [{ scope: 'export:read' }],
  input: z.strictObject({
    limit: z.int().min(1).max(MAX_ROWS).default(DEFAULT_ROWS).describe('Rows per page.'),
    cursor: z.string().max(200).optional().describe('`nextCursor` of the page before.'),
  }),
  output: z.object({
    data: z.array(z.object({ table: z.string(), row: z.record(z.string(), z.unknown()) })),
    nextCursor: z.string().nullable(),
  }),
  examples: [
    {
      title: 'The first row',
      input: { limit: 1 },
      output: {
        data: [
          {
            table: 'app.contacts',
            row: {
              tenant_id: EXAMPLE.tenant.id,
              id: EXAMPLE.contact.id,
              name: EXAMPLE.contact.name,
              email: EXAMPLE.contact.email,
              phone: EXAMPLE.contact.phone,
              tax_id: EXAMPLE.contact.taxId,
              tags: [...EXAMPLE.contact.tags],
              created_at: '2026-03-01T12:00:00+00:00',
              updated_at: '2026-03-01T12:00:00+00:00',
              version: 1,
              blocked_at: null,
              fields: null,
            },
          },
        ],
        nextCursor: encode({ table: 'app.contacts', after: EXAMPLE.contact.id }),
      },
    },
  ],
  run: (ctx, { limit, cursor }) => readExport(ctx, cursor, limit),
});

export const exportOperations: readonly Operation[] = [exportTenant];
