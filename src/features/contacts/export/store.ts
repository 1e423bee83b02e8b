import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';
import type { Filter } from '#features/contacts/filter.ts';
import { COLUMNS, conditionsOf, type ContactRow } from '#features/contacts/store.ts';

/** One page as rows, newest first, as the list has it. */
export function exportPage(filter: Filter, after: string | null, rows: number): Statement<ContactRow> {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const conditions = conditionsOf(filter, after, bind);
  return statement(
    `select ${COLUMNS} from app.contacts where ${conditions.join(' and ')} order by id desc limit ${bind(rows)}::integer`,
    values,
  );
}
