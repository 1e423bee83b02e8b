-- The end of a company: a period of grace, a final export, the purge.

----------------------------------------------------------------------------------------------------------------
-- Companies that are about to be deleted
----------------------------------------------------------------------------------------------------------------

alter table core.tenants drop constraint tenants_status_check;
alter table core.tenants add constraint tenants_status_check check (status in ('active', 'suspended', 'closing'));
alter table core.tenants add column purge_after timestamptz;
comment on column core.tenants.status is
  'suspended: every credential and form is refused, jobs wait; the operator still gets in. closing: the same, but its owner may read.';
comment on column core.tenants.purge_after is 'While closing: until when the deletion can be undone.';
grant update (purge_after) on core.tenants to smarteros_operator;
grant update (status, purge_after, updated_at, version) on core.tenants to smarteros_identity;

create table core.closings (
  id            uuid primary key,
  slug_hash     bytea not null,
  tax_id_hash   bytea not null,
  status_before text not null,
  asked_at      timestamptz not null,
  asked_by_kind text not null,
  asked_by      uuid,
  reason        text,
  purge_after   timestamptz not null,
  blocked_by    text,
  purged_at     timestamptz,
  purged_rows   bigint not null default 0
);
comment on table core.closings is 'Companies about to be deleted, and what is left of those that were: no name, no number.';
comment on column core.closings.id is 'Id of the company.';
comment on column core.closings.slug_hash is 'HMAC-SHA256 of its slug under a key of the installation: tells whether a given company was here.';
comment on column core.closings.tax_id_hash is 'The same of country and tax id.';
comment on column core.closings.status_before is 'What an undone deletion goes back to.';
comment on column core.closings.asked_at is 'When the deletion was asked for.';
comment on column core.closings.asked_by_kind is 'person (an owner) or operator.';
comment on column core.closings.asked_by is 'UGID of the owner; null for the operator.';
comment on column core.closings.reason is 'As they gave it.';
comment on column core.closings.purge_after is 'Until when it could be undone.';
comment on column core.closings.blocked_by is 'What kept the purge from happening at its last try: hold or export.';
comment on column core.closings.purged_at is 'When its last row went; null until then.';
comment on column core.closings.purged_rows is 'How many rows went.';
alter table core.closings enable row level security;
alter table core.closings force row level security;
create policy operator_access on core.closings to smarteros_operator using (true) with check (true);
create policy identity_access on core.closings to smarteros_identity using (true) with check (true);
create policy owner_access on core.closings to smarteros_owner using (true) with check (true);
create policy backup_read on core.closings for select to smarteros_backup using (true);
grant select, update (blocked_by) on core.closings to smarteros_operator;
grant select, insert, delete on core.closings to smarteros_identity;
grant select on core.closings to smarteros_backup;

----------------------------------------------------------------------------------------------------------------
-- Every table with rows of a company lets core.purge_tenant, and nobody else, take them away
----------------------------------------------------------------------------------------------------------------

create procedure core.allow_purge(target regclass)
  language plpgsql as $$
begin
  -- Permissive for the owner, who has no other way in: the setting is made by core.purge_tenant alone.
  execute format('create policy owner_purge on %s to smarteros_owner using (tenant_id = nullif(current_setting(''app.purge_tenant'', true), '''')::uuid) with check (false)', target);
end $$;
comment on procedure core.allow_purge(regclass) is
  'Lets core.purge_tenant delete a table''s rows. core.protect and identity.guard call it for each table with a tenant_id.';

create or replace procedure core.protect(target regclass, variadic roles name[])
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
  call core.allow_purge(target);
end $$;

create or replace procedure identity.guard(target regclass)
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy identity_access on %s to smarteros_identity using (true) with check (true)', target);
  execute format('create policy owner_read on %s for select to smarteros_owner using (true)', target);
  execute format('create policy backup_read on %s for select to smarteros_backup using (true)', target);
  execute format('grant select, insert, update, delete on %s to smarteros_identity', target);
  execute format('grant select on %s to smarteros_backup', target);
  if exists (select from pg_attribute where attrelid = target and attname = 'tenant_id' and not attisdropped) then
    call core.allow_purge(target);
  end if;
end $$;

do $$ declare target regclass; begin
  for target in
    select c.oid from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname in ('core', 'app', 'identity')
      and exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped)
  loop
    call core.allow_purge(target);
  end loop;
end $$;

----------------------------------------------------------------------------------------------------------------
-- The door
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
create function core.find_tenant(reference text)
  returns table (id uuid, tenant_id uuid, slug text, country text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select t.id, t.id, t.slug, t.country from core.tenants t where t.slug = reference or t.id::text = reference
$$;
comment on function core.find_tenant(text) is
  'The company behind a public page of its own, by slug or id. Whether it has such a page is the operation''s to say.';
grant execute on function core.find_tenant(text) to smarteros_app;

----------------------------------------------------------------------------------------------------------------
-- What a company takes along
----------------------------------------------------------------------------------------------------------------

create table app.final_export_parts (
  tenant_id   uuid not null default core.tenant_id(),
  part_id     uuid not null,
  purge_after timestamptz not null,
  part        integer not null,
  rows        integer not null,
  body        text not null,
  sha256      bytea not null,
  next_cursor text,
  made_at     timestamptz not null,
  primary key (tenant_id, part_id)
);
comment on table app.final_export_parts is 'The final export of a company that is about to be deleted. It goes with the company.';
comment on column app.final_export_parts.tenant_id is 'The company.';
comment on column app.final_export_parts.part_id is 'UUID version 7; not called id, so that the export doesn''t export itself.';
comment on column app.final_export_parts.purge_after is 'Which deletion it was made for: a deletion that was undone leaves its parts to be replaced by the next.';
comment on column app.final_export_parts.part is 'From 1.';
comment on column app.final_export_parts.rows is 'Lines in it.';
comment on column app.final_export_parts.body is 'One line of JSON per row: {table, row}. In the database, since API processes share no disk and a backup has to hold it; not sealed, since the same rows stand beside it in clear.';
comment on column app.final_export_parts.sha256 is 'Of the body.';
comment on column app.final_export_parts.next_cursor is 'Where the next part goes on; null in the last.';
comment on column app.final_export_parts.made_at is 'When it was made.';
call core.protect('app.final_export_parts', 'smarteros_app');
grant select, insert, delete on app.final_export_parts to smarteros_app;

create table app.closing_notices (
  tenant_id   uuid not null default core.tenant_id(),
  notice_id   uuid not null,
  purge_after timestamptz not null,
  stage       text not null,
  sent_at     timestamptz not null,
  primary key (tenant_id, notice_id)
);
comment on table app.closing_notices is 'Notices to the owners of a company that is about to be deleted.';
comment on column app.closing_notices.tenant_id is 'The company.';
comment on column app.closing_notices.notice_id is 'UUID version 7.';
comment on column app.closing_notices.purge_after is 'Which deletion.';
comment on column app.closing_notices.stage is 'asked, week or day: how long before the end.';
comment on column app.closing_notices.sent_at is 'When its owners were told.';
call core.protect('app.closing_notices', 'smarteros_app');
grant select, insert on app.closing_notices to smarteros_app;

----------------------------------------------------------------------------------------------------------------
-- The purge
----------------------------------------------------------------------------------------------------------------

create function core.purge_tenant(tenant uuid, most integer, finish boolean)
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
comment on function core.purge_tenant(uuid, integer, boolean) is
  'Takes away up to so many rows of a company whose time of grace is over, from every table that has a tenant_id; with finish and nothing left, the company itself. Answers what went, or a row hold or export when that forbids it.';
grant execute on function core.purge_tenant(uuid, integer, boolean) to smarteros_operator;
