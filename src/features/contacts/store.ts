import type { Statement } from '#core/db.ts';
import { DEFAULT_LIMIT } from '#core/pagination.ts';
import type { FieldValues } from '#features/contact-fields/index.ts';
import { statement, type RowOf } from '#platform/db/statement.ts';
import type { Filter } from './filter.ts';
import { PAGE_SQL, type PageRow } from './page.ts';
import type { Contact } from './schema.ts';

export const COLUMNS = `id, name, email, phone, tax_id as "taxId", tags, fields, created_at as "createdAt", version`;

export type ContactRow = RowOf<
  'app.contacts',
  'id' | 'name' | 'email' | 'phone' | 'tax_id' | 'tags' | 'fields' | 'created_at' | 'version'
>;

/** Columns that are null are absent in the API. */
export function toContact({ email, phone, taxId, fields, ...row }: ContactRow): Contact {
  const { id, name, ...rest } = row;
  return {
    id,
    name,
    ...(email !== null && { email }),
    ...(phone !== null && { phone }),
    ...(taxId !== null && { taxId }),
    ...rest,
    ...(fields !== null && { fields: fields as FieldValues }),
  };
}

/** The contact and its search terms in one statement: one round through the executor instead of two. */
export const insertContact = (contact: Contact, terms: readonly string[]): Statement =>
  statement(
    `with contact as (
       insert into app.contacts (id, name, email, phone, tax_id, tags, created_at, updated_at, version, fields)
       values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $10))
     insert into app.contact_terms (term, contact_id) select unnest($9::text[]), $1`,
    [
      contact.id,
      contact.name,
      contact.email,
      contact.phone,
      contact.taxId,
      contact.tags,
      contact.createdAt,
      contact.version,
      terms,
      contact.fields,
    ],
  );

export const findContact = (id: string): Statement<ContactRow> =>
  statement(`select ${COLUMNS} from app.contacts where id = $1`, [id]);

/** Where a contact that became part of another, perhaps of several in turn, is now. */
export const findMerged = (id: string): Statement<ContactRow> =>
  statement(
    `with recursive way (id, steps) as (
       select into_id, 1 from app.merged_contacts where contact_id = $1
       union all
       select m.into_id, w.steps + 1 from way w join app.merged_contacts m on m.contact_id = w.id where w.steps < 100)
     select ${COLUMNS} from app.contacts where id in (select id from way)`,
    [id],
  );

export const lockContact = (id: string): Statement<ContactRow> =>
  statement(`select ${COLUMNS} from app.contacts where id = $1 for update`, [id]);

export const updateContact = (contact: Contact, now: Date): Statement =>
  statement(
    `update app.contacts set name = $2, email = $3, phone = $4, tax_id = $5, tags = $6, updated_at = $7, version = $8,
       fields = $9
     where id = $1`,
    [
      contact.id,
      contact.name,
      contact.email,
      contact.phone,
      contact.taxId,
      contact.tags,
      now,
      contact.version,
      contact.fields,
    ],
  );

/**
 * The old terms are named, since an index by contact would cost each insert more than it saves here. Which of them are
 * there depends on the release that wrote them.
 */
export const replaceTerms = (id: string, old: readonly string[], terms: readonly string[]): Statement =>
  statement(
    `with gone as (delete from app.contact_terms where contact_id = $1 and term = any ($2::text[]))
     insert into app.contact_terms (term, contact_id) select unnest($3::text[]), $1 on conflict do nothing`,
    [id, old.filter((term) => !terms.includes(term)), terms],
  );

export const deleteContact = (id: string, terms: readonly string[]): Statement =>
  statement(
    `with gone as (delete from app.contact_terms where contact_id = $1 and term = any ($2::text[]))
     delete from app.contacts where id = $1`,
    [id, terms],
  );

/**
 * Before a search, in the same batch. What is searched for decides nothing about the plan (`found` sees to that), so it is
 * made once per connection and not at each search, where it costs five times what looking up a phone does.
 */
export const planOnce: Statement = statement(
  `select set_config('plan_cache_mode', 'force_generic_plan', true)`,
);

type Bind = (value: unknown) => string;

/**
 * Ids of the contacts that a filter asks for, from the index of terms alone. Several sets are hashed, each read once:
 * a join would let a guess of their sizes decide whether a book is walked through for each word.
 */
function found({ prefixes, terms }: Filter, after: string | null, bind: Bind): string {
  const older = after === null ? '' : ` and contact_id < ${bind(after)}`;
  const idsOf = (condition: string): string => `contact_id from app.contact_terms where ${condition}${older}`;
  const rangeOf = (prefix: string): string =>
    idsOf(`term >= ${bind(prefix)} and term < ${bind(`${prefix}\u{10FFFF}`)}`);
  const sets = [
    ...prefixes.map((any) => any.map(rangeOf).join(' union select ')),
    ...terms.map((term) => idsOf(`term = ${bind(term)}`)),
  ];
  // A prefix may be that of several terms of one contact; sets of several parts have no repeats.
  if (sets.length === 1) return `select ${terms.length === 0 ? 'distinct ' : ''}${sets[0]}`;
  return sets.map((set) => `(select ${set})`).join(' intersect ');
}

/**
 * The newest contacts of a filter, as SQL. `bind` takes a value and answers its placeholder; `rows` is SQL.
 * Of each of `prefixes` one must start one of the contact's terms; `terms` must all be there.
 */
export function contactsOf(filter: Filter, after: string | null, rows: string, bind: Bind): string {
  if (filter.prefixes.length + filter.terms.length === 0) {
    return `select * from app.contacts where blocked_at is null ${after === null ? '' : `and id < ${bind(after)}`}
       order by id desc limit ${rows}`;
  }
  // `offset 0` keeps PostgreSQL from joining the other way round: only a page's contacts are fetched, however many match.
  return `select contact.* from (${found(filter, after, bind)} order by contact_id desc) found
       cross join lateral (
         select * from app.contacts where id = found.contact_id and blocked_at is null offset 0) contact
       order by found.contact_id desc limit ${rows}`;
}

/** One page, newest first: the hottest read (page.ts says why it is a text). */
export function listContacts(filter: Filter, after: string | null, limit: number): Statement<PageRow> {
  const values: unknown[] = [];
  const bind: Bind = (value) => `$${values.push(value)}`;
  // PostgreSQL plans a statement anew at each call when it can't guess the limit (70 µs): the usual one stands in the text.
  const rows = limit === DEFAULT_LIMIT ? String(DEFAULT_LIMIT + 1) : `${bind(limit + 1)}::integer`;
  return statement(
    `select ${PAGE_SQL} as page from (${contactsOf(filter, after, rows, bind)}) as contacts`,
    values,
  );
}

export const insertMessage = (message: {
  id: string;
  formId: string;
  contactId: string;
  text: string;
  consentText: string;
  now: Date;
}): Statement =>
  statement(
    `insert into app.form_messages (id, form_id, contact_id, message, consent_text, created_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [message.id, message.formId, message.contactId, message.text, message.consentText, message.now],
  );

interface FormRow {
  readonly id: string;
  readonly name: string;
  readonly consentText: string;
  readonly createdAt: string;
}

/** Forms a tenant can have; more than anybody has web sites. */
const MAX_FORMS = 200;

export const insertForm = (form: FormRow, tenantId: string): Statement =>
  statement(
    'insert into core.forms (tenant_id, id, name, consent_text, created_at) values ($1, $2, $3, $4, $5)',
    [tenantId, form.id, form.name, form.consentText, form.createdAt],
  );

export const listForms: Statement<FormRow> = statement(
  `select id, name, consent_text as "consentText", created_at as "createdAt" from core.forms order by id desc limit ${MAX_FORMS}`,
);

export const findForm = (id: string): Statement<{ id: string; name: string; consentText: string }> =>
  statement('select id, name, consent_text as "consentText" from core.forms where id = $1', [id]);

export const findMessage = (
  id: string,
): Statement<{ message: string; name: string; email: string | null; phone: string | null }> =>
  statement(
    `select m.message, c.name, c.email, c.phone
     from app.form_messages m join app.contacts c on c.tenant_id = m.tenant_id and c.id = m.contact_id
     where m.id = $1`,
    [id],
  );

export const exportContact = (id: string): Statement<{ data: unknown }> =>
  statement(
    `select json_strip_nulls(json_build_object('name', name, 'email', email, 'phone', phone, 'taxId', tax_id, 'tags', tags, 'fields', fields,
       'createdAt', created_at, 'updatedAt', updated_at, 'blockedAt', blocked_at)) as data
     from app.contacts where id = $1`,
    [id],
  );

/** The row stays, since others name it; nothing in it tells whose it was. */
export const eraseContact = (id: string, now: Date): Statement<{ n: number }> =>
  statement(
    `with terms as (delete from app.contact_terms where contact_id = $1),
     erased as (
       update app.contacts set name = '—', email = null, phone = null, tax_id = null, tags = '{}', fields = null, updated_at = $2,
         blocked_at = coalesce(blocked_at, $2), version = version + 1
       where id = $1 returning 1)
     select count(*)::int as n from erased`,
    [id, now],
  );

export const blockContact = (id: string, at: Date | null): Statement<{ n: number }> =>
  statement(
    `with changed as (update app.contacts set blocked_at = $2 where id = $1 returning 1)
     select count(*)::int as n from changed`,
    [id, at],
  );

export const exportMessages = (contactId: string): Statement<{ data: unknown }> =>
  statement(
    `select json_build_object('message', message, 'consentText', consent_text, 'receivedAt', created_at) as data
     from app.form_messages where contact_id = $1 order by id`,
    [contactId],
  );

export const eraseMessages = (contactId: string): Statement<{ n: number }> =>
  statement(
    `with gone as (delete from app.form_messages where contact_id = $1 returning 1) select count(*)::int as n from gone`,
    [contactId],
  );

export const dueMessages = (
  before: Date,
  after: string | null,
  limit: number,
): Statement<{ id: string; subject: string | null }> =>
  statement(
    `select id, contact_id as subject from app.form_messages
     where created_at < $1 and ($2::uuid is null or id > $2) order by id limit $3`,
    [before, after, limit],
  );

export const dropMessages = (ids: readonly string[]): Statement<{ n: number }> =>
  statement(
    `with gone as (delete from app.form_messages where id = any ($1::uuid[]) returning 1)
     select count(*)::int as n from gone`,
    [ids],
  );

/** Contacts that have a value of a field, found by the terms of its values. */
export const contactsWithField = (key: string, limit: number): Statement<ContactRow> =>
  statement(
    `select ${COLUMNS} from app.contacts where id in (
       select contact_id from app.contact_terms where term >= $1 and term < $2 limit $3)
     for update`,
    [`=${key}:`, `=${key};`, limit],
  );

/** By the range of its values' terms: whatever release wrote them, none is met again. */
export const dropFieldTerms = (key: string, ids: readonly string[]): Statement =>
  statement(
    `delete from app.contact_terms where term >= $1 and term < $2 and contact_id = any ($3::uuid[])`,
    [`=${key}:`, `=${key};`, ids],
  );
