-- The house: schemas, the tenant fence, and everything the kernel writes.
--
-- Runs as smarteros_owner. The roles exist already (src/platform/db/roles.ts): smarteros_app serves tenants,
-- smarteros_operator the platform's operator, smarteros_relay moves events, smarteros_backup reads all.
-- None of them owns a table or bypasses row-level security.

create schema core;
comment on schema core is 'Tenants, credentials, audit, events: what the kernel itself stands on.';
create schema app;
comment on schema app is 'The features'' tables. Only smarteros_app may touch them, inside one tenant.';

grant usage on schema core to smarteros_app, smarteros_operator, smarteros_relay, smarteros_backup;
grant usage on schema app to smarteros_app, smarteros_backup;
revoke all on schema public from public;

-- Functions are callable by nobody until a migration says by whom.
alter default privileges revoke execute on functions from public;

----------------------------------------------------------------------------------------------------------------
-- The fence
----------------------------------------------------------------------------------------------------------------

create function core.tenant_id() returns uuid
  language sql stable parallel safe
  return nullif(current_setting('app.tenant_id', true), '')::uuid;
comment on function core.tenant_id() is
  'The tenant of this transaction, or null outside of one (the setting is '''' after a transaction that had it).';
grant execute on function core.tenant_id() to public;

create procedure core.protect(target regclass, variadic roles name[])
  language plpgsql as $$
declare
  fence constant text := 'tenant_id = nullif(current_setting(''app.tenant_id'', true), '''')::uuid';
  role name;
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  foreach role in array roles loop
    -- A restrictive policy can't be widened by a permissive one that somebody adds later.
    execute format('create policy %I on %s to %I using (true) with check (true)', role || '_access', target, role);
    execute format('create policy %I on %s as restrictive to %I using (%s) with check (%s)',
      role || '_fence', target, role, fence, fence);
  end loop;
  execute format('create policy backup_read on %s for select to smarteros_backup using (true)', target);
  execute format('grant select on %s to smarteros_backup', target);
end $$;
comment on procedure core.protect(regclass, name[]) is
  'Fences a table by tenant_id for the given roles. Every tenant table calls it in the migration that makes it.';

----------------------------------------------------------------------------------------------------------------
-- Tenants and credentials
----------------------------------------------------------------------------------------------------------------

create table core.tenants (
  id          uuid primary key,
  country     text not null check (country in ('CL', 'AR', 'PE')),
  tax_id      text not null,
  slug        text not null,
  name        text not null,
  status      text not null default 'active' check (status in ('active', 'suspended')),
  verified    boolean not null default false,
  platform    boolean not null default false,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  version     integer not null default 1,
  constraint tenants_tax_id unique (country, tax_id),
  constraint tenants_slug unique (slug)
);
comment on table core.tenants is 'A client company, known by country and tax id.';
comment on column core.tenants.id is 'UUID version 7.';
comment on column core.tenants.country is 'ISO 3166-1 alpha-2; decides the rule of the tax id and the defaults of the company.';
comment on column core.tenants.tax_id is 'Canonical, e.g. 12345678-5.';
comment on column core.tenants.slug is 'Lower-case compact tax id, e.g. 123456785; other countries than Chile with prefix, e.g. ar-20123456786.';
comment on column core.tenants.name is 'The company''s name as people write it.';
comment on column core.tenants.status is 'suspended: every credential and form is refused, jobs wait; the operator still gets in.';
comment on column core.tenants.verified is 'True once the tax certificate or the operator vouched for the claim.';
comment on column core.tenants.platform is 'True for the operator''s own hidden tenant only.';
comment on column core.tenants.created_at is 'When it was signed up.';
comment on column core.tenants.updated_at is 'When the row last changed.';
comment on column core.tenants.version is 'Row version, the API''s ETag.';

alter table core.tenants enable row level security;
alter table core.tenants force row level security;
create policy app_access on core.tenants to smarteros_app using (true) with check (true);
create policy app_fence on core.tenants as restrictive to smarteros_app
  using (id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (id = nullif(current_setting('app.tenant_id', true), '')::uuid);
create policy operator_access on core.tenants to smarteros_operator using (not platform) with check (not platform);
create policy relay_read on core.tenants for select to smarteros_relay using (true);
create policy owner_access on core.tenants to smarteros_owner using (true) with check (true);
create policy backup_read on core.tenants for select to smarteros_backup using (true);
grant select, update (name, updated_at, version) on core.tenants to smarteros_app;
grant select, insert, update (name, status, verified, updated_at, version) on core.tenants to smarteros_operator;
grant select on core.tenants to smarteros_relay, smarteros_backup;

create table core.api_keys (
  tenant_id    uuid not null,
  id           uuid not null,
  name         text not null,
  prefix       text not null,
  hash         bytea not null,
  scopes       text[] not null,
  created_at   timestamptz not null,
  expires_at   timestamptz,
  revoked_at   timestamptz,
  last_used_at timestamptz,
  primary key (tenant_id, id)
);
comment on table core.api_keys is 'Bearer keys of a tenant. The key itself is shown once and never stored.';
comment on column core.api_keys.tenant_id is 'Owner.';
comment on column core.api_keys.id is 'UUID version 7.';
comment on column core.api_keys.name is 'What the key is for, in the owner''s words.';
comment on column core.api_keys.prefix is 'First characters of the key, to recognise it by.';
comment on column core.api_keys.hash is 'SHA-256 of the key, which holds 256 random bits (so no slow hash is needed).';
comment on column core.api_keys.scopes is 'Granted scopes; * is all scopes of the tenant, never the operator''s.';
comment on column core.api_keys.created_at is 'When it was made.';
comment on column core.api_keys.expires_at is 'When it stops working by itself; null: never.';
comment on column core.api_keys.revoked_at is 'When it was revoked.';
comment on column core.api_keys.last_used_at is 'Last use, to within a minute.';
create index api_keys_hash on core.api_keys (hash);
call core.protect('core.api_keys', 'smarteros_app');
create policy owner_access on core.api_keys to smarteros_owner using (true) with check (true);
grant select, insert, update (revoked_at) on core.api_keys to smarteros_app;

create table core.grants (
  tenant_id  uuid not null,
  id         uuid not null,
  hash       bytea not null,
  reason     text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, id)
);
comment on table core.grants is 'The operator''s time-limited entries into a tenant; each opening stands in the tenant''s audit.';
comment on column core.grants.tenant_id is 'The tenant entered.';
comment on column core.grants.id is 'UUID version 7.';
comment on column core.grants.hash is 'SHA-256 of the grant''s token.';
comment on column core.grants.reason is 'Why, as the tenant''s owner reads it.';
comment on column core.grants.created_at is 'When it was opened.';
comment on column core.grants.expires_at is 'When it ends; an hour at the most.';
create index grants_hash on core.grants (hash);
call core.protect('core.grants', 'smarteros_app');
create policy operator_access on core.grants to smarteros_operator using (true) with check (true);
create policy owner_access on core.grants for select to smarteros_owner using (true);
grant select on core.grants to smarteros_app;
grant select, insert on core.grants to smarteros_operator;

create table core.forms (
  tenant_id    uuid not null,
  id           uuid not null,
  name         text not null,
  consent_text text not null,
  created_at   timestamptz not null,
  primary key (tenant_id, id)
);
comment on table core.forms is 'Public contact forms. A form''s id is no secret: it only says whose contact book a message goes to.';
comment on column core.forms.tenant_id is 'Owner.';
comment on column core.forms.id is 'What the web page sends.';
comment on column core.forms.name is 'Where the form stands, e.g. the page''s title.';
comment on column core.forms.consent_text is 'The words that the sender agrees to; copied into each message.';
comment on column core.forms.created_at is 'When it was made.';
call core.protect('core.forms', 'smarteros_app');
create policy owner_access on core.forms to smarteros_owner using (true) with check (true);
grant select, insert on core.forms to smarteros_app;

----------------------------------------------------------------------------------------------------------------
-- What the kernel adds to every write. No foreign keys to tenants: a key-share lock on the tenant's row in each
-- write would make all writers of a tenant meet there; core.enter has looked at that row already.
----------------------------------------------------------------------------------------------------------------

create table core.audit (
  tenant_id  uuid not null default core.tenant_id(),
  id         uuid not null,
  at         timestamptz not null,
  actor_kind text not null,
  actor_id   uuid,
  actor_name text not null,
  action     text not null,
  operation  text not null,
  target     text,
  request_id text not null,
  primary key (tenant_id, id)
);
comment on table core.audit is 'Who did what in a tenant. Written in the transaction of the act, never changed.';
comment on column core.audit.tenant_id is 'Where it happened.';
comment on column core.audit.id is 'UUID version 7.';
comment on column core.audit.at is 'When.';
comment on column core.audit.actor_kind is 'key, grant (the operator inside a tenant), operator, job or anonymous.';
comment on column core.audit.actor_id is 'Id of that key or grant.';
comment on column core.audit.actor_name is 'Its name at that time.';
comment on column core.audit.action is 'e.g. contact.created.';
comment on column core.audit.operation is 'e.g. contacts.create.';
comment on column core.audit.target is 'Id of what was acted on.';
comment on column core.audit.request_id is 'Joins log, trace and answer.';
call core.protect('core.audit', 'smarteros_app');
create policy operator_insert on core.audit for insert to smarteros_operator with check (true);
create policy operator_read on core.audit for select to smarteros_operator
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert on core.audit to smarteros_app, smarteros_operator;

create table core.events (
  tenant_id   uuid not null default core.tenant_id(),
  id          uuid not null,
  seq         bigint generated always as identity,
  position    bigint,
  name        text not null,
  version     integer not null,
  data        json not null,
  occurred_at timestamptz not null,
  primary key (tenant_id, id)
);
comment on table core.events is 'The outbox and log of facts. Rows are written by acts; the relay gives each its position.';
comment on column core.events.tenant_id is 'Where it happened.';
comment on column core.events.id is 'UUID version 7; the same on every repeat of a delivery.';
comment on column core.events.seq is 'Order of writing; breaks ties among rows that the relay meets together.';
comment on column core.events.position is 'Order of publishing, given by the relay after commit; null until then.';
comment on column core.events.name is 'e.g. contact.created.';
comment on column core.events.version is 'Version of the data''s shape.';
comment on column core.events.data is 'As the event''s definition says.';
comment on column core.events.occurred_at is 'When.';
create index events_unpublished on core.events (seq) where position is null;
create sequence core.event_position;
comment on sequence core.event_position is 'Positions, drawn by the relay alone.';
call core.protect('core.events', 'smarteros_app');
create policy operator_insert on core.events for insert to smarteros_operator with check (true);
create policy relay_access on core.events to smarteros_relay using (true) with check (true);
grant select, insert on core.events to smarteros_app;
grant insert on core.events to smarteros_operator;
grant select, update (position) on core.events to smarteros_relay;
grant usage on sequence core.event_position to smarteros_relay;

create table core.idempotency (
  tenant_id  uuid not null default core.tenant_id(),
  actor      text not null,
  key        text not null,
  operation  text not null,
  request    bytea not null,
  answer     text,
  created_at timestamptz not null,
  primary key (tenant_id, actor, key)
);
comment on table core.idempotency is 'Answers of writes that came with an Idempotency-Key, kept for 24 hours. Only successes are stored.';
comment on column core.idempotency.tenant_id is 'Where.';
comment on column core.idempotency.actor is 'Kind and id of the caller: two callers may use the same key.';
comment on column core.idempotency.key is 'The caller''s key.';
comment on column core.idempotency.operation is 'e.g. contacts.create.';
comment on column core.idempotency.request is 'SHA-256 of operation and input; another one under the same key is refused.';
comment on column core.idempotency.answer is 'The answer as JSON, secret fields as null; null inside the act''s own transaction only.';
comment on column core.idempotency.created_at is 'When.';
call core.protect('core.idempotency', 'smarteros_app', 'smarteros_operator');
grant select, insert, update (answer), delete on core.idempotency to smarteros_app, smarteros_operator;

create table core.workers (
  id        uuid primary key,
  seen_at   timestamptz not null
);
comment on table core.workers is 'Living workers. One that stays silent has its jobs taken over by the others.';
comment on column core.workers.id is 'Made by the worker at its start.';
comment on column core.workers.seen_at is 'Its last heartbeat.';
alter table core.workers enable row level security;
alter table core.workers force row level security;
create policy relay_access on core.workers to smarteros_relay using (true) with check (true);
create policy backup_read on core.workers for select to smarteros_backup using (true);
grant select, insert, update, delete on core.workers to smarteros_relay;
grant select on core.workers to smarteros_backup;

----------------------------------------------------------------------------------------------------------------
-- Look-ups before a tenant is known, and the door into one. These run as smarteros_owner, so each is on the
-- list of test/fence.test.ts, returns what its caller proved to know, and pins its search_path.
----------------------------------------------------------------------------------------------------------------

create function core.enter(tenant uuid, kind text, credential uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  state text;
begin
  case kind
    when 'key' then
      select t.status into state from core.api_keys k join core.tenants t on t.id = k.tenant_id
      where k.tenant_id = tenant and k.id = credential and k.revoked_at is null
        and (k.expires_at is null or k.expires_at > clock_timestamp());
    when 'grant' then
      -- The operator may still look after, and export, a tenant that is suspended.
      select 'active' into state from core.grants g
      where g.tenant_id = tenant and g.id = credential and g.expires_at > clock_timestamp();
    when 'form' then
      select t.status into state from core.forms f join core.tenants t on t.id = f.tenant_id
      where f.tenant_id = tenant and f.id = credential;
    when 'job' then
      select t.status into state from core.tenants t where t.id = tenant;
    when 'operator' then
      if session_user = 'smarteros_operator' then
        select t.status into state from core.tenants t where t.id = tenant and t.platform;
      end if;
    else null;
  end case;
  if state is null then
    raise exception using errcode = 'SM401', message = 'credential is not live';
  elsif state = 'suspended' then
    raise exception using errcode = 'SM403', message = 'tenant is suspended';
  end if;
  perform set_config('app.tenant_id', tenant::text, true);
end $$;
comment on function core.enter(uuid, text, uuid) is
  'First statement of every transaction: sets its tenant, and raises SM401 unless credential and tenant are live, SM403 when the tenant is suspended.';
grant execute on function core.enter(uuid, text, uuid) to smarteros_app, smarteros_operator;

create function core.find_key(key_hash bytea)
  returns table (id uuid, name text, scopes text[], expires_at timestamptz, tenant_id uuid, slug text, country text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select k.id, k.name, k.scopes, k.expires_at, t.id, t.slug, t.country
  from core.api_keys k join core.tenants t on t.id = k.tenant_id
  where k.hash = key_hash and k.revoked_at is null and (k.expires_at is null or k.expires_at > clock_timestamp())
$$;
comment on function core.find_key(bytea) is 'The live API key with that hash.';
grant execute on function core.find_key(bytea) to smarteros_app;

create function core.find_grant(token_hash bytea)
  returns table (id uuid, expires_at timestamptz, tenant_id uuid, slug text, country text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select g.id, g.expires_at, t.id, t.slug, t.country
  from core.grants g join core.tenants t on t.id = g.tenant_id
  where g.hash = token_hash and g.expires_at > clock_timestamp()
$$;
comment on function core.find_grant(bytea) is 'The live operator''s grant with that hash.';
grant execute on function core.find_grant(bytea) to smarteros_app;

create function core.find_form(form uuid)
  returns table (id uuid, tenant_id uuid, slug text, country text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select f.id, t.id, t.slug, t.country
  from core.forms f join core.tenants t on t.id = f.tenant_id
  where f.id = form
$$;
comment on function core.find_form(uuid) is 'The tenant behind a public form.';
grant execute on function core.find_form(uuid) to smarteros_app;

create function core.touch_keys(keys uuid[], at timestamptz) returns void
  language sql security definer set search_path = pg_catalog, pg_temp as $$
  update core.api_keys set last_used_at = at where id = any (keys) and (last_used_at is null or last_used_at < at)
$$;
comment on function core.touch_keys(uuid[], timestamptz) is 'Notes the last use of keys of all tenants in one go.';
grant execute on function core.touch_keys(uuid[], timestamptz) to smarteros_app;

----------------------------------------------------------------------------------------------------------------
-- The operator's own hidden tenant: platform audit and events, and the form of the installation's own site.
----------------------------------------------------------------------------------------------------------------

insert into core.tenants (id, country, tax_id, slug, name, platform, verified, created_at, updated_at)
values ('00000000-0000-7000-8000-000000000000', 'CL', 'platform', 'platform', 'SmarterOS operator', true, true, now(), now());
insert into core.forms (tenant_id, id, name, consent_text, created_at)
values ('00000000-0000-7000-8000-000000000000', '00000000-0000-7000-8000-000000000001', 'Contact',
  'I agree that my details are kept and used to answer this message. / Acepto que mis datos se guarden y se usen para responder este mensaje.',
  now());
