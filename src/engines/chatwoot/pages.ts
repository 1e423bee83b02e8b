import { createHash } from 'node:crypto';
import { invalidField } from '#core/errors.ts';

/** Pages that one call asks for at most. */
const MAX_PAGES = 40;

/** A row's place in a list that is ordered by when its rows were made. */
interface Place {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly id: number;
}

/** The last row that somebody has seen, and the page it stood on. */
export interface Position extends Place {
  readonly page: number;
}

export interface Page<T> {
  readonly rows: readonly T[];
  /** Nothing comes after it. */
  readonly last: boolean;
}

export interface Walk<T> {
  /** A page, from 1 on. */
  readonly fetch: (page: number) => Promise<Page<T>>;
  readonly placeOf: (row: T) => Place;
  readonly order: 'newest' | 'oldest';
}

/**
 * The rows after a position, at most `limit`. Chatwoot numbers its pages, and rows move between them as others come and
 * go: so the page that the position stood on is only where the search for it begins, back or forth, and what has been
 * seen is told by its place.
 */
export async function walk<T>(
  { fetch, placeOf, order }: Walk<T>,
  from: Position | null,
  limit: number,
): Promise<{ rows: T[]; end: Position | null; more: boolean }> {
  const sign = order === 'newest' ? -1 : 1;
  const isAfter = (a: Place, b: Place): boolean => sign * (a.at - b.at || a.id - b.id) > 0;
  let pages = 1;
  let page = from?.page ?? 1;
  let current = await fetch(page);
  const isBeyond = (): boolean => current.rows.length === 0 || isAfter(placeOf(current.rows[0]!), from!);
  while (from && page > 1 && isBeyond() && pages < MAX_PAGES) {
    page -= 1;
    pages += 1;
    current = await fetch(page);
  }
  const rows: T[] = [];
  let end = from;
  for (;;) {
    for (const row of current.rows) {
      const place = placeOf(row);
      if (end && !isAfter(place, end)) continue;
      if (rows.length === limit) return { rows, end, more: true };
      rows.push(row);
      end = { ...place, page };
    }
    if (current.last || current.rows.length === 0) return { rows, end, more: false };
    // Whatever it answers, nobody waits for ever: the next call goes on from here.
    if (pages >= MAX_PAGES) return { rows, end: end && { ...end, page }, more: end !== null };
    page += 1;
    pages += 1;
    current = await fetch(page);
  }
}

/** What a cursor belongs to: another question's would leave rows out unseen. */
const markOf = (question: unknown): string =>
  createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, 8);

const RADIX = 36;
const CURSOR = /^([0-9a-z]{1,11})\.([0-9a-z]{1,11})\.([0-9a-z]{1,6})\.([\w-]{8})$/;

export const writeCursor = ({ at, id, page }: Position, question: unknown): string =>
  `${[at, id, page].map((one) => one.toString(RADIX)).join('.')}.${markOf(question)}`;

/** @throws AppError invalid_input when it isn't the cursor of the same question */
export function readCursor(cursor: string | undefined, question: unknown): Position | null {
  if (cursor === undefined) return null;
  const [, at, id, page, mark] = CURSOR.exec(cursor) ?? [];
  const [atMs, row, number] = [at, id, page].map((one) => Number.parseInt(one ?? '', RADIX));
  if (mark !== markOf(question) || !Number.isSafeInteger(atMs) || !Number.isSafeInteger(row) || !number)
    throw invalidField('cursor', 'cursor', {
      en: 'must be the nextCursor of the page before, with the same filters',
      es: 'debe ser el nextCursor de la página anterior, con los mismos filtros',
    });
  return { at: atMs!, id: row!, page: number };
}
