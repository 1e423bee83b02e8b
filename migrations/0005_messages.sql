-- Messages to and from people's phones, and how the engine that carries them fares.

create table app.messages (
  tenant_id    uuid not null default core.tenant_id(),
  id           uuid not null,
  direction    text not null check (direction in ('in', 'out')),
  peer         text not null,
  kind         text not null,
  text         text,
  template     json,
  status       text not null check (status in ('queued', 'sent', 'delivered', 'read', 'failed', 'received')),
  failure      text,
  failure_code integer,
  provider_id  text,
  tries        integer not null default 0,
  next_try_at  timestamptz,
  created_at   timestamptz not null,
  sent_at      timestamptz,
  delivered_at timestamptz,
  read_at      timestamptz,
  failed_at    timestamptz,
  primary key (tenant_id, id)
);
comment on table app.messages is 'WhatsApp messages that a tenant sent, and those that people sent to it.';
comment on column app.messages.tenant_id is 'Owner: who sent it, or who had written last to that number when it came in.';
comment on column app.messages.id is 'UUID version 7.';
comment on column app.messages.direction is 'in: from the person; out: to the person.';
comment on column app.messages.peer is 'The person''s number, E.164.';
comment on column app.messages.kind is 'text or template; of incoming ones whatever WhatsApp calls it.';
comment on column app.messages.text is 'Words of a text message, caption of a medium; null without words.';
comment on column app.messages.template is 'Name, language and parameters of a template.';
comment on column app.messages.status is 'The furthest that is known: queued, sent (accepted), delivered, read, failed; received for incoming ones.';
comment on column app.messages.failure is 'Why it failed, or why the last try did (src/core/messaging.ts).';
comment on column app.messages.failure_code is 'WhatsApp''s own number for that.';
comment on column app.messages.provider_id is 'WhatsApp''s id (wamid); null until it was accepted.';
comment on column app.messages.tries is 'Tries that failed for the moment only.';
comment on column app.messages.next_try_at is 'WhatsApp asked not to be asked again before.';
comment on column app.messages.created_at is 'When it was asked for, or came in.';
comment on column app.messages.sent_at is 'When WhatsApp accepted it; of incoming ones, when the person wrote it, which opens the window.';
comment on column app.messages.delivered_at is 'When it reached the phone.';
comment on column app.messages.read_at is 'When it was read.';
comment on column app.messages.failed_at is 'When it was given up.';
-- A webhook's repeat meets this one.
create unique index messages_provider_once on app.messages (tenant_id, provider_id) where provider_id is not null;
create index messages_window on app.messages (tenant_id, peer, direction, sent_at);
create index messages_provider on app.messages (provider_id) where provider_id is not null;
create index messages_last_writer on app.messages (peer, sent_at) where direction = 'out' and sent_at is not null;
call core.protect('app.messages', 'smarteros_app');
create policy owner_read on app.messages for select to smarteros_owner using (true);
grant usage on schema app to smarteros_owner;
grant select, insert, update on app.messages to smarteros_app;

-- A webhook names no tenant. Both look-ups tell where a message belongs, and nothing of it.
create function core.find_message(wamid text) returns table (tenant_id uuid, id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.tenant_id, m.id from app.messages m where m.provider_id = wamid limit 1
$$;
comment on function core.find_message(text) is 'The message that WhatsApp knows by that id.';
grant execute on function core.find_message(text) to smarteros_app;

create function core.last_writer(phone text) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select m.tenant_id from app.messages m
  where m.peer = phone and m.direction = 'out' and m.sent_at is not null order by m.sent_at desc limit 1
$$;
comment on function core.last_writer(text) is 'The tenant that last wrote to a number: an answer from there is meant for it.';
grant execute on function core.last_writer(text) to smarteros_app;

create table core.engine_health (
  engine     text primary key,
  checked_at timestamptz not null,
  state      text not null check (state in ('fine', 'expiring', 'lacking', 'dead')),
  expires_at timestamptz,
  alerted_at timestamptz
);
comment on table core.engine_health is 'How the credentials of engines fare, for metrics and alerts.';
comment on column core.engine_health.engine is 'e.g. whatsapp.';
comment on column core.engine_health.checked_at is 'When it was last asked.';
comment on column core.engine_health.state is 'fine, expiring (ten days or less), lacking (a right), dead.';
comment on column core.engine_health.expires_at is 'When the credential ends; null: never, or unknown.';
comment on column core.engine_health.alerted_at is 'When the operator was last told; null while all is fine.';
alter table core.engine_health enable row level security;
alter table core.engine_health force row level security;
create policy identity_access on core.engine_health to smarteros_identity using (true) with check (true);
create policy backup_read on core.engine_health for select to smarteros_backup using (true);
grant select, insert, update on core.engine_health to smarteros_identity;
grant select on core.engine_health to smarteros_backup;

----------------------------------------------------------------------------------------------------------------
-- What becomes of one-time codes
----------------------------------------------------------------------------------------------------------------

alter table identity.otp_codes
  add column channel text check (channel in ('whatsapp', 'mail', 'development')),
  add column provider_id text,
  add column delivery text check (delivery in ('sent', 'delivered', 'read', 'failed')),
  add column failure text;
comment on column identity.otp_codes.channel is 'How it was sent last; null until then.';
comment on column identity.otp_codes.provider_id is 'WhatsApp''s id (wamid) of the message.';
comment on column identity.otp_codes.delivery is 'The furthest that is known of the WhatsApp message.';
comment on column identity.otp_codes.failure is 'Why WhatsApp didn''t deliver it (src/core/messaging.ts).';
create unique index otp_codes_provider on identity.otp_codes (provider_id) where provider_id is not null;
create index otp_codes_sealed on identity.otp_codes (expires_at) where sealed is not null;

create table identity.unreachable_phones (
  phone text primary key,
  since timestamptz not null
);
comment on table identity.unreachable_phones is 'Numbers that WhatsApp couldn''t deliver to, so that people are told at their next try.';
comment on column identity.unreachable_phones.phone is 'E.164.';
comment on column identity.unreachable_phones.since is 'When WhatsApp last said so.';
call identity.guard('identity.unreachable_phones');
