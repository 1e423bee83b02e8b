import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';
import type { ContactField } from './schema.ts';

const COLUMNS = `id, key, title, type, options, archived_at is not null as archived, created_at as "createdAt", version`;

/** All of them, in the order in which they were made; those that are being dropped are gone already. */
export const listFields: Statement<ContactField> = statement(
  `select ${COLUMNS} from app.custom_fields where dropped_at is null order by id`,
);

/** For a write: none of them is dropped before it is committed, so that no value outlives its field. */
export const holdFields: Statement<ContactField> = statement(`${listFields.sql} for share`);

/** Those that are being dropped included: their keys aren't free yet. */
export const countFields: Statement<{ fields: number }> = statement(
  'select count(*)::int as fields from app.custom_fields',
);

export const lockField = (id: string): Statement<ContactField> =>
  statement(`select ${COLUMNS} from app.custom_fields where id = $1 and dropped_at is null for update`, [id]);

export const insertField = (field: ContactField): Statement<{ id: string }> =>
  statement(
    `insert into app.custom_fields (id, key, title, type, options, created_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (tenant_id, key) do nothing returning id`,
    [field.id, field.key, field.title, field.type, field.options, field.createdAt],
  );

export const updateField = (field: ContactField, now: Date): Statement =>
  statement(
    `update app.custom_fields set title = $2, options = $3, version = $4,
       archived_at = case when $5::boolean then coalesce(archived_at, $6) end
     where id = $1`,
    [field.id, field.title, field.options, field.version, field.archived, now],
  );

export const markDropped = (id: string, now: Date): Statement =>
  statement('update app.custom_fields set dropped_at = $2 where id = $1', [id, now]);

export const findDropped = (id: string): Statement<{ key: string }> =>
  statement('select key from app.custom_fields where id = $1 and dropped_at is not null', [id]);

export const removeField = (id: string): Statement =>
  statement('delete from app.custom_fields where id = $1 and dropped_at is not null', [id]);
