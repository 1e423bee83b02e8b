-- Logging people in to engines: a ticket is asked for here, shown to the engine by a browser, and by the engine to us.

create table core.engine_tickets (
  tenant_id   uuid not null default core.tenant_id(),
  hash        bytea not null,
  engine      text not null,
  instance_id uuid not null,
  person_id   uuid not null,
  session_id  uuid not null,
  expires_at  timestamptz not null,
  used_at     timestamptz,
  primary key (tenant_id, hash)
);
comment on table core.engine_tickets is 'Tickets that let a person in to an engine once, within a minute. The next ticket of the company removes those whose time is over.';
comment on column core.engine_tickets.tenant_id is 'In whose part of the engine it counts.';
comment on column core.engine_tickets.hash is 'SHA-256 of the ticket.';
comment on column core.engine_tickets.engine is 'e.g. odoo.';
comment on column core.engine_tickets.instance_id is 'Which one; it counts for no other.';
comment on column core.engine_tickets.person_id is 'UGID of who asked for it, and gets in.';
comment on column core.engine_tickets.session_id is 'By which session they asked; it ends with that.';
comment on column core.engine_tickets.expires_at is 'From then on it opens nothing.';
comment on column core.engine_tickets.used_at is 'When the engine asked whose it is; it does so once.';
create index engine_tickets_age on core.engine_tickets (tenant_id, expires_at);
call core.protect('core.engine_tickets', 'smarteros_app');
grant select, insert, update, delete on core.engine_tickets to smarteros_app;
