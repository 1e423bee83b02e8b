import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';
import type { Contact } from './schema.ts';

const COLUMNS = `id, name, email, phone, tax_id as "taxId", tags, created_at as "createdAt", version`;

type Row = Omit<Contact, 'email' | 'phone' | 'taxId'> & {
  email: string | null;
  phone: string | null;
  taxId: string | null;
};

/** Columns that are null are absent in the API. */
export function toContact({ email, phone, taxId, ...row }: Row): Contact {
  const { id, name, ...rest } = row;
  return {
    id,
    name,
    ...(email !== null && { email }),
    ...(phone !== null && { phone }),
    ...(taxId !== null && { taxId }),
    ...rest,
  };
}

/** The contact and its search terms in one statement: one round through the executor instead of two. */
export const insertContact = (contact: Contact, terms: readonly string[]): Statement =>
  statement(
    `with contact as (
       insert into app.contacts (id, name, email, phone, tax_id, tags, created_at, updated_at, version)
       values ($1, $2, $3, $4, $5, $6, $7, $7, $8))
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
    ],
  );

export const findContact = (id: string): Statement<Row> =>
  statement(`select ${COLUMNS} from app.contacts where id = $1`, [id]);

export const lockContact = (id: string): Statement<Row> =>
  statement(`select ${COLUMNS} from app.contacts where id = $1 for update`, [id]);

export const updateContact = (contact: Contact, now: Date): Statement =>
  statement(
    `update app.contacts set name = $2, email = $3, phone = $4, tax_id = $5, tags = $6, updated_at = $7, version = $8
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
    ],
  );

export const replaceTerms = (id: string, terms: readonly string[]): Statement =>
  statement(
    `with gone as (delete from app.contact_terms where contact_id = $1 and term <> all ($2::text[]))
     insert into app.contact_terms (term, contact_id) select unnest($2::text[]), $1 on conflict do nothing`,
    [id, terms],
  );

export const deleteContact = (id: string): Statement =>
  statement(
    `with terms as (delete from app.contact_terms where contact_id = $1)
     delete from app.contacts where id = $1`,
    [id],
  );

export interface ListRow {
  readonly data: string;
  readonly last: string | null;
  readonly rows: number;
}

const JSON_ROW = `json_strip_nulls(json_build_object('id', id, 'name', name, 'email', email, 'phone', phone, 'taxId', tax_id,
  'tags', tags, 'createdAt', to_char(created_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'version', version))`;

/**
 * One page, newest first, as JSON made by PostgreSQL: the hottest read, and half the price of rows (ARCHITECTURE §1).
 * `prefixes` must each start one of the contact's terms, `tags` must all be there. `rows` counts up to limit + 1.
 */
export function listContacts(
  filter: { prefixes: readonly string[]; tags: readonly string[] },
  after: string | null,
  limit: number,
): Statement<ListRow> {
  const values: unknown[] = [after, limit];
  const bind = (value: string): string => `$${values.push(value)}`;
  const found = (from: string, to: string): string =>
    `id in (select contact_id from app.contact_terms where term >= ${bind(from)} and term < ${bind(to)})`;
  const conditions = [
    ...filter.prefixes.map((prefix) => found(prefix, `${prefix}\u{10FFFF}`)),
    ...filter.tags.map((tag) => found(`#${tag}`, `#${tag}\u0001`)),
  ];
  return statement(
    `with page as (
       select * from app.contacts
       where ($1::uuid is null or id < $1) ${conditions.map((condition) => `and ${condition}`).join(' ')}
       order by id desc limit $2 + 1),
     shown as (select * from page order by id desc limit $2)
     select coalesce((select json_agg(${JSON_ROW}) from shown), '[]')::text as data,
       (select min(id::text) from shown) as last, (select count(*)::int from page) as rows`,
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
