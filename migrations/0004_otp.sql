-- Guessing and pumping codes: what has to be remembered across codes, and an end for sessions that nobody uses.

create table identity.otp_numbers (
  phone      text primary key,
  failures   integer not null,
  updated_at timestamptz not null
);
comment on table identity.otp_numbers is 'Numbers at which somebody guessed wrong since the last right code.';
comment on column identity.otp_numbers.phone is 'E.164.';
comment on column identity.otp_numbers.failures is 'Wrong guesses one after the other, of whatever code; a right one deletes the row.';
comment on column identity.otp_numbers.updated_at is 'The last wrong guess.';
call identity.guard('identity.otp_numbers');

create table identity.otp_challenges (
  hash       bytea primary key,
  expires_at timestamptz not null
);
comment on table identity.otp_challenges is 'Proofs of work that were handed in: each counts once.';
comment on column identity.otp_challenges.hash is 'SHA-256 of the challenge''s nonce.';
comment on column identity.otp_challenges.expires_at is 'From then on its own date refuses it, and the row may go.';
create index otp_challenges_age on identity.otp_challenges (expires_at);
call identity.guard('identity.otp_challenges');

create index counters_age on identity.counters (slot);

create table core.counters (
  tenant_id uuid not null default core.tenant_id(),
  name      text not null,
  slot      timestamptz not null,
  n         bigint not null,
  primary key (tenant_id, name, slot)
);
comment on table core.counters is 'What a company may do only so often, such as sending invitations; per hour.';
comment on column core.counters.tenant_id is 'Owner.';
comment on column core.counters.name is 'What is counted.';
comment on column core.counters.slot is 'Start of the hour.';
comment on column core.counters.n is 'How often.';
call core.protect('core.counters', 'smarteros_app');
grant select, insert, update, delete on core.counters to smarteros_app;

-- A session that was not used for 7 days is over (also in platform/db/identity.ts and features/identity/store.ts).
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
      where g.tenant_id = tenant and g.id = credential and g.expires_at > clock_timestamp();
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
      if session_user in ('smarteros_operator', 'smarteros_identity') then
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
