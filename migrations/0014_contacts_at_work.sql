-- Contacts at work: fields of a company's own, imports that can be taken back, merges that can be taken back.

----------------------------------------------------------------------------------------------------------------
-- Fields of a company's own
----------------------------------------------------------------------------------------------------------------

alter table app.contacts add column fields jsonb;
comment on column app.contacts.fields is 'Values of the company''s own fields by key; null: none. What can be filtered by stands in contact_terms as =key:value.';

create table app.custom_fields (
  tenant_id   uuid not null default core.tenant_id(),
  id          uuid not null,
  key         text not null,
  title       text not null,
  type        text not null check (type in ('text', 'number', 'date', 'boolean', 'one_of', 'many_of', 'url', 'mail', 'phone', 'tax_id')),
  options     text[] not null,
  created_at  timestamptz not null,
  archived_at timestamptz,
  dropped_at  timestamptz,
  version     integer not null default 1,
  primary key (tenant_id, id),
  constraint custom_fields_key unique (tenant_id, key)
);
comment on table app.custom_fields is 'What a company writes down about its contacts beside name, mail, phone, tax id and tags.';
comment on column app.custom_fields.tenant_id is 'Owner.';
comment on column app.custom_fields.id is 'UUID version 7.';
comment on column app.custom_fields.key is 'Its name in contacts.fields; never changes.';
comment on column app.custom_fields.title is 'Its name for people.';
comment on column app.custom_fields.type is 'What its values are.';
comment on column app.custom_fields.options is 'The values that one_of and many_of choose from.';
comment on column app.custom_fields.created_at is 'When it was made.';
comment on column app.custom_fields.archived_at is 'Since when nothing new is written into it; its values stay.';
comment on column app.custom_fields.dropped_at is 'Since when its values are being removed; the row goes with the last of them.';
comment on column app.custom_fields.version is 'Row version, the API''s ETag.';
call core.protect('app.custom_fields', 'smarteros_app');
grant select, insert, update, delete on app.custom_fields to smarteros_app;

----------------------------------------------------------------------------------------------------------------
-- Imports
----------------------------------------------------------------------------------------------------------------

create table app.imports (
  tenant_id   uuid not null default core.tenant_id(),
  id          uuid not null,
  state       text not null check (state in ('uploading', 'running', 'finished', 'cancelled', 'failed', 'undoing', 'undone')),
  format      text not null check (format in ('csv', 'vcard')),
  file_name   text not null,
  bytes       integer not null,
  parts       integer not null,
  settings    json,
  read_bytes  bigint not null default 0,
  total_bytes bigint not null default 0,
  line        integer not null default 1,
  rows        integer not null default 0,
  created     integer not null default 0,
  updated     integer not null default 0,
  skipped     integer not null default 0,
  failed      integer not null default 0,
  undone      integer not null default 0,
  conflicts   integer not null default 0,
  undo_after  uuid,
  failure     text,
  created_by  text not null,
  created_at  timestamptz not null,
  started_at  timestamptz,
  finished_at timestamptz,
  updated_at  timestamptz not null,
  primary key (tenant_id, id)
);
comment on table app.imports is 'Files of contacts that were, or are being, read in.';
comment on column app.imports.tenant_id is 'Owner.';
comment on column app.imports.id is 'UUID version 7.';
comment on column app.imports.state is 'Where it stands.';
comment on column app.imports.format is 'What the file is.';
comment on column app.imports.file_name is 'As its owner calls it.';
comment on column app.imports.bytes is 'Size of what has been uploaded.';
comment on column app.imports.parts is 'How many parts that is.';
comment on column app.imports.settings is 'How it is read: mapping, delimiter, what happens to duplicates; null until it is started.';
comment on column app.imports.read_bytes is 'How far it has been read, in bytes of the text as UTF-8; with the contacts of the same transaction.';
comment on column app.imports.total_bytes is 'Size of the text as UTF-8.';
comment on column app.imports.line is 'Line of the file at read_bytes, from 1.';
comment on column app.imports.rows is 'Contacts of the file that were looked at.';
comment on column app.imports.created is 'Contacts made.';
comment on column app.imports.updated is 'Contacts changed.';
comment on column app.imports.skipped is 'Lines that were there already.';
comment on column app.imports.failed is 'Lines with errors.';
comment on column app.imports.undone is 'Contacts that undoing has removed or restored.';
comment on column app.imports.conflicts is 'Contacts that undoing left alone, because somebody changed them since.';
comment on column app.imports.undo_after is 'How far undoing has come: the last contact it looked at.';
comment on column app.imports.failure is 'Why it failed as a whole: an error''s code.';
comment on column app.imports.created_by is 'Who uploaded it.';
comment on column app.imports.created_at is 'When it was made.';
comment on column app.imports.started_at is 'When it was started.';
comment on column app.imports.finished_at is 'When it ended, in whatever way.';
comment on column app.imports.updated_at is 'When it last went forward.';
call core.protect('app.imports', 'smarteros_app');
grant select, insert, update, delete on app.imports to smarteros_app;

create table app.import_parts (
  tenant_id uuid not null default core.tenant_id(),
  import_id uuid not null,
  part      integer not null,
  bytes     bytea not null,
  primary key (tenant_id, import_id, part),
  constraint import_parts_import foreign key (tenant_id, import_id) references app.imports on delete cascade
);
comment on table app.import_parts is 'The uploaded file, until it has been read.';
comment on column app.import_parts.tenant_id is 'Owner.';
comment on column app.import_parts.import_id is 'The import.';
comment on column app.import_parts.part is 'From 1, in the order of the file.';
comment on column app.import_parts.bytes is 'As they came.';
call core.protect('app.import_parts', 'smarteros_app');
grant select, insert, delete on app.import_parts to smarteros_app;

create table app.import_errors (
  tenant_id uuid not null default core.tenant_id(),
  import_id uuid not null,
  line      integer not null,
  raw       text not null,
  errors    json not null,
  primary key (tenant_id, import_id, line),
  constraint import_errors_import foreign key (tenant_id, import_id) references app.imports on delete cascade
);
comment on table app.import_errors is 'The lines of a file that made no contact, and why.';
comment on column app.import_errors.tenant_id is 'Owner.';
comment on column app.import_errors.import_id is 'The import.';
comment on column app.import_errors.line is 'Where it begins in the file, from 1.';
comment on column app.import_errors.raw is 'The line as it stands in the file.';
comment on column app.import_errors.errors is 'List of column, field, code and words in both languages.';
call core.protect('app.import_errors', 'smarteros_app');
grant select, insert, delete on app.import_errors to smarteros_app;

create table app.import_changes (
  tenant_id  uuid not null default core.tenant_id(),
  import_id  uuid not null,
  contact_id uuid not null,
  version    integer not null,
  before     json,
  conflict   boolean not null default false,
  primary key (tenant_id, import_id, contact_id),
  constraint import_changes_import foreign key (tenant_id, import_id) references app.imports on delete cascade
);
comment on table app.import_changes is 'What an import did to which contact, so that it can be taken back.';
comment on column app.import_changes.tenant_id is 'Owner.';
comment on column app.import_changes.import_id is 'The import.';
comment on column app.import_changes.contact_id is 'The contact.';
comment on column app.import_changes.version is 'The contact''s version when the import had done with it: another one means that somebody changed it since.';
comment on column app.import_changes.before is 'The contact as it was; null when the import made it.';
comment on column app.import_changes.conflict is 'Undoing left it alone.';
create index import_changes_contact on app.import_changes (tenant_id, contact_id);
call core.protect('app.import_changes', 'smarteros_app');
grant select, insert, update, delete on app.import_changes to smarteros_app;

----------------------------------------------------------------------------------------------------------------
-- Merges
----------------------------------------------------------------------------------------------------------------

create table app.merges (
  tenant_id  uuid not null default core.tenant_id(),
  id         uuid not null,
  contact_id uuid not null,
  version    integer not null,
  before     json,
  merged_at  timestamptz not null,
  merged_by  text not null,
  undone_at  timestamptz,
  primary key (tenant_id, id)
);
comment on table app.merges is 'Contacts that turned out to be the same, and became one.';
comment on column app.merges.tenant_id is 'Owner.';
comment on column app.merges.id is 'UUID version 7.';
comment on column app.merges.contact_id is 'The one that stayed.';
comment on column app.merges.version is 'Its version after the merge: another one means that somebody changed it since.';
comment on column app.merges.before is 'The one that stayed, as it was; null once it was erased.';
comment on column app.merges.merged_at is 'When.';
comment on column app.merges.merged_by is 'Who did.';
comment on column app.merges.undone_at is 'When it was taken back.';
create index contact_merges_contact on app.merges (tenant_id, contact_id);
call core.protect('app.merges', 'smarteros_app');
grant select, insert, update on app.merges to smarteros_app;

create table app.merged_contacts (
  tenant_id  uuid not null default core.tenant_id(),
  contact_id uuid not null,
  merge_id   uuid not null,
  into_id    uuid not null,
  before     json,
  moved      json not null,
  primary key (tenant_id, contact_id),
  constraint merged_contacts_merge foreign key (tenant_id, merge_id) references app.merges
);
comment on table app.merged_contacts is 'Contacts that became part of another. Their ids keep leading there; the row goes when the merge is taken back.';
comment on column app.merged_contacts.tenant_id is 'Owner.';
comment on column app.merged_contacts.contact_id is 'The id that still is asked for.';
comment on column app.merged_contacts.merge_id is 'The merge.';
comment on column app.merged_contacts.into_id is 'The contact that stayed; it may have become part of another since.';
comment on column app.merged_contacts.before is 'The whole contact as it was; null once it was erased.';
comment on column app.merged_contacts.moved is 'Ids of what went over with it, by the name that its feature gives it.';
create index merged_contacts_into on app.merged_contacts (tenant_id, into_id);
create index merged_contacts_merge_index on app.merged_contacts (tenant_id, merge_id);
call core.protect('app.merged_contacts', 'smarteros_app');
grant select, insert, update, delete on app.merged_contacts to smarteros_app;

-- What is known of a contact goes over to the one that it becomes part of.
grant update (contact_id) on app.form_messages to smarteros_app;
grant update (contact_id) on privacy.consents to smarteros_app;
