-- The audit that proves itself: each row gets a number and a hash in its tenant's chain; signed checkpoints of it leave
-- the installation. docs/audit.md says what that proves, and what not. The contact form's protection stands below.
--
-- Runs as smarteros_owner; role smarteros_sealer exists already (src/platform/db/roles.ts).

grant usage on schema core to smarteros_sealer;

----------------------------------------------------------------------------------------------------------------
-- The chain
----------------------------------------------------------------------------------------------------------------

alter table core.audit add column number bigint, add column hash bytea;
comment on column core.audit.number is 'Its place in the tenant''s chain, from 1; null until the sealer, a moment after commit, gives it.';
comment on column core.audit.hash is 'SHA-256 of the hash before and of every column (src/core/audit-chain.ts); null until sealed.';
comment on table core.audit is 'Who did what in a tenant. Written in the transaction of the act, sealed once after it, never changed.';
-- Rows of before have neither, so there is nothing to look through.
alter table core.audit add constraint audit_seal
  check ((number is null) = (hash is null) and number > 0 and octet_length(hash) = 32) not valid;
create unique index audit_chain on core.audit (tenant_id, number) where number is not null;
create index audit_unsealed on core.audit (id) where number is null;

-- Whoever writes a row can't write its seal.
revoke insert on core.audit from smarteros_app, smarteros_operator, smarteros_identity;
grant insert (tenant_id, id, at, actor_kind, actor_id, actor_name, action, operation, target, request_id)
  on core.audit to smarteros_app, smarteros_operator, smarteros_identity;
create policy sealer_read on core.audit for select to smarteros_sealer using (true);
create policy sealer_seal on core.audit for update to smarteros_sealer using (number is null) with check (number is not null);
grant select, update (number, hash) on core.audit to smarteros_sealer;
-- For metrics: how much waits, and since when; not what.
create policy relay_backlog on core.audit for select to smarteros_relay using (number is null);
grant select (at, number) on core.audit to smarteros_relay;

create table core.audit_heads (
  tenant_id uuid primary key,
  number    bigint not null,
  hash      bytea not null
);
comment on table core.audit_heads is 'The last link of each tenant''s audit chain: rows that vanish at its end leave it behind.';
comment on column core.audit_heads.tenant_id is 'Whose chain.';
comment on column core.audit_heads.number is 'Number of the last row that was sealed.';
comment on column core.audit_heads.hash is 'Its hash, which the next row''s builds on.';
call core.protect('core.audit_heads', 'smarteros_app', 'smarteros_operator');
create policy sealer_access on core.audit_heads to smarteros_sealer using (true) with check (true);
grant select on core.audit_heads to smarteros_app, smarteros_operator;
grant select, insert, update (number, hash) on core.audit_heads to smarteros_sealer;

create table core.audit_checkpoints (
  tenant_id uuid not null default core.tenant_id(),
  id        uuid not null,
  number    bigint not null,
  hash      bytea not null,
  at        timestamptz not null,
  token     text not null,
  primary key (tenant_id, id)
);
comment on table core.audit_checkpoints is 'Signed statements of how far a tenant''s audit chain had come, for whoever keeps them elsewhere.';
comment on column core.audit_checkpoints.tenant_id is 'Whose chain.';
comment on column core.audit_checkpoints.id is 'UUID version 7.';
comment on column core.audit_checkpoints.number is 'Number of the last row.';
comment on column core.audit_checkpoints.hash is 'Its hash.';
comment on column core.audit_checkpoints.at is 'When it was signed.';
comment on column core.audit_checkpoints.token is 'The statement as a JWS (ES256) under the installation''s audit key.';
call core.protect('core.audit_checkpoints', 'smarteros_app', 'smarteros_operator');
grant select, insert on core.audit_checkpoints to smarteros_app, smarteros_operator;

----------------------------------------------------------------------------------------------------------------
-- The contact form: proofs of work count once, and what may be spam waits for somebody to look at it
----------------------------------------------------------------------------------------------------------------

create table app.form_challenges (
  tenant_id  uuid not null default core.tenant_id(),
  hash       bytea not null,
  expires_at timestamptz not null,
  primary key (tenant_id, hash)
);
comment on table app.form_challenges is 'Proofs of work that were handed in with a form: each counts once.';
comment on column app.form_challenges.tenant_id is 'Owner of the form.';
comment on column app.form_challenges.hash is 'SHA-256 of the challenge''s nonce.';
comment on column app.form_challenges.expires_at is 'From then on its own date refuses it, and the row may go.';
create index form_challenges_age on app.form_challenges (tenant_id, expires_at);
call core.protect('app.form_challenges', 'smarteros_app');
grant select, insert, delete on app.form_challenges to smarteros_app;

create table app.held_messages (
  tenant_id    uuid not null default core.tenant_id(),
  id           uuid not null,
  form_id      uuid not null,
  name         text not null,
  email        text,
  phone        text,
  message      text not null,
  consent_text text not null,
  reason       text not null,
  created_at   timestamptz not null,
  primary key (tenant_id, id)
);
comment on table app.held_messages is 'What came in through a form and may be spam; it becomes a contact and a message when somebody releases it.';
comment on column app.held_messages.tenant_id is 'Owner of the form.';
comment on column app.held_messages.id is 'UUID version 7; the message keeps it.';
comment on column app.held_messages.form_id is 'The form.';
comment on column app.held_messages.name is 'As the sender gave it.';
comment on column app.held_messages.email is 'Lower case.';
comment on column app.held_messages.phone is 'E.164.';
comment on column app.held_messages.message is 'The sender''s words.';
comment on column app.held_messages.consent_text is 'The words that the sender agreed to.';
comment on column app.held_messages.reason is 'unsolved: no proof of work · trap: a field was filled that people don''t see · hurry: faster than people type.';
comment on column app.held_messages.created_at is 'When it came in, and so when consent was given.';
call core.protect('app.held_messages', 'smarteros_app');
grant select, insert, delete on app.held_messages to smarteros_app;
