import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';
import { termsOf, termsToDrop } from '#features/contacts/rules.ts';
import type { Contact } from '#features/contacts/schema.ts';
import { COLUMNS, type ContactRow } from '#features/contacts/store.ts';

/** Many contacts in one statement each: one at a time, a hundred thousand would take an hour of round trips. */

/** Tags travel as one text: PostgreSQL can't unnest lists of lists. No tag holds a control character. */
const TAG_END = '\u001d';

const column = <K extends keyof Contact>(contacts: readonly Contact[], name: K): (Contact[K] | undefined)[] =>
  contacts.map((contact) => contact[name]);
const jsonOf = (contact: Contact): string | null => (contact.fields ? JSON.stringify(contact.fields) : null);

/** Each term with its contact's place in `contacts`, from 1: a tenth of the text that ids would be. */
function placed(
  contacts: readonly Contact[],
  terms: (contact: Contact) => readonly string[],
): [string[], number[]] {
  const [left, right]: [string[], number[]] = [[], []];
  for (const [i, contact] of contacts.entries()) {
    for (const term of new Set(terms(contact))) {
      left.push(term);
      right.push(i + 1);
    }
  }
  return [left, right];
}

const VALUES = (contacts: readonly Contact[]): unknown[] => [
  column(contacts, 'id'),
  column(contacts, 'name'),
  column(contacts, 'email'),
  column(contacts, 'phone'),
  column(contacts, 'taxId'),
  contacts.map(({ tags }) => tags.join(TAG_END)),
  contacts.map(jsonOf),
  column(contacts, 'version'),
];
const ROWS = `unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::int[])
  as t (id, name, email, phone, tax_id, tags, fields, version)`;
/** Whose they are is asked once, not per row as the column's default would. */
const INSERT_TERMS = `insert into app.contact_terms (tenant_id, term, contact_id)
  select here.id, x.term, ($1::uuid[])[x.n]
  from (select core.tenant_id() as id offset 0) here, unnest($10::text[], $11::int[]) as x (term, n)`;
const TAGS = `string_to_array(t.tags, E'\\x1d')`;

export const insertContacts = (contacts: readonly Contact[], country: string, now: Date): Statement =>
  statement(
    `with made as (
       insert into app.contacts (id, name, email, phone, tax_id, tags, fields, version, created_at, updated_at)
       select t.id, t.name, t.email, t.phone, t.tax_id, ${TAGS}, t.fields::jsonb, t.version, $9::timestamptz, $9::timestamptz from ${ROWS})
     ${INSERT_TERMS}`,
    [...VALUES(contacts), now, ...placed(contacts, (contact) => termsOf(contact, country))],
  );

/** `before` are the same contacts as they are stored, so that their terms can go. */
export const updateContacts = (
  contacts: readonly Contact[],
  before: readonly Contact[],
  country: string,
  now: Date,
): readonly Statement[] => [
  dropTerms(before, country),
  statement(
    `with changed as (
       update app.contacts c set name = t.name, email = t.email, phone = t.phone, tax_id = t.tax_id, tags = ${TAGS},
         fields = t.fields::jsonb, version = t.version, updated_at = $9 from ${ROWS} where c.id = t.id)
     ${INSERT_TERMS} on conflict do nothing`,
    [...VALUES(contacts), now, ...placed(contacts, (contact) => termsOf(contact, country))],
  ),
];

const dropTerms = (contacts: readonly Contact[], country: string): Statement =>
  statement(
    `delete from app.contact_terms c using unnest($2::text[], $3::int[]) as x (term, n)
     where c.term = x.term and c.contact_id = ($1::uuid[])[x.n]`,
    [column(contacts, 'id'), ...placed(contacts, (contact) => termsToDrop(contact, country))],
  );

export const deleteContacts = (contacts: readonly Contact[], country: string): readonly Statement[] => [
  dropTerms(contacts, country),
  statement('delete from app.contacts where id = any ($1::uuid[])', [contacts.map(({ id }) => id)]),
];

type Found = ContactRow & { readonly blocked: boolean };

/** In the order of ids, so that two that lock the same ones never wait for each other. */
export const lockContacts = (ids: readonly string[]): Statement<Found> =>
  statement(
    `select ${COLUMNS}, blocked_at is not null as blocked from app.contacts where id = any ($1::uuid[]) order by id for update`,
    [ids],
  );

/** The same without waiting for anybody. */
export const findContacts = (ids: readonly string[]): Statement<Found> =>
  statement(
    `select ${COLUMNS}, blocked_at is not null as blocked from app.contacts where id = any ($1::uuid[])`,
    [ids],
  );

/** In the order of ids, from one of them on: whoever goes through all of them. */
export const contactIdsAfter = (after: string | null, limit: number): Statement<{ id: string }> =>
  statement(
    `select id from app.contacts where ($1::uuid is null or id > $1) and blocked_at is null order by id limit $2`,
    [after, limit],
  );

/** Of one term, which a shared phone may have made common. */
const MAX_PER_TERM = 10;

/** Contacts that have one of these terms, the oldest first. Whether mail, phone or tax id really is the same is to be seen. */
export const lockContactsByTerm = (terms: readonly string[]): Statement<Found> =>
  statement(
    `select ${COLUMNS}, blocked_at is not null as blocked from app.contacts where id in (
       select f.contact_id from unnest($1::text[]) as wanted (term), lateral (
         select contact_id from app.contact_terms where contact_terms.term = wanted.term order by contact_id limit ${MAX_PER_TERM}) f)
     order by id for update`,
    [terms],
  );
