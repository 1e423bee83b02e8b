-- How people prove themselves beside the code by WhatsApp: apps with codes, passkeys, passwords, other issuers; and how
-- they get another number. Only smarteros_identity touches any of it.

alter table identity.people add column always_ask boolean not null default false;
comment on column identity.people.always_ask is 'Every login asks for the second factor, not only sensitive acts.';

create table identity.totp (
  person_id    uuid primary key references identity.people,
  sealed       bytea not null,
  created_at   timestamptz not null,
  confirmed_at timestamptz,
  last_step    bigint not null default 0
);
comment on table identity.totp is 'Apps that show codes (RFC 6238), one per person.';
comment on column identity.totp.person_id is 'Whose.';
comment on column identity.totp.sealed is 'The secret, sealed with a key derived from the installation''s.';
comment on column identity.totp.created_at is 'When the secret was shown.';
comment on column identity.totp.confirmed_at is 'When a first code proved that the app has it; it counts from then on.';
comment on column identity.totp.last_step is 'Number of the last time step whose code was used: neither it nor an older one works again.';
call identity.guard('identity.totp');

create table identity.recovery_codes (
  hash       bytea primary key,
  person_id  uuid not null references identity.people,
  created_at timestamptz not null,
  used_at    timestamptz
);
comment on table identity.recovery_codes is 'Codes on paper, for when the second factor is lost. Each works once.';
comment on column identity.recovery_codes.hash is 'SHA-256 of person and code; a code holds 120 random bits.';
comment on column identity.recovery_codes.person_id is 'Whose.';
comment on column identity.recovery_codes.created_at is 'When it was shown.';
comment on column identity.recovery_codes.used_at is 'When it was used.';
create index recovery_codes_person on identity.recovery_codes (person_id);
call identity.guard('identity.recovery_codes');

create table identity.passkeys (
  id            uuid primary key,
  person_id     uuid not null references identity.people,
  credential_id text not null,
  public_key    bytea not null,
  counter       bigint not null,
  transports    text[] not null,
  name          text not null,
  backed_up     boolean not null,
  created_at    timestamptz not null,
  used_at       timestamptz,
  constraint passkeys_credential unique (credential_id)
);
comment on table identity.passkeys is 'WebAuthn credentials.';
comment on column identity.passkeys.id is 'UUID version 7.';
comment on column identity.passkeys.person_id is 'Whose.';
comment on column identity.passkeys.credential_id is 'As the authenticator named it, base64url.';
comment on column identity.passkeys.public_key is 'COSE key.';
comment on column identity.passkeys.counter is 'Signatures that the authenticator counted; it never goes back. 0: it doesn''t count.';
comment on column identity.passkeys.transports is 'How browsers reach it.';
comment on column identity.passkeys.name is 'As the person calls it.';
comment on column identity.passkeys.backed_up is 'Whether it is kept on several devices.';
comment on column identity.passkeys.created_at is 'When it was registered.';
comment on column identity.passkeys.used_at is 'When it was last used.';
create index passkeys_person on identity.passkeys (person_id);
call identity.guard('identity.passkeys');

create table identity.challenges (
  hash       bytea primary key,
  purpose    text not null check (purpose in ('register', 'login', 'step_up')),
  session_id uuid references identity.sessions on delete cascade,
  expires_at timestamptz not null
);
comment on table identity.challenges is 'What passkeys have to sign. Each works once: using it deletes it.';
comment on column identity.challenges.hash is 'SHA-256 of the challenge, which holds 256 random bits.';
comment on column identity.challenges.purpose is 'What the signature is for; it serves nothing else.';
comment on column identity.challenges.session_id is 'Whose login asked for it; null for logins.';
comment on column identity.challenges.expires_at is 'When it stops working by itself.';
create index challenges_age on identity.challenges (expires_at);
call identity.guard('identity.challenges');

create table identity.passwords (
  person_id  uuid primary key references identity.people,
  username   text not null,
  hash       text not null,
  short      boolean not null,
  changed_at timestamptz not null,
  constraint passwords_username unique (username)
);
comment on table identity.passwords is 'Local logins, for places without internet.';
comment on column identity.passwords.person_id is 'Whose.';
comment on column identity.passwords.username is 'Lower case.';
comment on column identity.passwords.hash is 'Argon2id, in PHC form.';
comment on column identity.passwords.short is 'Under 15 characters: it counts only together with a second factor.';
comment on column identity.passwords.changed_at is 'When it was set.';
call identity.guard('identity.passwords');

create table identity.login_tickets (
  hash       bytea primary key,
  person_id  uuid not null references identity.people,
  method     text not null,
  tries      integer not null default 0,
  expires_at timestamptz not null
);
comment on table identity.login_tickets is 'Logins that wait for their second factor.';
comment on column identity.login_tickets.hash is 'SHA-256 of the ticket, which holds 256 random bits.';
comment on column identity.login_tickets.person_id is 'Whose.';
comment on column identity.login_tickets.method is 'How they proved themselves first.';
comment on column identity.login_tickets.tries is 'Wrong proofs so far.';
comment on column identity.login_tickets.expires_at is 'When it stops working by itself.';
create index login_tickets_age on identity.login_tickets (expires_at);
call identity.guard('identity.login_tickets');

create table identity.throttles (
  name     text primary key,
  failures integer not null,
  last_at  timestamptz not null,
  free_at  timestamptz not null
);
comment on table identity.throttles is 'Who guessed wrong, and until when they have to wait. Waits grow and always end.';
comment on column identity.throttles.name is 'What is guarded, and a keyed hash of whom: no name or address can be read here.';
comment on column identity.throttles.failures is 'Wrong guesses since the last right one.';
comment on column identity.throttles.last_at is 'The last wrong guess; after a quiet day they are forgotten.';
comment on column identity.throttles.free_at is 'When the next guess is looked at.';
create index throttles_age on identity.throttles (last_at);
call identity.guard('identity.throttles');

create table identity.identities (
  id          uuid primary key,
  person_id   uuid not null references identity.people,
  issuer      text not null,
  subject     text not null,
  email       text,
  created_at  timestamptz not null,
  used_at     timestamptz not null,
  disabled_at timestamptz,
  constraint identities_subject unique (issuer, subject)
);
comment on table identity.identities is 'Accounts at other issuers (OpenID Connect) that people log in with.';
comment on column identity.identities.id is 'UUID version 7.';
comment on column identity.identities.person_id is 'Whose.';
comment on column identity.identities.issuer is 'The issuer''s address, as its tokens say it.';
comment on column identity.identities.subject is 'The account''s id there.';
comment on column identity.identities.email is 'As the issuer says, for the person to recognise it by. It never decides anything.';
comment on column identity.identities.created_at is 'When it was linked.';
comment on column identity.identities.used_at is 'Last login with it.';
comment on column identity.identities.disabled_at is 'Since when the issuer says that the account is gone.';
create index identities_person on identity.identities (person_id);
call identity.guard('identity.identities');

create table identity.oidc_flows (
  state      bytea primary key,
  issuer     text not null,
  browser    bytea,
  session_id uuid references identity.sessions on delete cascade,
  sealed     bytea not null,
  next       text not null,
  expires_at timestamptz not null,
  constraint oidc_flows_bound check ((browser is null) <> (session_id is null))
);
comment on table identity.oidc_flows is 'People who are at another issuer right now and will come back. Coming back deletes the row.';
comment on column identity.oidc_flows.state is 'SHA-256 of the state that the issuer sends back.';
comment on column identity.oidc_flows.issuer is 'Name of the issuer in the settings.';
comment on column identity.oidc_flows.browser is 'To log in: SHA-256 of what the browser that set out keeps in a cookie.';
comment on column identity.oidc_flows.session_id is 'To link: the login that set out.';
comment on column identity.oidc_flows.sealed is 'Nonce and PKCE verifier, sealed.';
comment on column identity.oidc_flows.next is 'Path to go on to.';
comment on column identity.oidc_flows.expires_at is 'When it stops working by itself.';
create index oidc_flows_age on identity.oidc_flows (expires_at);
call identity.guard('identity.oidc_flows');

create table identity.webhook_receipts (
  source      text not null,
  id          text not null,
  received_at timestamptz not null,
  primary key (source, id)
);
comment on table identity.webhook_receipts is 'Messages of issuers that were worked on: a repeat changes nothing.';
comment on column identity.webhook_receipts.source is 'Who sent it.';
comment on column identity.webhook_receipts.id is 'The sender''s id of the message, the same over all repeats.';
comment on column identity.webhook_receipts.received_at is 'When it came first.';
create index webhook_receipts_age on identity.webhook_receipts (received_at);
call identity.guard('identity.webhook_receipts');

create table identity.number_changes (
  id          uuid primary key,
  person_id   uuid not null references identity.people,
  kind        text not null check (kind in ('change', 'lost')),
  old_phone   text,
  new_phone   text not null,
  created_at  timestamptz not null,
  expires_at  timestamptz not null,
  approver    text,
  approved_at timestamptz,
  ready_at    timestamptz,
  ended_at    timestamptz,
  outcome     text check (outcome in ('completed', 'cancelled', 'refused')),
  constraint number_changes_approved check (num_nonnulls(approver, approved_at, ready_at) in (0, 3)),
  constraint number_changes_wait check (ready_at >= approved_at + interval '72 hours'),
  constraint number_changes_lost check (kind = 'change' or outcome is distinct from 'completed' or ended_at >= ready_at),
  constraint number_changes_ended check ((ended_at is null) = (outcome is null))
);
comment on table identity.number_changes is 'People who changed their number, or lost it and want to log in with another.';
comment on column identity.number_changes.id is 'UUID version 7.';
comment on column identity.number_changes.person_id is 'Who.';
comment on column identity.number_changes.kind is 'change: with proof of the old number or a second factor, at once. lost: without, by approval and after a wait.';
comment on column identity.number_changes.old_phone is 'The number before, E.164; it is told.';
comment on column identity.number_changes.new_phone is 'The new one, proved by a code when it was asked for, and again at the end.';
comment on column identity.number_changes.created_at is 'When it was asked for.';
comment on column identity.number_changes.expires_at is 'When it ends by itself.';
comment on column identity.number_changes.approver is 'UGID of the owner who approved it, or operator.';
comment on column identity.number_changes.approved_at is 'When.';
comment on column identity.number_changes.ready_at is 'When a lost number can be replaced: 72 hours after the approval, so that the old channel hears of it in time.';
comment on column identity.number_changes.ended_at is 'When it was over.';
comment on column identity.number_changes.outcome is 'How it ended. What ended never begins again.';
create unique index number_changes_open on identity.number_changes (person_id, new_phone) where ended_at is null;
create index number_changes_new on identity.number_changes (new_phone) where ended_at is null;
call identity.guard('identity.number_changes');
