import { z } from 'zod';
import { invalidField } from './errors.ts';

/** Rows of one page unless asked otherwise, and the most that can be asked for. */
export const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 200;

/** The two inputs of every list. */
export const pageInput = {
  limit: z.int().min(1).max(MAX_LIMIT).default(DEFAULT_LIMIT).describe('Rows per page.'),
  cursor: z.string().max(200).optional().describe('`nextCursor` of the page before.'),
};

/** `{data, nextCursor}`; `nextCursor` is null on the last page. */
export function pageOf<T extends z.ZodType>(item: T) {
  return z.object({ data: z.array(item), nextCursor: z.string().nullable() });
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Cursors are the last row's id, base64url: opaque to callers, cheap for us, the same for every tenant. */
export function encodeCursor(id: string): string {
  return Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url');
}

/** @throws invalid_input when the text isn't one of our cursors. */
export function decodeCursor(cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  const hex = Buffer.from(cursor, 'base64url').toString('hex');
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  if (UUID.test(id)) return id;
  throw invalidField('cursor', 'cursor', {
    en: 'must be the nextCursor of the page before, unchanged',
    es: 'debe ser el nextCursor de la página anterior, sin cambios',
  });
}

/** Splits one row too many off a page that was asked for with `limit + 1`. */
export function page<T extends { id: string }>(
  rows: readonly T[],
  limit: number,
): { data: T[]; nextCursor: string | null } {
  const data = rows.slice(0, limit);
  return { data, nextCursor: rows.length > limit ? encodeCursor(data[limit - 1]!.id) : null };
}
