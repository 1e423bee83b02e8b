-- Incoming webhooks: addresses at which other systems tell a company something, and what came in. Contact sync: which
-- contact is which record in an engine, and how far each has come.

----------------------------------------------------------------------------------------------------------------
-- Addresses
----------------------------------------------------------------------------------------------------------------

create table core.hooks (
  tenant_id    uuid not null default core.tenant_id(),
  engine       text not null,
  hash         bytea not null,
  hash_before  bytea,
  before_until timestamptz,
  created_at   timestamptz not null,
  rotated_at   timestamptz,
  primary key (tenant_id, engine)
);
comment on table core.hooks is 'Addresses of incoming webhooks, one per company and sender. The token itself is kept in core.secrets under <engine>/hook.';
comment on column core.hooks.tenant_id is 'Whose.';
comment on column core.hooks.engine is 'Who sends: an engine or a mere sender, e.g. chatwoot or shopify.';
comment on column core.hooks.hash is 'SHA-256 of the token in the address.';
comment on column core.hooks.hash_before is 'The same of the token before the last change.';
comment on column core.hooks.before_until is 'Until when that one is taken too.';
comment on column core.hooks.created_at is 'When it was made.';
comment on column core.hooks.rotated_at is 'When the token was last changed.';
create index hooks_hash on core.hooks (hash);
create index hooks_hash_before on core.hooks (hash_before) where hash_before is not null;
call core.protect('core.hooks', 'smarteros_app');
create policy owner_access on core.hooks for select to smarteros_owner using (true);
grant select, insert, update, delete on core.hooks to smarteros_app;

create function core.find_hook(token_hash bytea)
  returns table (engine text, tenant_id uuid, slug text, country text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select h.engine, t.id, t.slug, t.country
  from core.hooks h join core.tenants t on t.id = h.tenant_id
  where h.hash = token_hash
  union all
  select h.engine, t.id, t.slug, t.country
  from core.hooks h join core.tenants t on t.id = h.tenant_id
  where h.hash_before = token_hash and h.before_until > clock_timestamp()
$$;
comment on function core.find_hook(bytea) is 'Whose address of incoming webhooks that is.';
revoke all on function core.find_hook(bytea) from public;
grant execute on function core.find_hook(bytea) to smarteros_app;

----------------------------------------------------------------------------------------------------------------
-- What came in
----------------------------------------------------------------------------------------------------------------

create table app.hook_deliveries (
  tenant_id    uuid not null default core.tenant_id(),
  id           uuid not null,
  engine       text not null,
  repeat_key   text not null,
  kind         text not null,
  body         bytea,
  bytes        integer not null,
  status       text not null check (status in ('waiting', 'done', 'failed')),
  attempts     integer not null default 0,
  error_code   text,
  told         integer,
  received_at  timestamptz not null,
  processed_at timestamptz,
  primary key (tenant_id, id),
  constraint hook_deliveries_repeat unique (tenant_id, engine, repeat_key)
);
comment on table app.hook_deliveries is 'Genuine messages of other systems, each once. Bodies are kept for 7 days, the rest for 90, so that repeats are known for that long.';
comment on column app.hook_deliveries.tenant_id is 'Whose.';
comment on column app.hook_deliveries.id is 'UUID version 7.';
comment on column app.hook_deliveries.engine is 'Who sent it.';
comment on column app.hook_deliveries.repeat_key is 'What tells repeats: the sender''s id of it where that is trustworthy, else the SHA-256 of kind and body.';
comment on column app.hook_deliveries.kind is 'What it is about, e.g. orders/create.';
comment on column app.hook_deliveries.body is 'To the byte; null once its time is over.';
comment on column app.hook_deliveries.bytes is 'Length of the body.';
comment on column app.hook_deliveries.status is 'waiting (for the job), done, or failed (and tried again by the job, or by hand).';
comment on column app.hook_deliveries.attempts is 'Tries of the job so far.';
comment on column app.hook_deliveries.error_code is 'Why the last one failed.';
comment on column app.hook_deliveries.told is 'How many things it told us; null before it was read.';
comment on column app.hook_deliveries.received_at is 'When it came.';
comment on column app.hook_deliveries.processed_at is 'When it was last read.';
create index hook_deliveries_age on app.hook_deliveries (tenant_id, received_at);
call core.protect('app.hook_deliveries', 'smarteros_app');
grant select, insert, update, delete on app.hook_deliveries to smarteros_app;

----------------------------------------------------------------------------------------------------------------
-- Contact sync: how far each engine of a company has come. In core, where the relay may look over all companies.
----------------------------------------------------------------------------------------------------------------

create table core.contact_lanes (
  tenant_id    uuid not null default core.tenant_id(),
  engine       text not null,
  instance_id  uuid not null,
  position     bigint not null,
  filled_to    uuid,
  filled_at    timestamptz,
  cursor       text,
  polled_at    timestamptz,
  asked        boolean not null default false,
  due_at       timestamptz not null,
  attempts     integer not null default 0,
  error_code   text,
  served_at    timestamptz not null default now(),
  leased_by    uuid,
  leased_until timestamptz,
  primary key (tenant_id, engine)
);
alter table core.contact_lanes set (fillfactor = 50);
comment on table core.contact_lanes is 'How far the contacts of a company were made the same in an engine. Changes wait in core.events.';
comment on column core.contact_lanes.tenant_id is 'Whose.';
comment on column core.contact_lanes.engine is 'e.g. odoo.';
comment on column core.contact_lanes.instance_id is 'Where; another instance begins anew.';
comment on column core.contact_lanes.position is 'All events up to here have gone there.';
comment on column core.contact_lanes.filled_to is 'The last of the contacts from before that has gone there, in the order of ids.';
comment on column core.contact_lanes.filled_at is 'When all of those had.';
comment on column core.contact_lanes.cursor is 'How far changes in the engine were read, in its words.';
comment on column core.contact_lanes.polled_at is 'When they were last read to the end.';
comment on column core.contact_lanes.asked is 'The engine told something by itself, or a contact waits for another try.';
comment on column core.contact_lanes.due_at is 'When it is looked at again at the latest; after a failure: not before.';
comment on column core.contact_lanes.attempts is 'Failed tries since the last success.';
comment on column core.contact_lanes.error_code is 'Why the last try failed.';
comment on column core.contact_lanes.served_at is 'When it was last taken up, by the database''s clock; who waited longest comes first.';
comment on column core.contact_lanes.leased_by is 'Which process works on it.';
comment on column core.contact_lanes.leased_until is 'Until when nobody else does, by the database''s clock.';
call core.protect('core.contact_lanes', 'smarteros_app');
create policy relay_access on core.contact_lanes to smarteros_relay using (true) with check (true);
grant select, insert, update, delete on core.contact_lanes to smarteros_app;
grant select, insert (tenant_id, engine, instance_id, position, due_at),
  update (instance_id, position, filled_to, filled_at, cursor, polled_at, due_at, attempts, error_code, served_at, leased_by, leased_until)
  on core.contact_lanes to smarteros_relay;
grant select (usable) on core.tenant_engines to smarteros_relay;

create table app.contact_links (
  tenant_id   uuid not null default core.tenant_id(),
  engine      text not null,
  contact_id  uuid not null,
  engine_id   text,
  status      text not null check (status in ('linked', 'left', 'duplicate', 'refused', 'failed', 'going')),
  version     integer not null,
  ours        text[],
  theirs      text[],
  twins       text[] not null default '{}',
  error_code  text,
  attempts    integer not null default 0,
  due_at      timestamptz,
  linked_at   timestamptz not null,
  changed_at  timestamptz not null,
  primary key (tenant_id, engine, contact_id)
);
comment on table app.contact_links is 'Which contact is which record in an engine. Outlives the contact until it is gone there too, so there is no reference to it.';
comment on column app.contact_links.tenant_id is 'Whose.';
comment on column app.contact_links.engine is 'e.g. odoo.';
comment on column app.contact_links.contact_id is 'Ours.';
comment on column app.contact_links.engine_id is 'Theirs; null: not there (yet).';
comment on column app.contact_links.status is 'linked, left (somebody removed it there), duplicate (another contact stands there for the same person), refused (the engine can''t take it), failed (tried again), going (to be removed there).';
comment on column app.contact_links.version is 'Of ours, at the last agreement.';
comment on column app.contact_links.ours is 'Fingerprints of name, mail, phone and tax id here that the engine stands for.';
comment on column app.contact_links.theirs is 'The same there, as last seen or sent.';
comment on column app.contact_links.twins is 'Ids of other records there for the same person; they are left alone.';
comment on column app.contact_links.error_code is 'Why it isn''t there, or not as it is here.';
comment on column app.contact_links.attempts is 'Failed tries since the last success.';
comment on column app.contact_links.due_at is 'When it is tried again; null: when the contact changes.';
comment on column app.contact_links.linked_at is 'When the row was made.';
comment on column app.contact_links.changed_at is 'When something last went one way or the other.';
create unique index contact_links_engine_id on app.contact_links (tenant_id, engine, engine_id) where engine_id is not null;
create index contact_links_due on app.contact_links (tenant_id, engine, due_at) where due_at is not null;
call core.protect('app.contact_links', 'smarteros_app');
grant select, insert, update, delete on app.contact_links to smarteros_app;

create table app.contact_told (
  tenant_id uuid not null default core.tenant_id(),
  engine    text not null,
  engine_id text not null,
  contact   jsonb not null,
  told_at   timestamptz not null,
  turn      integer not null default 1,
  primary key (tenant_id, engine, engine_id)
);
comment on table app.contact_told is 'Contacts of which an engine said that they changed, until that has been looked at. Many words about one are one row.';
comment on column app.contact_told.tenant_id is 'Whose.';
comment on column app.contact_told.engine is 'Who said so.';
comment on column app.contact_told.engine_id is 'Theirs.';
comment on column app.contact_told.contact is 'As it was told last.';
comment on column app.contact_told.told_at is 'When.';
comment on column app.contact_told.turn is 'Counts what was told, so that news during a look isn''t lost.';
call core.protect('app.contact_told', 'smarteros_app');
grant select, insert, update, delete on app.contact_told to smarteros_app;
