-- Who may do what in a company, and how people come in: invitations, the operator's entries that an owner can end, and
-- claims to companies that somebody else signed up.

create table core.invitations (
  tenant_id   uuid not null default core.tenant_id(),
  id          uuid not null,
  recipient   text not null,
  role        text not null,
  role_id     uuid,
  hash        bytea not null,
  language    text not null,
  invited_by  uuid,
  inviter     text not null,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  sent_at     timestamptz,
  accepted_at timestamptz,
  accepted_by uuid,
  revoked_at  timestamptz,
  primary key (tenant_id, id)
);
comment on table core.invitations is 'People asked to join a company. The link works once, and for whom it was sent to only.';
comment on column core.invitations.tenant_id is 'The company.';
comment on column core.invitations.id is 'UUID version 7.';
comment on column core.invitations.recipient is 'E.164 number or lower-case mail address; whoever accepts has proved that it is theirs.';
comment on column core.invitations.role is 'As what: a role that every company has, or custom.';
comment on column core.invitations.role_id is 'The company''s own role, when custom. No foreign key: a role can go while its invitations are kept.';
comment on column core.invitations.hash is 'SHA-256 of the link''s token, which is an HMAC of 256 bits over the id.';
comment on column core.invitations.language is 'Of the message.';
comment on column core.invitations.invited_by is 'UGID of the person who invited; null when a program did.';
comment on column core.invitations.inviter is 'Their name then.';
comment on column core.invitations.created_at is 'When it was made.';
comment on column core.invitations.expires_at is 'When the link stops working by itself.';
comment on column core.invitations.sent_at is 'When the message was handed to a sender.';
comment on column core.invitations.accepted_at is 'When they joined.';
comment on column core.invitations.accepted_by is 'UGID of who joined.';
comment on column core.invitations.revoked_at is 'When it was taken back or replaced by another.';
create index invitations_hash on core.invitations (hash);
create index invitations_recipient on core.invitations (recipient, created_at);
call core.protect('core.invitations', 'smarteros_app');
create policy identity_access on core.invitations to smarteros_identity using (true) with check (true);
grant select, insert, update (revoked_at) on core.invitations to smarteros_app;
grant select, update (sent_at, accepted_at, accepted_by, revoked_at), delete on core.invitations to smarteros_identity;

create table identity.tenant_claims (
  id         uuid primary key,
  person_id  uuid not null references identity.people,
  tenant_id  uuid not null,
  evidence   text not null,
  created_at timestamptz not null,
  decided_at timestamptz,
  outcome    text check (outcome in ('approved', 'rejected'))
);
comment on table identity.tenant_claims is 'People who say that a company which somebody else signed up is theirs. The operator decides.';
comment on column identity.tenant_claims.id is 'UUID version 7.';
comment on column identity.tenant_claims.person_id is 'Who claims.';
comment on column identity.tenant_claims.tenant_id is 'What.';
comment on column identity.tenant_claims.evidence is 'How they mean to prove it, in their words.';
comment on column identity.tenant_claims.created_at is 'When.';
comment on column identity.tenant_claims.decided_at is 'When the operator decided; null while it is open.';
comment on column identity.tenant_claims.outcome is 'approved or rejected.';
create unique index tenant_claims_open on identity.tenant_claims (person_id, tenant_id) where decided_at is null;
create index tenant_claims_tenant on identity.tenant_claims (tenant_id);
call identity.guard('identity.tenant_claims');

-- A person who leaves, accepts or takes a company over does so outside of it, as role identity.
grant update (role, role_id, disabled_at, updated_at, version), delete on core.memberships to smarteros_identity;
grant update (verified, updated_at, version) on core.tenants to smarteros_identity;
create policy identity_read on core.api_keys for select to smarteros_identity using (true);
create policy identity_revoke on core.api_keys for update to smarteros_identity using (true) with check (revoked_at is not null);
grant select (tenant_id, revoked_at), update (revoked_at) on core.api_keys to smarteros_identity;

alter table core.grants add column opened_by text not null default 'operator';
comment on column core.grants.opened_by is 'Name of the operator who opened it, as the tenant''s owner reads it.';
alter table core.grants add column revoked_at timestamptz;
comment on column core.grants.revoked_at is 'When the tenant ended it before its time.';
grant update (revoked_at) on core.grants to smarteros_app;

----------------------------------------------------------------------------------------------------------------
-- The door again: an entry that was ended is over, and a person who acts as the operator must still be one.
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
      select t.status into state from identity.sessions s
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
    when 'job', 'vault' then
      select t.status into state from core.tenants t where t.id = tenant;
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
  end if;
  perform set_config('app.tenant_id', tenant::text, true);
end $$;

create or replace function core.find_grant(token_hash bytea)
  returns table (id uuid, expires_at timestamptz, tenant_id uuid, slug text, country text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select g.id, g.expires_at, t.id, t.slug, t.country
  from core.grants g join core.tenants t on t.id = g.tenant_id
  where g.hash = token_hash and g.expires_at > clock_timestamp() and g.revoked_at is null
$$;

-- A key of a service account acts, and stands in the audit, as that account, and holds no more than it does now.
drop function core.find_key(bytea);
create function core.find_key(key_hash bytea)
  returns table (id uuid, name text, scopes text[], account_scopes text[], expires_at timestamptz, tenant_id uuid, slug text,
    country text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select k.id, coalesce(a.name || ' / ' || k.name, k.name), k.scopes, a.scopes, k.expires_at, t.id, t.slug, t.country
  from core.api_keys k join core.tenants t on t.id = k.tenant_id
  left join core.service_accounts a on a.tenant_id = k.tenant_id and a.id = k.account_id
  where k.hash = key_hash and k.revoked_at is null and (k.expires_at is null or k.expires_at > clock_timestamp())
    and a.disabled_at is null
$$;
comment on function core.find_key(bytea) is 'The live API key with that hash, and what its service account may do, if it has one.';
grant execute on function core.find_key(bytea) to smarteros_app;
