import type { Ctx } from '#core/context.ts';
import { invalidField } from '#core/errors.ts';
import { exportRows, listTables } from './store.ts';

interface Place {
  readonly table: string;
  readonly after: string | null;
}

const PLACE = /^(\S+) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})?$/;
export const encode = ({ table, after }: Place): string =>
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
