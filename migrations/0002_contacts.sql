-- Contacts: the people and companies a tenant deals with.

create table app.contacts (
  tenant_id  uuid not null default core.tenant_id(),
  id         uuid not null,
  name       text not null,
  email      text,
  phone      text,
  tax_id     text,
  tags       text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version    integer not null default 1,
  primary key (tenant_id, id)
);
comment on table app.contacts is 'A person or company that the tenant deals with.';
comment on column app.contacts.tenant_id is 'Owner.';
comment on column app.contacts.id is 'UUID version 7, so that newest first is the primary key backwards.';
comment on column app.contacts.name is 'As people write it.';
comment on column app.contacts.email is 'Lower case.';
comment on column app.contacts.phone is 'E.164, e.g. +56912345678.';
comment on column app.contacts.tax_id is 'Canonical; of another country than the tenant''s with its prefix, e.g. AR:20-12345678-6.';
comment on column app.contacts.tags is 'Lower case, no repeats, in alphabetical order.';
comment on column app.contacts.created_at is 'When it was made.';
comment on column app.contacts.updated_at is 'When it last changed.';
comment on column app.contacts.version is 'Row version, the API''s ETag.';
call core.protect('app.contacts', 'smarteros_app');
grant select, insert, update, delete on app.contacts to smarteros_app;

create table app.contact_terms (
  tenant_id  uuid not null default core.tenant_id(),
  term       text collate "C" not null,
  contact_id uuid not null,
  primary key (tenant_id, term, contact_id)
);
comment on table app.contact_terms is
  'What a contact is found by: the words of its name, mail, phone, tax id, tags. LIKE, trigrams and lower() can''t use an index under row-level security (they aren''t leakproof); a range over plain text can.';
comment on column app.contact_terms.tenant_id is 'Owner.';
comment on column app.contact_terms.term is 'Normalised word; a tag stands as #tag.';
comment on column app.contact_terms.contact_id is 'The contact; written and deleted together with it, so there is no foreign key to pay for.';
call core.protect('app.contact_terms', 'smarteros_app');
grant select, insert, delete on app.contact_terms to smarteros_app;

create table app.form_messages (
  tenant_id    uuid not null default core.tenant_id(),
  id           uuid not null,
  form_id      uuid not null,
  contact_id   uuid not null,
  message      text not null,
  consent_text text not null,
  created_at   timestamptz not null,
  primary key (tenant_id, id),
  constraint form_messages_contact foreign key (tenant_id, contact_id) references app.contacts on delete cascade
);
comment on table app.form_messages is 'What strangers wrote in a public contact form, with the consent they gave.';
comment on column app.form_messages.tenant_id is 'Owner of the form.';
comment on column app.form_messages.id is 'UUID version 7.';
comment on column app.form_messages.form_id is 'The form.';
comment on column app.form_messages.contact_id is 'The contact made from it.';
comment on column app.form_messages.message is 'The sender''s words.';
comment on column app.form_messages.consent_text is 'The words that the sender agreed to.';
comment on column app.form_messages.created_at is 'When it came in, and so when consent was given.';
create index form_messages_contact_index on app.form_messages (tenant_id, contact_id);
call core.protect('app.form_messages', 'smarteros_app');
grant select, insert on app.form_messages to smarteros_app;
