-- People: who they are, how they log in, and where they belong. People exist outside of tenants, so this schema has a
-- database role of its own: smarteros_identity serves logins and whatever a person does outside of a company, and
-- smarteros_app, which serves companies, can't read it.

create schema identity;
comment on schema identity is 'People, their credentials and sessions. Only smarteros_identity may touch it.';
grant usage on schema identity to smarteros_identity, smarteros_backup;
grant usage on schema core to smarteros_identity;

create procedure identity.guard(target regclass)
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('create policy identity_access on %s to smarteros_identity using (true) with check (true)', target);
  execute format('create policy owner_read on %s for select to smarteros_owner using (true)', target);
  execute format('create policy backup_read on %s for select to smarteros_backup using (true)', target);
  execute format('grant select, insert, update, delete on %s to smarteros_identity', target);
  execute format('grant select on %s to smarteros_backup', target);
end $$;
comment on procedure identity.guard(regclass) is
  'Keeps a table of people for role identity alone. Every table of this schema calls it in the migration that makes it.';

create table identity.people (
  id          uuid primary key,
  name        text,
  phone       text,
  email       text,
  language    text not null default 'es' check (language in ('es', 'en')),
  operator    boolean not null default false,
  disabled_at timestamptz,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  version     integer not null default 1,
  constraint people_phone unique (phone),
  constraint people_email unique (email)
);
comment on table identity.people is 'One row per person, known by the UGID in all systems.';
comment on column identity.people.id is 'The UGID: UUID version 4, so that it tells nothing.';
comment on column identity.people.name is 'As they call themselves; null until they say.';
comment on column identity.people.phone is 'E.164, proved by a code; null for people who log in otherwise.';
comment on column identity.people.email is 'Lower case, proved; null until then.';
comment on column identity.people.language is 'Of messages to them.';
comment on column identity.people.operator is 'May act as the operator of this installation.';
comment on column identity.people.disabled_at is 'Since when every session of theirs is refused.';
comment on column identity.people.created_at is 'First login.';
comment on column identity.people.updated_at is 'When the row last changed.';
comment on column identity.people.version is 'Row version, the API''s ETag.';
call identity.guard('identity.people');

create table identity.otp_codes (
  id         uuid primary key,
  phone      text not null,
  purpose    text not null,
  person_id  uuid,
  digits     integer not null,
  hash       bytea not null,
  sealed     bytea,
  tries      integer not null default 0,
  network    text not null,
  language   text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at   timestamptz,
  outcome    text check (outcome in ('used', 'voided', 'spent'))
);
comment on table identity.otp_codes is 'One-time codes. At most one per number and purpose is open.';
comment on column identity.otp_codes.id is 'UUID version 7.';
comment on column identity.otp_codes.phone is 'E.164.';
comment on column identity.otp_codes.purpose is 'login, or the act that it confirms; a code serves no other.';
comment on column identity.otp_codes.person_id is 'For whom, when it confirms an act of somebody logged in.';
comment on column identity.otp_codes.digits is 'How many digits the code has.';
comment on column identity.otp_codes.hash is 'HMAC-SHA256 of code, number and purpose under a key of the installation.';
comment on column identity.otp_codes.sealed is 'The code, sealed, until it was handed to a sender; null from then on.';
comment on column identity.otp_codes.tries is 'Wrong guesses so far.';
comment on column identity.otp_codes.network is 'Where it was asked for: an IPv4 address or an IPv6 /64.';
comment on column identity.otp_codes.language is 'Of the message.';
comment on column identity.otp_codes.created_at is 'When it was asked for.';
comment on column identity.otp_codes.expires_at is 'When it stops working by itself.';
comment on column identity.otp_codes.ended_at is 'When it stopped working; null while it is open.';
comment on column identity.otp_codes.outcome is 'used, voided (a newer one replaced it) or spent (too many wrong guesses).';
create unique index otp_codes_open on identity.otp_codes (phone, purpose) where ended_at is null;
create index otp_codes_recent on identity.otp_codes (phone, created_at);
create index otp_codes_age on identity.otp_codes (created_at);
call identity.guard('identity.otp_codes');

create table identity.counters (
  name text not null,
  slot timestamptz not null,
  n    bigint not null,
  primary key (name, slot)
);
comment on table identity.counters is 'Counts that every process shares: codes sent and guesses failed, per hour.';
comment on column identity.counters.name is 'What is counted.';
comment on column identity.counters.slot is 'Start of the hour.';
comment on column identity.counters.n is 'How often.';
call identity.guard('identity.counters');

create table identity.sessions (
  id            uuid primary key,
  person_id     uuid not null references identity.people,
  hash          bytea not null,
  methods       text[] not null,
  network       text not null,
  agent         text,
  created_at    timestamptz not null,
  seen_at       timestamptz not null,
  stepped_up_at timestamptz,
  expires_at    timestamptz not null,
  revoked_at    timestamptz,
  constraint sessions_hash unique (hash)
);
comment on table identity.sessions is 'Logins. A session is at once a browser''s cookie and the family of a program''s refresh tokens.';
comment on column identity.sessions.id is 'UUID version 7; `sid` of its access tokens.';
comment on column identity.sessions.person_id is 'Whose.';
comment on column identity.sessions.hash is 'SHA-256 of the cookie''s token, which holds 256 random bits.';
comment on column identity.sessions.methods is 'How they proved themselves: otp, totp, passkey, password, oidc, recovery.';
comment on column identity.sessions.network is 'Where the login came from: an IPv4 address or an IPv6 /64.';
comment on column identity.sessions.agent is 'What the browser or program calls itself.';
comment on column identity.sessions.created_at is 'When they logged in.';
comment on column identity.sessions.seen_at is 'Last use, to within a minute.';
comment on column identity.sessions.stepped_up_at is 'When they last proved themselves anew; sensitive acts ask for a recent proof.';
comment on column identity.sessions.expires_at is 'When it ends by itself.';
comment on column identity.sessions.revoked_at is 'When it was ended: logged out, revoked, or a refresh token used twice.';
create index sessions_person on identity.sessions (person_id);
call identity.guard('identity.sessions');

create table identity.refresh_tokens (
  hash       bytea primary key,
  session_id uuid not null references identity.sessions on delete cascade,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at    timestamptz
);
comment on table identity.refresh_tokens is 'Each works once and is replaced by the next; a second use ends its session.';
comment on column identity.refresh_tokens.hash is 'SHA-256 of the token, which holds 256 random bits.';
comment on column identity.refresh_tokens.session_id is 'Family.';
comment on column identity.refresh_tokens.created_at is 'When it was given out.';
comment on column identity.refresh_tokens.expires_at is 'When it stops working by itself.';
comment on column identity.refresh_tokens.used_at is 'When it was exchanged for the next.';
create index refresh_tokens_session on identity.refresh_tokens (session_id);
call identity.guard('identity.refresh_tokens');

create table identity.signing_keys (
  kid       text primary key,
  public    json not null,
  sealed    bytea not null,
  active_at timestamptz not null,
  constraint signing_keys_turn unique (active_at)
);
comment on table identity.signing_keys is 'Keys of access tokens (ES256). The newest active one signs; each verifies until an hour after its successor became active.';
comment on column identity.signing_keys.kid is 'RFC 7638 thumbprint.';
comment on column identity.signing_keys.public is 'Public JWK.';
comment on column identity.signing_keys.sealed is 'Private JWK, sealed with a key derived from the installation''s secret.';
comment on column identity.signing_keys.active_at is 'Signs from then on; it is published before, so that every cache knows it in time.';
call identity.guard('identity.signing_keys');

create table identity.oauth_grants (
  id          uuid primary key,
  person_id   uuid not null references identity.people,
  tenant_id   uuid not null,
  client_id   text not null,
  client_name text not null,
  scopes      text[] not null,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  revoked_at  timestamptz
);
comment on table identity.oauth_grants is 'What people allowed agents to do in a company. An agent''s tokens live and die with their grant.';
comment on column identity.oauth_grants.id is 'UUID version 7.';
comment on column identity.oauth_grants.person_id is 'Who allowed it; the agent is refused once they leave the company.';
comment on column identity.oauth_grants.tenant_id is 'Where.';
comment on column identity.oauth_grants.client_id is 'The agent: registered id, or the address of its metadata document.';
comment on column identity.oauth_grants.client_name is 'As it called itself then.';
comment on column identity.oauth_grants.scopes is 'What it may do.';
comment on column identity.oauth_grants.created_at is 'When it was allowed.';
comment on column identity.oauth_grants.expires_at is 'When it ends by itself.';
comment on column identity.oauth_grants.revoked_at is 'When it was taken back.';
create index oauth_grants_person on identity.oauth_grants (person_id);
create index oauth_grants_tenant on identity.oauth_grants (tenant_id);
call identity.guard('identity.oauth_grants');

create table identity.development_messages (
  id   uuid primary key,
  recipient text not null,
  text text not null,
  at   timestamptz not null
);
comment on table identity.development_messages is 'What would have been sent. Empty in production, where this sender refuses to work.';
comment on column identity.development_messages.id is 'UUID version 7.';
comment on column identity.development_messages.recipient is 'E.164 number or mail address.';
comment on column identity.development_messages.text is 'As the person would read it.';
comment on column identity.development_messages.at is 'When.';
call identity.guard('identity.development_messages');

----------------------------------------------------------------------------------------------------------------
-- Where people belong
----------------------------------------------------------------------------------------------------------------

create table core.roles (
  tenant_id  uuid not null,
  id         uuid not null,
  name       text not null,
  scopes     text[] not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version    integer not null default 1,
  primary key (tenant_id, id),
  constraint roles_name unique (tenant_id, name)
);
comment on table core.roles is 'A company''s own roles, beside those that every company has (src/core/roles.ts).';
comment on column core.roles.tenant_id is 'Owner.';
comment on column core.roles.id is 'UUID version 7.';
comment on column core.roles.name is 'As the company calls it.';
comment on column core.roles.scopes is 'What who has it may do.';
comment on column core.roles.created_at is 'When it was made.';
comment on column core.roles.updated_at is 'When the row last changed.';
comment on column core.roles.version is 'Row version, the API''s ETag.';
call core.protect('core.roles', 'smarteros_app');
create policy identity_read on core.roles for select to smarteros_identity using (true);
grant select, insert, update, delete on core.roles to smarteros_app;
grant select on core.roles to smarteros_identity;

create table core.memberships (
  tenant_id   uuid not null default core.tenant_id(),
  person_id   uuid not null,
  role        text not null check (role in ('owner', 'admin', 'member', 'accountant', 'guest', 'service', 'custom')),
  role_id     uuid,
  disabled_at timestamptz,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  version     integer not null default 1,
  primary key (tenant_id, person_id),
  constraint memberships_custom check ((role = 'custom') = (role_id is not null)),
  constraint memberships_role foreign key (tenant_id, role_id) references core.roles (tenant_id, id)
);
comment on table core.memberships is 'Who belongs to a company, and as what.';
comment on column core.memberships.tenant_id is 'The company.';
comment on column core.memberships.person_id is 'UGID. No foreign key: people live behind another fence, and are never deleted while they belong somewhere.';
comment on column core.memberships.role is 'A role that every company has, or custom.';
comment on column core.memberships.role_id is 'The company''s own role, when custom.';
comment on column core.memberships.disabled_at is 'Since when the person is shut out of this company.';
comment on column core.memberships.created_at is 'Since when they belong.';
comment on column core.memberships.updated_at is 'When the row last changed.';
comment on column core.memberships.version is 'Row version, the API''s ETag.';
create index memberships_person on core.memberships (person_id);
call core.protect('core.memberships', 'smarteros_app');
create policy identity_access on core.memberships to smarteros_identity using (true) with check (true);
create policy owner_read on core.memberships for select to smarteros_owner using (true);
grant select, insert, update, delete on core.memberships to smarteros_app;
grant select, insert on core.memberships to smarteros_identity;

create table core.service_accounts (
  tenant_id   uuid not null,
  id          uuid not null,
  name        text not null,
  scopes      text[] not null,
  disabled_at timestamptz,
  created_at  timestamptz not null,
  updated_at  timestamptz not null,
  version     integer not null default 1,
  primary key (tenant_id, id)
);
comment on table core.service_accounts is 'Programs that act in a company as themselves, whoever set them up. Their keys end with them.';
comment on column core.service_accounts.tenant_id is 'Owner.';
comment on column core.service_accounts.id is 'UUID version 7.';
comment on column core.service_accounts.name is 'As it stands in the audit.';
comment on column core.service_accounts.scopes is 'The most that a key of it can hold.';
comment on column core.service_accounts.disabled_at is 'Since when all of its keys are refused.';
comment on column core.service_accounts.created_at is 'When it was made.';
comment on column core.service_accounts.updated_at is 'When the row last changed.';
comment on column core.service_accounts.version is 'Row version, the API''s ETag.';
call core.protect('core.service_accounts', 'smarteros_app');
create policy owner_read on core.service_accounts for select to smarteros_owner using (true);
grant select, insert, update on core.service_accounts to smarteros_app;

alter table core.api_keys add column account_id uuid;
comment on column core.api_keys.account_id is 'The service account that it belongs to; null: the key stands for itself.';
alter table core.api_keys add constraint api_keys_account
  foreign key (tenant_id, account_id) references core.service_accounts (tenant_id, id);

-- What role identity needs of the kernel's tables. It writes audit rows and events in every company that a login or a
-- person's act concerns, as the operator's role does.
create policy identity_access on core.tenants to smarteros_identity using (true) with check (not platform);
grant select, insert on core.tenants to smarteros_identity;
create policy identity_insert on core.audit for insert to smarteros_identity with check (true);
create policy identity_read on core.audit for select to smarteros_identity
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert on core.audit to smarteros_identity;
create policy identity_insert on core.events for insert to smarteros_identity with check (true);
create policy identity_read on core.events for select to smarteros_identity
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert on core.events to smarteros_identity;
create policy smarteros_identity_access on core.idempotency to smarteros_identity using (true) with check (true);
create policy smarteros_identity_fence on core.idempotency as restrictive to smarteros_identity
  using (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid)
  with check (tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid);
grant select, insert, update (answer), delete on core.idempotency to smarteros_identity;

----------------------------------------------------------------------------------------------------------------
-- The door, with its new keys
----------------------------------------------------------------------------------------------------------------

grant usage on schema identity to smarteros_owner;

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
        and p.disabled_at is null and m.disabled_at is null;
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
          and s.expires_at > clock_timestamp() and p.disabled_at is null;
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
grant execute on function core.enter(uuid, text, uuid) to smarteros_identity;

create or replace function core.find_key(key_hash bytea)
  returns table (id uuid, name text, scopes text[], expires_at timestamptz, tenant_id uuid, slug text, country text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select k.id, k.name, k.scopes, k.expires_at, t.id, t.slug, t.country
  from core.api_keys k join core.tenants t on t.id = k.tenant_id
  left join core.service_accounts a on a.tenant_id = k.tenant_id and a.id = k.account_id
  where k.hash = key_hash and k.revoked_at is null and (k.expires_at is null or k.expires_at > clock_timestamp())
    and a.disabled_at is null
$$;

create function core.tenant_people()
  returns table (id uuid, name text, phone text, email text, language text)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select p.id, p.name, p.phone, p.email, p.language
  from core.memberships m join identity.people p on p.id = m.person_id
  where m.tenant_id = nullif(current_setting('app.tenant_id', true), '')::uuid
$$;
comment on function core.tenant_people() is 'The people of the transaction''s tenant, for its own lists; everybody else stays unseen.';
grant execute on function core.tenant_people() to smarteros_app;
