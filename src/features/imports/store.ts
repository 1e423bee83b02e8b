import type { Statement } from '#core/db.ts';
import type { TimelineSource } from '#core/timeline.ts';
import { statement } from '#platform/db/statement.ts';
import type { Import } from './schema.ts';
import type { LineError, Settings } from './lines.ts';

const COLUMNS = `id, state, format, file_name as "fileName", bytes, parts, rows, created, updated, skipped, failed, undone,
  conflicts, failure, created_at as "createdAt", started_at as "startedAt", finished_at as "finishedAt",
  settings, read_bytes as "readBytes", total_bytes as "totalBytes", line, undo_after as "undoAfter"`;

export type ImportRow = Omit<Import, 'total'> & {
  readonly settings: Settings | null;
  /** Of the text as UTF-8. */
  readonly readBytes: number;
  readonly totalBytes: number;
  readonly line: number;
  readonly undoAfter: string | null;
};

export const insertImport = (
  row: Pick<Import, 'id' | 'format' | 'fileName' | 'bytes'>,
  by: string,
  now: Date,
): Statement =>
  statement(
    `insert into app.imports (id, state, format, file_name, bytes, parts, created_by, created_at, updated_at)
     values ($1, 'uploading', $2, $3, $4, 1, $5, $6, $6)`,
    [row.id, row.format, row.fileName, row.bytes, by, now],
  );

export const insertPart = (id: string, part: number, bytes: Buffer): Statement =>
  statement('insert into app.import_parts (import_id, part, bytes) values ($1, $2, $3)', [id, part, bytes]);

export const growImport = (id: string, bytes: number, now: Date): Statement =>
  statement('update app.imports set bytes = bytes + $2, parts = parts + 1, updated_at = $3 where id = $1', [
    id,
    bytes,
    now,
  ]);

export const findPart = (id: string, part: number): Statement<{ bytes: Buffer }> =>
  statement('select bytes from app.import_parts where import_id = $1 and part = $2', [id, part]);

export const listParts = (id: string): Statement<{ bytes: Buffer }> =>
  statement('select bytes from app.import_parts where import_id = $1 order by part', [id]);

export const dropParts = (id: string): Statement =>
  statement('delete from app.import_parts where import_id = $1', [id]);

/** Stops counting at `most`. */
export const countWaiting = (most: number): Statement<{ waiting: number }> =>
  statement(
    `select count(*)::int as waiting from (select 1 from app.imports where state = 'uploading' limit $1) w`,
    [most],
  );

export const findImport = (id: string): Statement<ImportRow> =>
  statement(`select ${COLUMNS} from app.imports where id = $1`, [id]);

export const lockImport = (id: string): Statement<ImportRow> =>
  statement(`select ${COLUMNS} from app.imports where id = $1 for update`, [id]);

export const listImports = (after: string | null, rows: number): Statement<ImportRow> =>
  statement(
    `select ${COLUMNS} from app.imports where $1::uuid is null or id < $1 order by id desc limit $2`,
    [after, rows],
  );

export const startImport = (id: string, settings: Settings, now: Date): Statement =>
  statement(
    `update app.imports set state = 'running', settings = $2, started_at = $3, updated_at = $3 where id = $1`,
    [id, JSON.stringify(settings), now],
  );

export const setState = (
  id: string,
  state: Import['state'],
  now: Date,
  failure: string | null = null,
): Statement =>
  statement(
    `update app.imports set state = $2, failure = $4, updated_at = $3,
       finished_at = case when $2 in ('running', 'undoing') then null else $3::timestamptz end
     where id = $1`,
    [id, state, now, failure],
  );

export const saveProgress = (row: ImportRow, now: Date): Statement =>
  statement(
    `update app.imports set read_bytes = $2, total_bytes = $3, line = $4, rows = $5, created = $6, updated = $7,
       skipped = $8, failed = $9, updated_at = $10 where id = $1`,
    [
      row.id,
      row.readBytes,
      row.totalBytes,
      row.line,
      row.rows,
      row.created,
      row.updated,
      row.skipped,
      row.failed,
      now,
    ],
  );

/** Imports of one company take turns, so that two that bring the same contact make one. Ends with the transaction. */
export const takeTurn = (tenantId: string): Statement =>
  statement('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`imports ${tenantId}`]);

export interface ErrorLine {
  readonly line: number;
  readonly raw: string;
  readonly errors: readonly LineError[];
}

export const insertErrors = (id: string, lines: readonly ErrorLine[]): Statement =>
  statement(
    `insert into app.import_errors (import_id, line, raw, errors)
     select $1, t.line, t.raw, t.errors::json from unnest($2::int[], $3::text[], $4::text[]) as t (line, raw, errors)`,
    [
      id,
      lines.map(({ line }) => line),
      lines.map(({ raw }) => raw),
      lines.map(({ errors }) => JSON.stringify(errors)),
    ],
  );

export const listErrors = (id: string, after: number, rows: number): Statement<ErrorLine> =>
  statement(
    `select line, raw, errors from app.import_errors where import_id = $1 and line > $2 order by line limit $3`,
    [id, after, rows],
  );

export interface Change {
  readonly contactId: string;
  readonly version: number;
  /** Null: made by the import. */
  readonly before: unknown;
}

/** Contacts that this very transaction made: none of them can be there already. */
export const insertMade = (
  id: string,
  made: readonly { readonly id: string; readonly version: number }[],
): Statement =>
  statement(
    `insert into app.import_changes (import_id, contact_id, version)
     select $1, t.contact_id, t.version from unnest($2::uuid[], $3::int[]) as t (contact_id, version)`,
    [id, made.map((one) => one.id), made.map(({ version }) => version)],
  );

/** A contact that one file names twice keeps what it was at first. */
export const insertChanges = (id: string, changes: readonly Change[]): Statement =>
  statement(
    `insert into app.import_changes (import_id, contact_id, version, before)
     select $1, t.contact_id, t.version, t.before::json
     from unnest($2::uuid[], $3::int[], $4::text[]) as t (contact_id, version, before)
     on conflict (tenant_id, import_id, contact_id) do update set version = excluded.version`,
    [
      id,
      changes.map(({ contactId }) => contactId),
      changes.map(({ version }) => version),
      changes.map(({ before }) => (before === null ? null : JSON.stringify(before))),
    ],
  );

/** Before all ids: a place to begin at that, unlike "none given", lets the index start there. */
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

export const nextChanges = (id: string, after: string | null, rows: number): Statement<Change> =>
  statement(
    `select contact_id as "contactId", version, before from app.import_changes
     where import_id = $1 and contact_id > $2 order by contact_id limit $3`,
    [id, after ?? FIRST_ID, rows],
  );

export const markConflicts = (id: string, contactIds: readonly string[]): Statement =>
  statement(
    'update app.import_changes set conflict = true where import_id = $1 and contact_id = any ($2::uuid[])',
    [id, contactIds],
  );

export const listConflicts = (
  id: string,
  after: string | null,
  rows: number,
): Statement<{ id: string; created: boolean }> =>
  statement(
    `select contact_id as id, before is null as created from app.import_changes
     where import_id = $1 and conflict and ($2::uuid is null or contact_id > $2) order by contact_id limit $3`,
    [id, after, rows],
  );

export const saveUndo = (
  id: string,
  undone: { after: string; undone: number; conflicts: number },
  now: Date,
): Statement =>
  statement(
    `update app.imports set undo_after = $2, undone = undone + $3, conflicts = conflicts + $4, updated_at = $5 where id = $1`,
    [id, undone.after, undone.undone, undone.conflicts, now],
  );

export const exportChanges = (contactId: string): Statement<{ data: unknown }> =>
  statement(
    `select json_build_object('file', i.file_name, 'at', i.created_at, 'before', c.before) as data
     from app.import_changes c join app.imports i on i.tenant_id = c.tenant_id and i.id = c.import_id
     where c.contact_id = $1 order by i.id`,
    [contactId],
  );

/** Without it the import can't be taken back for this contact; that is what was asked for. */
export const eraseChanges = (contactId: string): Statement<{ n: number }> =>
  statement(
    `with gone as (delete from app.import_changes where contact_id = $1 returning 1) select count(*)::int as n from gone`,
    [contactId],
  );

export const dueImports = (
  before: Date,
  after: string | null,
  limit: number,
): Statement<{ id: string; subject: string | null }> =>
  statement(
    `select id, null as subject from app.imports
     where updated_at < $1 and state not in ('running', 'undoing') and ($2::uuid is null or id > $2) order by id limit $3`,
    [before, after, limit],
  );

export const dropImports = (ids: readonly string[]): Statement<{ n: number }> =>
  statement(
    `with changes as (delete from app.import_changes where import_id = any ($1::uuid[])),
       gone as (delete from app.imports where id = any ($1::uuid[]) returning 1)
     select count(*)::int as n from gone`,
    [ids],
  );

/** What a contact owes to imports. */
export const importsOf: TimelineSource['entries'] = ({ ids }, before, limit) =>
  statement(
    `select i.started_at as at, i.id,
       case when c.before is null then 'contact.imported' else 'contact.import_updated' end as kind,
       json_build_object('importId', i.id, 'fileName', i.file_name) as data
     from app.import_changes c join app.imports i on i.tenant_id = c.tenant_id and i.id = c.import_id
     where c.contact_id = any ($1::uuid[]) and i.started_at is not null
       and ($2::timestamptz is null or (i.started_at, i.id) < ($2, $3::uuid))
     order by i.started_at desc, i.id desc limit $4`,
    [ids, before?.at, before?.id, limit],
  );
