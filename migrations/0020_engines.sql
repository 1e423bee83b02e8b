-- Engines: which instances there are, and what each company is to have in them.

----------------------------------------------------------------------------------------------------------------
-- Instances
----------------------------------------------------------------------------------------------------------------

create table core.engine_instances (
  tenant_id      uuid not null default core.tenant_id(),
  id             uuid not null,
  engine         text not null,
  name           text not null,
  kind           text not null check (kind in ('connected', 'native', 'container')),
  url            text not null,
  trusted        boolean not null,
  settings       jsonb not null,
  secret_path    text not null,
  for_all        boolean not null default false,
  engine_version text,
  capabilities   text[] not null,
  checked_at     timestamptz,
  error_code     text,
  failing_since  timestamptz,
  created_at     timestamptz not null,
  updated_at     timestamptz not null,
  version        integer not null default 1,
  primary key (tenant_id, id),
  constraint engine_instances_name unique (tenant_id, engine, name)
);
comment on table core.engine_instances is 'Running engines: those of the platform''s own tenant are shared, the others their company''s.';
comment on column core.engine_instances.tenant_id is 'Whose.';
comment on column core.engine_instances.id is 'UUID version 7.';
comment on column core.engine_instances.engine is 'e.g. odoo.';
comment on column core.engine_instances.name is 'Tells several of one engine apart.';
comment on column core.engine_instances.kind is 'connected by address and credentials, native (a process that we supervise) or container.';
comment on column core.engine_instances.url is 'Base address, without a slash at its end.';
comment on column core.engine_instances.trusted is 'The operator vouches for the address; any other must lead to the public internet.';
comment on column core.engine_instances.settings is 'What is to know of it and is no secret, as its engine''s definition says.';
comment on column core.engine_instances.secret_path is 'Where its credentials stand in core.secrets.';
comment on column core.engine_instances.for_all is 'Each new company gets its part of it by itself, and the others may take theirs; shared ones only.';
comment on column core.engine_instances.engine_version is 'As it says itself.';
comment on column core.engine_instances.capabilities is 'What was found that it can do.';
comment on column core.engine_instances.checked_at is 'The last look.';
comment on column core.engine_instances.error_code is 'What was wrong at the last look; null: nothing.';
comment on column core.engine_instances.failing_since is 'The first look of which that is true.';
comment on column core.engine_instances.created_at is 'When it was connected.';
comment on column core.engine_instances.updated_at is 'When it was last changed.';
comment on column core.engine_instances.version is 'Row version, the API''s ETag.';
call core.protect('core.engine_instances', 'smarteros_app', 'smarteros_operator');
create policy owner_access on core.engine_instances for select to smarteros_owner using (true);
grant select, insert, update, delete on core.engine_instances to smarteros_app, smarteros_operator;

----------------------------------------------------------------------------------------------------------------
-- Desired state
----------------------------------------------------------------------------------------------------------------

-- No reference to the instance: a shared one is another tenant's row. Without its instance a row opens nothing.
create table core.tenant_engines (
  tenant_id       uuid not null default core.tenant_id(),
  engine          text not null,
  shared          boolean not null,
  instance_id     uuid not null,
  wanted          text not null check (wanted in ('present', 'suspended', 'absent')),
  generation      integer not null default 1,
  converged       integer not null default 0,
  reached         text check (reached in ('present', 'suspended', 'absent')),
  usable          boolean not null default false,
  status          text not null check (status in ('waiting', 'working', 'done', 'failed')),
  step            text,
  state           jsonb not null,
  attempts        integer not null default 0,
  error_code      text,
  error_words     jsonb,
  due_at          timestamptz,
  observed_at     timestamptz,
  drifted_at      timestamptz,
  leased_by       uuid,
  leased_until    timestamptz,
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  primary key (tenant_id, engine)
);
comment on table core.tenant_engines is 'What a company is to have in an engine, and what it has: the reconciler makes the one the other.';
comment on column core.tenant_engines.tenant_id is 'Whose.';
comment on column core.tenant_engines.engine is 'e.g. odoo.';
comment on column core.tenant_engines.shared is 'The instance is the platform''s; else the company''s own.';
comment on column core.tenant_engines.instance_id is 'Where.';
comment on column core.tenant_engines.wanted is 'present, suspended (nobody gets in, nothing is lost) or absent.';
comment on column core.tenant_engines.generation is 'Counts the changes of what is wanted, people that come, change and leave included.';
comment on column core.tenant_engines.converged is 'The last generation that was reached.';
comment on column core.tenant_engines.reached is 'What it was brought to last; null: nothing yet.';
comment on column core.tenant_engines.usable is 'True once all is there, until it is suspended or removed: operations of the engine are let through.';
comment on column core.tenant_engines.status is 'waiting, working, done, or failed (and tried again, from due_at on).';
comment on column core.tenant_engines.step is 'The step that is under way, or failed.';
comment on column core.tenant_engines.state is 'What was found or made there: ids and names, nothing secret.';
comment on column core.tenant_engines.attempts is 'Failed tries since the last success.';
comment on column core.tenant_engines.error_code is 'Why the last try failed.';
comment on column core.tenant_engines.error_words is 'The same in words: {en, es}.';
comment on column core.tenant_engines.due_at is 'When the reconciler looks again; null: when somebody asks for it.';
comment on column core.tenant_engines.observed_at is 'When all was last seen as it is to be.';
comment on column core.tenant_engines.drifted_at is 'When something was last found changed from outside.';
comment on column core.tenant_engines.leased_by is 'Which process works on it.';
comment on column core.tenant_engines.leased_until is 'Until when nobody else does, by the database''s clock.';
comment on column core.tenant_engines.created_at is 'When it was first wanted.';
comment on column core.tenant_engines.updated_at is 'When the row last changed.';
call core.protect('core.tenant_engines', 'smarteros_app');
create policy relay_access on core.tenant_engines to smarteros_relay using (true) with check (true);
create policy operator_read on core.tenant_engines for select to smarteros_operator using (true);
create policy owner_access on core.tenant_engines to smarteros_owner using (true) with check (true);
grant select, insert, update, delete on core.tenant_engines to smarteros_app;
grant select (tenant_id, engine, shared, instance_id, wanted, reached, status, due_at, leased_by, leased_until, attempts),
  update (leased_by, leased_until) on core.tenant_engines to smarteros_relay;
grant select on core.tenant_engines to smarteros_operator;

-- A company's way to an engine, a shared instance's sealed credentials included: without it nobody but the platform
-- could read their row, and it opens nothing without the key, which is in no database.
create function core.engine_link(wanted_engine text) returns table (
    shared boolean, instance_id uuid, url text, trusted boolean, settings jsonb, engine_version text, capabilities text[], status text,
    wanted text, usable boolean, state jsonb, credentials_path text, credentials_revision integer, credentials_key text,
    credentials_wrapped bytea, credentials_sealed bytea, secrets_path text, secrets_revision integer, secrets_key text,
    secrets_wrapped bytea, secrets_sealed bytea)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.shared, i.id, i.url, i.trusted, i.settings, i.engine_version, i.capabilities, t.status, t.wanted, t.usable, t.state,
    c.path, c.revision, c.key_id, c.wrapped, c.sealed, s.path, s.revision, s.key_id, s.wrapped, s.sealed
  from core.tenant_engines t
  join core.engine_instances i on i.id = t.instance_id
    and i.tenant_id = case when t.shared then '00000000-0000-7000-8000-000000000000' else t.tenant_id end
  left join core.secrets c on c.tenant_id = i.tenant_id and c.path = i.secret_path
  left join core.secrets s on s.tenant_id = t.tenant_id and s.path = t.engine || '/tenant'
  where t.tenant_id = core.tenant_id() and t.engine = wanted_engine
$$;
comment on function core.engine_link(text) is 'The entered company''s way to an engine: address, what is known, sealed credentials.';
revoke all on function core.engine_link(text) from public;
grant execute on function core.engine_link(text) to smarteros_app;

-- What a company may take part in: of shared instances those that the operator opened to all, or, named by its id to whom
-- the operator sent, any. The one with the fewest companies comes first.
create function core.shared_instances(wanted_engine text, wanted_id uuid) returns table (engine text, id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.engine, i.id from core.engine_instances i
  where i.tenant_id = '00000000-0000-7000-8000-000000000000' and (wanted_engine is null or i.engine = wanted_engine)
    and case when wanted_id is null then i.for_all else i.id = wanted_id end
  order by i.engine, (select count(*) from core.tenant_engines t where t.instance_id = i.id and t.shared), i.name
$$;
comment on function core.shared_instances(text, uuid) is 'Shared instances that a company may get its part of: ids only.';
revoke all on function core.shared_instances(text, uuid) from public;
grant execute on function core.shared_instances(text, uuid) to smarteros_app;

----------------------------------------------------------------------------------------------------------------
-- People in engines
----------------------------------------------------------------------------------------------------------------

create table core.engine_people (
  tenant_id   uuid not null default core.tenant_id(),
  engine      text not null,
  person_id   uuid not null,
  engine_id   text,
  applied     text,
  wanted      text not null check (wanted in ('present', 'disabled')),
  status      text not null check (status in ('waiting', 'done', 'failed')),
  attempts    integer not null default 0,
  error_code  text,
  error_words jsonb,
  wanted_at   timestamptz not null,
  reached_at  timestamptz,
  primary key (tenant_id, engine, person_id)
);
comment on table core.engine_people is 'Who has been brought to an engine, and who was shut out of it. Stays after they left: receipts are made of it.';
comment on column core.engine_people.tenant_id is 'The company.';
comment on column core.engine_people.engine is 'e.g. odoo.';
comment on column core.engine_people.person_id is 'UGID.';
comment on column core.engine_people.engine_id is 'Their id there; null: none, their role gets no user, or not yet.';
comment on column core.engine_people.applied is 'SHA-256, in hexadecimal, of what they were brought to last; null: nothing yet.';
comment on column core.engine_people.wanted is 'present while they belong to the company, else disabled.';
comment on column core.engine_people.status is 'waiting, done, or failed (and tried again with the engine).';
comment on column core.engine_people.attempts is 'Failed tries since the last success.';
comment on column core.engine_people.error_code is 'Why the last try failed.';
comment on column core.engine_people.error_words is 'The same in words: {en, es}.';
comment on column core.engine_people.wanted_at is 'Since when that is wanted.';
comment on column core.engine_people.reached_at is 'When that was last brought about.';
call core.protect('core.engine_people', 'smarteros_app');
create policy owner_access on core.engine_people for select to smarteros_owner using (true);
grant select, insert, update, delete on core.engine_people to smarteros_app;

create function core.tenant_members() returns table (id uuid, name text, phone text, email text, language text, role text, member boolean)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id, p.name, p.phone, p.email, p.language, coalesce(m.role, 'guest'),
    m.person_id is not null and m.disabled_at is null and p.disabled_at is null
  from identity.people p
  left join core.memberships m on m.tenant_id = core.tenant_id() and m.person_id = p.id
  where m.person_id is not null
    or p.id in (select e.person_id from core.engine_people e where e.tenant_id = core.tenant_id())
$$;
comment on function core.tenant_members() is 'The people of the transaction''s company as engines are to know them, those included who left and were in one.';
revoke all on function core.tenant_members() from public;
grant execute on function core.tenant_members() to smarteros_app;

-- Triggers, since people come, change and leave by many ways: none of them can forget the engines.
create function core.engines_follow_membership() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update core.tenant_engines t set generation = t.generation + 1, due_at = least(t.due_at, clock_timestamp())
  where t.wanted <> 'absent' and t.tenant_id = case when tg_op = 'DELETE' then old.tenant_id else new.tenant_id end;
  return null;
end $$;
comment on function core.engines_follow_membership() is 'Has the reconciler look at a company''s engines when somebody comes, leaves or gets another role.';
revoke all on function core.engines_follow_membership() from public;
create trigger engines_follow after insert or delete or update of role, disabled_at on core.memberships
  for each row execute function core.engines_follow_membership();

create function core.engines_follow_person() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update core.tenant_engines t set generation = t.generation + 1, due_at = least(t.due_at, clock_timestamp())
  where t.wanted <> 'absent' and t.tenant_id in (select m.tenant_id from core.memberships m where m.person_id = new.id);
  return null;
end $$;
comment on function core.engines_follow_person() is 'The same when somebody gets another name, phone, mail address or language, or is shut out everywhere.';
revoke all on function core.engines_follow_person() from public;
create trigger engines_follow after update on identity.people for each row
  when ((old.name, old.phone, old.email, old.language, old.disabled_at)
    is distinct from (new.name, new.phone, new.email, new.language, new.disabled_at))
  execute function core.engines_follow_person();

create function core.engines_follow_tenant() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  update core.tenant_engines t set generation = t.generation + 1, due_at = least(t.due_at, clock_timestamp())
  where t.wanted <> 'absent' and t.tenant_id = new.id;
  return null;
end $$;
comment on function core.engines_follow_tenant() is 'The same when the company gets another name.';
revoke all on function core.engines_follow_tenant() from public;
create trigger engines_follow after update of name on core.tenants for each row
  when (old.name is distinct from new.name) execute function core.engines_follow_tenant();

----------------------------------------------------------------------------------------------------------------
-- Calls of engines: their cost beside the audit, and outcomes that nobody can know
----------------------------------------------------------------------------------------------------------------

alter table core.idempotency add column outcome_unknown boolean not null default false;
comment on column core.idempotency.outcome_unknown is 'The engine may have done it: a repeat is refused instead of done again.';
comment on column core.idempotency.answer is 'The answer as JSON, secret fields as null; null inside the act''s own transaction, and while an engine is being asked.';
grant update (outcome_unknown) on core.idempotency to smarteros_app;

create table core.engine_calls (
  tenant_id   uuid not null default core.tenant_id(),
  id          uuid not null,
  engine      text not null,
  instance_id uuid not null,
  operation   text not null,
  outcome     text not null,
  requests    integer not null,
  engine_ms   double precision not null,
  bytes_out   bigint not null,
  bytes_in    bigint not null,
  at          timestamptz not null,
  primary key (tenant_id, id)
);
comment on table core.engine_calls is 'What acts in engines cost. Kept for a year.';
comment on column core.engine_calls.tenant_id is 'Whose.';
comment on column core.engine_calls.id is 'Id of the audit row of the act.';
comment on column core.engine_calls.engine is 'e.g. odoo.';
comment on column core.engine_calls.instance_id is 'Where.';
comment on column core.engine_calls.operation is 'e.g. odoo.write.';
comment on column core.engine_calls.outcome is 'ok, or the error''s code.';
comment on column core.engine_calls.requests is 'Requests that it took.';
comment on column core.engine_calls.engine_ms is 'Milliseconds that we waited for the engine.';
comment on column core.engine_calls.bytes_out is 'Bytes of the bodies that were sent.';
comment on column core.engine_calls.bytes_in is 'Bytes of the bodies that came.';
comment on column core.engine_calls.at is 'When.';
call core.protect('core.engine_calls', 'smarteros_app');
grant select, insert, delete on core.engine_calls to smarteros_app;
create index engine_calls_age on core.engine_calls (tenant_id, at);

----------------------------------------------------------------------------------------------------------------
-- The purge, which waits for shared engines
----------------------------------------------------------------------------------------------------------------

alter table core.closings add column engines_left_at timestamptz;
comment on column core.closings.engines_left_at is 'When the operator said that the purge needn''t wait for engines for longer than a week.';
comment on column core.closings.blocked_by is 'What kept the purge from happening at its last try: hold, export or engines.';
grant update (engines_left_at) on core.closings to smarteros_operator;

create or replace function core.purge_tenant(tenant uuid, most integer, finish boolean)
  returns table (relation text, gone bigint)
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  target record;
  removed bigint;
  room bigint := most;
  total bigint := 0;
begin
  perform set_config('app.purge_tenant', tenant::text, true);
  -- The database's own clock and rows decide, whatever the caller believes. A company that is gone already may be swept
  -- once more: an act from outside may have left a row a moment too late.
  perform from core.closings c where c.id = tenant and c.purge_after <= clock_timestamp() for update;
  if not found then
    raise exception using errcode = 'SM404', message = 'nothing is to be purged';
  end if;
  perform from core.tenants t where t.id = tenant and (t.platform or t.status <> 'closing' or t.purge_after > clock_timestamp());
  if found then
    raise exception using errcode = 'SM404', message = 'nothing is to be purged';
  end if;
  if exists (select from privacy.holds h where h.tenant_id = tenant and h.released_at is null
             and (h.until is null or h.until > clock_timestamp())) then
    return query select 'hold'::text, null::bigint;
    return;
  end if;
  if not exists (select from app.final_export_parts p join core.tenants t on t.id = p.tenant_id and t.purge_after = p.purge_after
                 where p.tenant_id = tenant and p.next_cursor is null)
     and exists (select from core.tenants t where t.id = tenant)
     and not exists (select from core.closings c where c.id = tenant and c.purged_rows > 0) then
    return query select 'export'::text, null::bigint;
    return;
  end if;
  -- What companies have in shared engines goes before the rows that say where it is. An engine that never lets go keeps
  -- nothing for ever: a week later the operator's word is enough.
  if exists (select from core.tenant_engines e where e.tenant_id = tenant and e.shared and e.reached is distinct from 'absent')
     and not exists (select from core.closings c where c.id = tenant and c.engines_left_at is not null
                     and c.purge_after < clock_timestamp() - interval '7 days') then
    update core.tenant_engines e set wanted = 'absent', generation = e.generation + 1, status = 'waiting', attempts = 0,
      due_at = clock_timestamp()
    where e.tenant_id = tenant and e.shared and e.wanted <> 'absent';
    return query select 'engines'::text, null::bigint;
    return;
  end if;
  -- Children before parents.
  for target in
    with recursive tables as (
      select c.oid, format('%I.%I', n.nspname, c.relname) as name,
        exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'owner_purge') as allowed
      from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker')
        and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
    ), depths (oid, depth) as (
      select oid, 0 from tables
      union
      select f.confrelid, depth + 1 from depths d join pg_constraint f on f.conrelid = d.oid and f.contype = 'f'
      where f.confrelid <> f.conrelid and depth < 20
    )
    select t.name, t.allowed from tables t join depths d using (oid) group by 1, 2 order by max(d.depth), 1
  loop
    -- Without the policy its rows would only seem to be gone.
    if not target.allowed then
      raise exception '% keeps its rows from being purged', target.name;
    end if;
    execute format('with gone as (delete from %1$s where tenant_id = $1 and ctid = any (array(
      select ctid from %1$s where tenant_id = $1 limit $2)) returning 1) select count(*) from gone', target.name)
      into removed using tenant, room;
    continue when removed = 0;
    total := total + removed;
    room := room - removed;
    return query select target.name::text, removed;
    exit when room <= 0;
  end loop;
  update core.closings c set purged_rows = c.purged_rows + total, blocked_by = null where c.id = tenant and total > 0;
  if finish and room > 0 then
    delete from core.tenants t where t.id = tenant;
    if found then
      return query select 'core.tenants'::text, 1::bigint;
    end if;
    update core.closings c set purged_at = clock_timestamp() where c.id = tenant and c.purged_at is null;
  end if;
end $$;
----------------------------------------------------------------------------------------------------------------
-- The door, with the reconciler's own kind
----------------------------------------------------------------------------------------------------------------

create or replace function core.enter(tenant uuid, kind text, credential uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  state text;
begin
  case kind
    when 'key' then
      select t.status into state from core.api_keys k join core.tenants t on t.id = k.tenant_id
      left join core.service_accounts a on a.tenant_id = k.tenant_id and a.id = k.account_id
      where k.tenant_id = tenant and k.id = credential and k.revoked_at is null
        and (k.expires_at is null or k.expires_at > clock_timestamp()) and a.disabled_at is null;
    when 'session' then
      -- The owner may still read a company that is about to be deleted.
      select case when t.status = 'closing' and m.role = 'owner' then 'reading' else t.status end into state
      from identity.sessions s
      join identity.people p on p.id = s.person_id
      join core.memberships m on m.tenant_id = tenant and m.person_id = p.id
      join core.tenants t on t.id = m.tenant_id
      where s.id = credential and s.revoked_at is null and s.expires_at > clock_timestamp()
        and s.seen_at > clock_timestamp() - interval '7 days' and p.disabled_at is null and m.disabled_at is null;
    when 'oauth' then
      select t.status into state from identity.oauth_grants g
      join identity.people p on p.id = g.person_id
      join core.memberships m on m.tenant_id = g.tenant_id and m.person_id = p.id
      join core.tenants t on t.id = m.tenant_id
      where g.id = credential and g.tenant_id = tenant and g.revoked_at is null and g.expires_at > clock_timestamp()
        and p.disabled_at is null and m.disabled_at is null;
    when 'grant' then
      -- The operator may still look after, and export, a tenant that is suspended.
      select 'active' into state from core.grants g
      where g.tenant_id = tenant and g.id = credential and g.expires_at > clock_timestamp() and g.revoked_at is null;
    when 'form' then
      select t.status into state from core.forms f join core.tenants t on t.id = f.tenant_id
      where f.tenant_id = tenant and f.id = credential;
    when 'job', 'vault', 'public' then
      select t.status into state from core.tenants t where t.id = tenant;
    when 'engines' then
      -- The reconciler: what a suspended company has in engines is suspended there, and at its end removed.
      select 'active' into state from core.tenants t where t.id = tenant;
    when 'closing' then
      select 'active' into state from core.tenants t where t.id = tenant and t.status = 'closing';
    when 'person' then
      -- Outside of any company: the platform's own tenant, over the role that sees people and no company's data.
      if session_user = 'smarteros_identity' then
        select t.status into state from core.tenants t, identity.sessions s join identity.people p on p.id = s.person_id
        where t.id = tenant and t.platform and s.id = credential and s.revoked_at is null
          and s.expires_at > clock_timestamp() and s.seen_at > clock_timestamp() - interval '7 days'
          and p.disabled_at is null;
      end if;
    when 'login' then
      if session_user = 'smarteros_identity' then
        select t.status into state from core.tenants t where t.id = tenant and t.platform;
      end if;
    when 'operator' then
      -- Without an id it is the host's key file; with one, the session of a person who is an operator.
      if session_user in ('smarteros_operator', 'smarteros_identity') then
        select t.status into state from core.tenants t where t.id = tenant and t.platform
          and (credential is null or exists (
            select from identity.sessions s join identity.people p on p.id = s.person_id
            where s.id = credential and s.revoked_at is null and s.expires_at > clock_timestamp()
              and s.seen_at > clock_timestamp() - interval '7 days' and p.disabled_at is null and p.operator));
      end if;
    else null;
  end case;
  if state is null then
    raise exception using errcode = 'SM401', message = 'credential is not live';
  elsif state = 'suspended' then
    raise exception using errcode = 'SM403', message = 'tenant is suspended';
  elsif state = 'closing' then
    raise exception using errcode = 'SM410', message = 'tenant is about to be deleted';
  end if;
  perform set_config('app.tenant_id', tenant::text, true);
  if state = 'reading' then
    perform set_config('transaction_read_only', 'on', true);
  end if;
end $$;
