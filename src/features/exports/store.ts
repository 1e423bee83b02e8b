import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';

/**
 * Every table that holds rows of a tenant worth taking along, in a fixed order. Found in the catalogue, so that a new
 * feature's tables are never forgotten; tables without an id (search terms) are made from others.
 */
export const listTables: Statement<{ name: string }> = statement(
  `select format('%I.%I', n.nspname, c.relname) as name
   from pg_class c join pg_namespace n on n.oid = c.relnamespace
   where c.relkind in ('r', 'p') and (n.nspname in ('app', 'privacy') or (n.nspname = 'core' and c.relname in ('tenants', 'forms', 'audit', 'audit_checkpoints')))
     and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'id' and not a.attisdropped)
   order by 1`,
);

export interface ExportedRow {
  readonly id: string;
  readonly row: Record<string, unknown>;
}

/** `table` comes from listTables, where PostgreSQL itself has quoted it. */
export const exportRows = (table: string, after: string | null, rows: number): Statement<ExportedRow> =>
  statement(
    `select t.id, row_to_json(t) as row from ${table} t where $1::uuid is null or t.id > $1 order by t.id limit $2`,
    [after, rows],
  );
