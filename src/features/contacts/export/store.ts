import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';
import type { Filter } from '#features/contacts/filter.ts';
import { COLUMNS, contactsOf, type ContactRow } from '#features/contacts/store.ts';

/** One page as rows, newest first, as the list has it. */
export function exportPage(filter: Filter, after: string | null, rows: number): Statement<ContactRow> {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const contacts = contactsOf(filter, after, `${bind(rows)}::integer`, bind);
  return statement(`select ${COLUMNS} from (${contacts}) as contacts`, values);
}
