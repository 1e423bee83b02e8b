import { createHash } from 'node:crypto';
import { invalidField } from '#core/errors.ts';

const TERM = /^([a-z_]\w*)(?: (asc|desc))?$/i;

export interface Order {
  readonly terms: readonly { readonly field: string; readonly descending: boolean }[];
  /** Pages follow the id: nothing is left out or doubled while rows come and go. */
  readonly byId: boolean;
}

/** @throws AppError invalid_input for what isn't names of fields with directions */
export function parseOrder(text: string | undefined): Order {
  const terms = (text ?? 'id').split(',').map((term) => {
    const [, field, direction] = TERM.exec(term.trim().replaceAll(/\s+/g, ' ')) ?? [];
    if (field === undefined)
      throw invalidField('order', 'order', {
        en: 'must be names of fields, each with asc or desc, such as "name asc, id desc"',
        es: 'debe ser nombres de campos, cada uno con asc o desc, como "name asc, id desc"',
      });
    return { field, descending: direction?.toLowerCase() === 'desc' };
  });
  // Rows that are equal otherwise would come in any order, another one for each page.
  if (!terms.some(({ field }) => field === 'id')) terms.push({ field: 'id', descending: false });
  return { terms, byId: terms[0]!.field === 'id' };
}

export const writeOrder = ({ terms }: Order): string =>
  terms.map(({ field, descending }) => `${field} ${descending ? 'desc' : 'asc'}`).join(', ');

/** Where a page begins. */
export type Start = { readonly after: number } | { readonly offset: number };

/** What a cursor belongs to: another question's would leave rows out unseen. */
function markOf(question: unknown): string {
  return createHash('sha256').update(JSON.stringify(question)).digest('base64url').slice(0, 8);
}

export const writeCursor = (start: Start, question: unknown): string =>
  `${'after' in start ? 'i' : 'o'}${('after' in start ? start.after : start.offset).toString(36)}.${markOf(question)}`;

/** @throws AppError invalid_input when it isn't the cursor of the same question */
export function readCursor(cursor: string, question: unknown): Start {
  const [, kind, text, mark] = /^([io])([0-9a-z]{1,11})\.([\w-]{8})$/.exec(cursor) ?? [];
  const at = Number.parseInt(text ?? '', 36);
  if (mark !== markOf(question) || !Number.isSafeInteger(at))
    throw invalidField('cursor', 'cursor', {
      en: 'must be the nextCursor of the page before, with the same model, domain and order',
      es: 'debe ser el nextCursor de la página anterior, con el mismo modelo, dominio y orden',
    });
  return kind === 'i' ? { after: at } : { offset: at };
}
