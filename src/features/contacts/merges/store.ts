import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';
import { COLUMNS, type ContactRow } from '#features/contacts/store.ts';

/** The whole row, so that it can come back to the microsecond. */
export const wholeContacts = (
  ids: readonly string[],
): Statement<{ id: string; data: unknown; blocked: boolean }> =>
  statement(
    `select id, row_to_json(c) as data, blocked_at is not null as blocked from app.contacts c
     where id = any ($1::uuid[]) order by id for update`,
    [ids],
  );

export const insertMerge = (merge: {
  id: string;
  contactId: string;
  version: number;
  before: unknown;
  by: string;
  now: Date;
}): Statement =>
  statement(
    `insert into app.merges (id, contact_id, version, before, merged_at, merged_by) values ($1, $2, $3, $4, $5, $6)`,
    [merge.id, merge.contactId, merge.version, JSON.stringify(merge.before), merge.now, merge.by],
  );

export const insertMerged = (one: {
  contactId: string;
  mergeId: string;
  intoId: string;
  before: unknown;
  moved: Readonly<Record<string, readonly string[]>>;
}): Statement =>
  statement(
    `insert into app.merged_contacts (contact_id, merge_id, into_id, before, moved) values ($1, $2, $3, $4, $5)`,
    [one.contactId, one.mergeId, one.intoId, JSON.stringify(one.before), JSON.stringify(one.moved)],
  );

export interface MergeRow {
  readonly id: string;
  readonly contactId: string;
  readonly version: number;
  readonly before: unknown;
  readonly mergedAt: string;
  readonly mergedBy: string;
  readonly undoneAt: string | null;
}

export const lockMerge = (id: string): Statement<MergeRow> =>
  statement(
    `select id, contact_id as "contactId", version, before, merged_at as "mergedAt", merged_by as "mergedBy",
       undone_at as "undoneAt" from app.merges where id = $1 for update`,
    [id],
  );

export const mergedOf = (
  mergeId: string,
): Statement<{ contactId: string; before: unknown; moved: Record<string, string[]> }> =>
  statement(
    `select contact_id as "contactId", before, moved from app.merged_contacts where merge_id = $1 order by contact_id`,
    [mergeId],
  );

/** Exactly as it was. */
export const bringBack = (before: unknown): Statement<ContactRow> =>
  statement(
    `insert into app.contacts select * from json_populate_record(null::app.contacts, $1) returning ${COLUMNS}`,
    [JSON.stringify(before)],
  );

/** All of the row but its version, which never goes back. */
export const putBack = (before: unknown, version: number): Statement<ContactRow> =>
  statement(
    `update app.contacts c set name = b.name, email = b.email, phone = b.phone, tax_id = b.tax_id, tags = b.tags,
       fields = b.fields, updated_at = b.updated_at, version = $2
     from json_populate_record(null::app.contacts, $1) b where c.id = b.id
     returning ${COLUMNS.replaceAll(/\b(id|name|email|phone|tax_id|tags|fields|created_at|version)\b(?!")/g, 'c.$1')}`,
    [JSON.stringify(before), version],
  );

export const endMerge = (id: string, now: Date): readonly Statement[] => [
  statement('delete from app.merged_contacts where merge_id = $1', [id]),
  statement('update app.merges set undone_at = $2 where id = $1', [id, now]),
];

/** Rows of one class go from one contact to another; `only` limits them to those ids. Answers which. */
export const moveMessages = (
  from: string,
  to: string,
  only: readonly string[] | null,
): Statement<{ id: string }> =>
  statement(
    `update app.form_messages set contact_id = $2 where contact_id = $1 and ($3::uuid[] is null or id = any ($3)) returning id`,
    [from, to, only],
  );

export const exportMerges = (contactId: string): Statement<{ data: unknown }> =>
  statement(
    `select json_build_object('mergedAt', g.merged_at, 'was', m.before) as data
     from app.merged_contacts m join app.merges g on g.tenant_id = m.tenant_id and g.id = m.merge_id
     where m.into_id = $1 order by m.contact_id`,
    [contactId],
  );

/** The ids keep leading to the contact; what it was made of is gone, and with it the way back. */
export const eraseMerges = (contactId: string): Statement<{ n: number }> =>
  statement(
    `with parts as (update app.merged_contacts set before = null where into_id = $1 returning 1),
     merges as (update app.merges set before = null where contact_id = $1 returning 1)
     select ((select count(*) from parts) + (select count(*) from merges))::int as n`,
    [contactId],
  );

/** Contacts newest first, with what they could be the same by. */
export const pageOfContacts = (after: string | null, rows: number): Statement<ContactRow> =>
  statement(
    `select ${COLUMNS} from app.contacts where blocked_at is null and ($1::uuid is null or id < $1) order by id desc limit $2`,
    [after, rows],
  );

/** Of one word, which may be as common as Pérez. */
const MAX_PER_TERM = 50;

/** Contacts that have one of these terms, with the term; at most fifty of each. */
export const contactsByTerm = (terms: readonly string[]): Statement<ContactRow & { readonly term: string }> =>
  statement(
    `select wanted.term, ${COLUMNS} from unnest($1::text[]) as wanted (term), lateral (
       select contact_id from app.contact_terms t where t.term = wanted.term order by contact_id limit ${MAX_PER_TERM}) f
     join app.contacts c on c.id = f.contact_id
     where c.blocked_at is null`,
    [terms],
  );
