-- Webhooks out: where a company's events go, how far each endpoint has come, and what became of each delivery.

----------------------------------------------------------------------------------------------------------------
-- Endpoints
----------------------------------------------------------------------------------------------------------------

create table app.webhook_endpoints (
  tenant_id       uuid not null default core.tenant_id(),
  id              uuid not null,
  url             text not null,
  events          text[] not null,
  scopes          text[] not null,
  description     text not null,
  secret          bytea not null,
  secret_before   bytea,
  rotated_at      timestamptz,
  disabled_at     timestamptz,
  disabled_reason text check (disabled_reason in ('asked', 'gone', 'failing')),
  created_at      timestamptz not null,
  updated_at      timestamptz not null,
  version         integer not null default 1,
  primary key (tenant_id, id)
);
comment on table app.webhook_endpoints is 'Addresses that a company''s events are sent to.';
comment on column app.webhook_endpoints.tenant_id is 'Whose.';
comment on column app.webhook_endpoints.id is 'UUID version 7.';
comment on column app.webhook_endpoints.url is 'Where to. It may hold a secret of the receiver''s in its path, so it stands in no log.';
comment on column app.webhook_endpoints.events is 'What is wanted: names, noun.* or *.';
comment on column app.webhook_endpoints.scopes is 'What whoever last chose address and events was allowed to see then: nothing beyond it is sent.';
comment on column app.webhook_endpoints.description is 'In the company''s words.';
comment on column app.webhook_endpoints.secret is 'Signing secret, sealed.';
comment on column app.webhook_endpoints.secret_before is 'The one before, sealed; signs too for a day after the change.';
comment on column app.webhook_endpoints.rotated_at is 'When the secret was last changed.';
comment on column app.webhook_endpoints.disabled_at is 'Since when nothing is sent; null: it is in use.';
comment on column app.webhook_endpoints.disabled_reason is 'asked (by somebody), gone (it answered 410) or failing (five days without a success).';
comment on column app.webhook_endpoints.created_at is 'When it was made.';
comment on column app.webhook_endpoints.updated_at is 'When it was last changed.';
comment on column app.webhook_endpoints.version is 'Row version, the API''s ETag.';
call core.protect('app.webhook_endpoints', 'smarteros_app');
grant select, insert, update, delete on app.webhook_endpoints to smarteros_app;

----------------------------------------------------------------------------------------------------------------
-- How far each has come. In core, where the relay may look over all companies; it sees ids and times, and no address.
----------------------------------------------------------------------------------------------------------------

create table core.webhook_cursors (
  tenant_id     uuid not null default core.tenant_id(),
  endpoint_id   uuid not null,
  enabled       boolean not null,
  position      bigint not null,
  asked         boolean not null default false,
  retry_at      timestamptz,
  paused_until  timestamptz,
  failing_since timestamptz,
  served_at     timestamptz not null,
  leased_by     uuid,
  leased_until  timestamptz,
  primary key (tenant_id, endpoint_id),
  constraint webhook_cursors_endpoint foreign key (tenant_id, endpoint_id)
    references app.webhook_endpoints (tenant_id, id) on delete cascade
);
-- Each row changes with every batch: room for new versions beside the old ones, and no index but the key.
alter table core.webhook_cursors set (fillfactor = 50);
comment on table core.webhook_cursors is 'How far the events of a company were sent to an endpoint. Events wait in core.events; a row in app.webhook_deliveries comes with the first attempt.';
comment on column core.webhook_cursors.tenant_id is 'Whose.';
comment on column core.webhook_cursors.endpoint_id is 'Which endpoint.';
comment on column core.webhook_cursors.enabled is 'False while the endpoint is disabled.';
comment on column core.webhook_cursors.position is 'All events up to here were tried at least once, or weren''t wanted.';
comment on column core.webhook_cursors.asked is 'Somebody asked for deliveries: a test, or a repeat.';
comment on column core.webhook_cursors.retry_at is 'When the first failed delivery is due again.';
comment on column core.webhook_cursors.paused_until is 'The receiver asked to be left alone until then.';
comment on column core.webhook_cursors.failing_since is 'The first failure since the last success.';
comment on column core.webhook_cursors.served_at is 'When it was last taken up, by the database''s clock; who waited longest comes first.';
comment on column core.webhook_cursors.leased_by is 'Which process sends to it now.';
comment on column core.webhook_cursors.leased_until is 'Until when nobody else does, by the database''s clock.';
call core.protect('core.webhook_cursors', 'smarteros_app');
create policy relay_access on core.webhook_cursors to smarteros_relay using (true) with check (true);
grant select, insert, update on core.webhook_cursors to smarteros_app;
grant select, update (served_at, leased_by, leased_until) on core.webhook_cursors to smarteros_relay;

create table core.webhook_heads (
  tenant_id uuid primary key default core.tenant_id(),
  position  bigint not null
);
-- One update per company and publishing, in place.
alter table core.webhook_heads set (fillfactor = 50);
comment on table core.webhook_heads is 'The newest event of each company that has, or had, webhooks: says who has something to send.';
comment on column core.webhook_heads.tenant_id is 'Whose.';
comment on column core.webhook_heads.position is 'The newest position; written by the relay in the statement that gives it.';
call core.protect('core.webhook_heads', 'smarteros_app');
create policy relay_access on core.webhook_heads to smarteros_relay using (true) with check (true);
grant select, insert on core.webhook_heads to smarteros_app;
grant select, update (position) on core.webhook_heads to smarteros_relay;

-- Reading on from a position, company by company.
create index if not exists events_position on core.events (tenant_id, position) where position is not null;

----------------------------------------------------------------------------------------------------------------
-- Deliveries
----------------------------------------------------------------------------------------------------------------

create table app.webhook_deliveries (
  tenant_id    uuid not null default core.tenant_id(),
  endpoint_id  uuid not null,
  event_id     uuid not null,
  event        text not null,
  position     bigint,
  body         text,
  status       text not null check (status in ('waiting', 'delivered', 'failed')),
  tries        integer not null,
  due_at       timestamptz,
  attempts     jsonb not null,
  created_at   timestamptz not null,
  attempted_at timestamptz,
  primary key (tenant_id, endpoint_id, event_id)
);
comment on table app.webhook_deliveries is 'What became of an event at an endpoint. Kept for 30 days; no reference to the endpoint, so that deleting one is quick.';
comment on column app.webhook_deliveries.tenant_id is 'Whose.';
comment on column app.webhook_deliveries.endpoint_id is 'Where to.';
comment on column app.webhook_deliveries.event_id is 'What; the webhook-id at each attempt.';
comment on column app.webhook_deliveries.event is 'The event''s name.';
comment on column app.webhook_deliveries.position is 'The event''s position; null for a test.';
comment on column app.webhook_deliveries.body is 'What is sent, for a test; else it is made of the event.';
comment on column app.webhook_deliveries.status is 'waiting (for its next attempt), delivered, or failed (given up).';
comment on column app.webhook_deliveries.tries is 'Attempts of this round; a repeat that was asked for begins another.';
comment on column app.webhook_deliveries.due_at is 'When the next attempt is; null once it is over.';
comment on column app.webhook_deliveries.attempts is 'The last attempts, oldest first: time, answer, duration; nothing secret.';
comment on column app.webhook_deliveries.created_at is 'When it was first tried, or asked for.';
comment on column app.webhook_deliveries.attempted_at is 'The last attempt; null before the first.';
create index webhook_deliveries_due on app.webhook_deliveries (tenant_id, endpoint_id, due_at) where status = 'waiting';
call core.protect('app.webhook_deliveries', 'smarteros_app');
grant select, insert, update, delete on app.webhook_deliveries to smarteros_app;
