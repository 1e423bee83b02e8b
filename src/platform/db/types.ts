// Made by test/db/generate.ts from the migrations. Do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely';

/** Bearer keys of a tenant. The key itself is shown once and never stored. */
interface CoreApiKeys {
  /** Owner. */
  tenant_id: string;
  /** UUID version 7. */
  id: string;
  /** What the key is for, in the owner's words. */
  name: string;
  /** First characters of the key, to recognise it by. */
  prefix: string;
  /** SHA-256 of the key, which holds 256 random bits (so no slow hash is needed). */
  hash: ColumnType<string, Buffer, Buffer>;
  /** Granted scopes; * is all scopes of the tenant, never the operator's. */
  scopes: ColumnType<string[], readonly string[], readonly string[]>;
  /** When it was made. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** When it stops working by itself; null: never. */
  expires_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** When it was revoked. */
  revoked_at: ColumnType<string | null, Date | string | null, Date | string | null>;
  /** Last use, to within a minute. */
  last_used_at: ColumnType<string | null, Date | string | null, Date | string | null>;
}

/** Who did what in a tenant. Written in the transaction of the act, never changed. */
interface CoreAudit {
  /** Where it happened. */
  tenant_id: Generated<string>;
  /** UUID version 7. */
  id: string;
  /** When. */
  at: ColumnType<string, Date | string, Date | string>;
  /** key, grant (the operator inside a tenant), operator, job or anonymous. */
  actor_kind: string;
  /** Id of that key or grant. */
  actor_id: string | null;
  /** Its name at that time. */
  actor_name: string;
  /** e.g. contact.created. */
  action: string;
  /** e.g. contacts.create. */
  operation: string;
  /** Id of what was acted on. */
  target: string | null;
  /** Joins log, trace and answer. */
  request_id: string;
}

/** The outbox and log of facts. Rows are written by acts; the relay gives each its position. */
interface CoreEvents {
  /** Where it happened. */
  tenant_id: Generated<string>;
  /** UUID version 7; the same on every repeat of a delivery. */
  id: string;
  /** Order of writing; breaks ties among rows that the relay meets together. */
  seq: GeneratedAlways<number>;
  /** Order of publishing, given by the relay after commit; null until then. */
  position: number | null;
  /** e.g. contact.created. */
  name: string;
  /** Version of the data's shape. */
  version: number;
  /** As the event's definition says. */
  data: ColumnType<unknown, string, string>;
  /** When. */
  occurred_at: ColumnType<string, Date | string, Date | string>;
}

/** Public contact forms. A form's id is no secret: it only says whose contact book a message goes to. */
interface CoreForms {
  /** Owner. */
  tenant_id: string;
  /** What the web page sends. */
  id: string;
  /** Where the form stands, e.g. the page's title. */
  name: string;
  /** The words that the sender agrees to; copied into each message. */
  consent_text: string;
  /** When it was made. */
  created_at: ColumnType<string, Date | string, Date | string>;
}

/** The operator's time-limited entries into a tenant; each opening stands in the tenant's audit. */
interface CoreGrants {
  /** The tenant entered. */
  tenant_id: string;
  /** UUID version 7. */
  id: string;
  /** SHA-256 of the grant's token. */
  hash: ColumnType<string, Buffer, Buffer>;
  /** Why, as the tenant's owner reads it. */
  reason: string;
  /** When it was opened. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** When it ends; an hour at the most. */
  expires_at: ColumnType<string, Date | string, Date | string>;
}

/** Answers of writes that came with an Idempotency-Key, kept for 24 hours. Only successes are stored. */
interface CoreIdempotency {
  /** Where. */
  tenant_id: Generated<string>;
  /** Kind and id of the caller: two callers may use the same key. */
  actor: string;
  /** The caller's key. */
  key: string;
  /** e.g. contacts.create. */
  operation: string;
  /** SHA-256 of operation and input; another one under the same key is refused. */
  request: ColumnType<string, Buffer, Buffer>;
  /** The answer as JSON, secret fields as null; null inside the act's own transaction only. */
  answer: string | null;
  /** When. */
  created_at: ColumnType<string, Date | string, Date | string>;
}

/** A client company, known by country and tax id. */
interface CoreTenants {
  /** UUID version 7. */
  id: string;
  /** ISO 3166-1 alpha-2; decides the rule of the tax id and the defaults of the company. */
  country: 'CL' | 'AR' | 'PE';
  /** Canonical, e.g. 12345678-5. */
  tax_id: string;
  /** Lower-case compact tax id, e.g. 123456785; other countries than Chile with prefix, e.g. ar-20123456786. */
  slug: string;
  /** The company's name as people write it. */
  name: string;
  /** suspended: every credential and form is refused, jobs wait; the operator still gets in. */
  status: Generated<'active' | 'suspended'>;
  /** True once the tax certificate or the operator vouched for the claim. */
  verified: Generated<boolean>;
  /** True for the operator's own hidden tenant only. */
  platform: Generated<boolean>;
  /** When it was signed up. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** When the row last changed. */
  updated_at: ColumnType<string, Date | string, Date | string>;
  /** Row version, the API's ETag. */
  version: Generated<number>;
}

/** Living workers. One that stays silent has its jobs taken over by the others. */
interface CoreWorkers {
  /** Made by the worker at its start. */
  id: string;
  /** Its last heartbeat. */
  seen_at: ColumnType<string, Date | string, Date | string>;
}

/** What a contact is found by: the words of its name, mail, phone, tax id, tags. LIKE, trigrams and lower() can't use an index under row-level security (they aren't leakproof); a range over plain text can. */
interface AppContactTerms {
  /** Owner. */
  tenant_id: Generated<string>;
  /** Normalised word; a tag stands as #tag. */
  term: string;
  /** The contact; written and deleted together with it, so there is no foreign key to pay for. */
  contact_id: string;
}

/** A person or company that the tenant deals with. */
interface AppContacts {
  /** Owner. */
  tenant_id: Generated<string>;
  /** UUID version 7, so that newest first is the primary key backwards. */
  id: string;
  /** As people write it. */
  name: string;
  /** Lower case. */
  email: string | null;
  /** E.164, e.g. +56912345678. */
  phone: string | null;
  /** Canonical; of another country than the tenant's with its prefix, e.g. AR:20-12345678-6. */
  tax_id: string | null;
  /** Lower case, no repeats, in alphabetical order. */
  tags: ColumnType<string[], readonly string[], readonly string[]>;
  /** When it was made. */
  created_at: ColumnType<string, Date | string, Date | string>;
  /** When it last changed. */
  updated_at: ColumnType<string, Date | string, Date | string>;
  /** Row version, the API's ETag. */
  version: Generated<number>;
}

/** What strangers wrote in a public contact form, with the consent they gave. */
interface AppFormMessages {
  /** Owner of the form. */
  tenant_id: Generated<string>;
  /** UUID version 7. */
  id: string;
  /** The form. */
  form_id: string;
  /** The contact made from it. */
  contact_id: string;
  /** The sender's words. */
  message: string;
  /** The words that the sender agreed to. */
  consent_text: string;
  /** When it came in, and so when consent was given. */
  created_at: ColumnType<string, Date | string, Date | string>;
}

export interface Database {
  'core.api_keys': CoreApiKeys;
  'core.audit': CoreAudit;
  'core.events': CoreEvents;
  'core.forms': CoreForms;
  'core.grants': CoreGrants;
  'core.idempotency': CoreIdempotency;
  'core.tenants': CoreTenants;
  'core.workers': CoreWorkers;
  'app.contact_terms': AppContactTerms;
  'app.contacts': AppContacts;
  'app.form_messages': AppFormMessages;
}
