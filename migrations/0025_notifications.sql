-- Which way each person is told of what happens in a company, or that they don't want to be.

create table core.notification_choices (
  tenant_id  uuid not null default core.tenant_id(),
  person_id  uuid not null,
  kind       text not null,
  channel    text not null check (channel in ('best', 'mail', 'whatsapp', 'off')),
  updated_at timestamptz not null,
  primary key (tenant_id, person_id, kind),
  constraint notification_choices_member foreign key (tenant_id, person_id) references core.memberships on delete cascade
);
comment on table core.notification_choices is 'What people chose about notifications; whoever chose nothing gets them all. Goes with the membership.';
comment on column core.notification_choices.tenant_id is 'The company.';
comment on column core.notification_choices.person_id is 'UGID.';
comment on column core.notification_choices.kind is 'Of what they are told (src/features/notifications/kinds.ts), e.g. engine.failed.';
comment on column core.notification_choices.channel is 'By which way first; best: as the kind has it; off: not at all.';
comment on column core.notification_choices.updated_at is 'When they chose.';
call core.protect('core.notification_choices', 'smarteros_app');
create policy identity_access on core.notification_choices to smarteros_identity using (true) with check (false);
grant select, insert, update on core.notification_choices to smarteros_app;
grant select, delete on core.notification_choices to smarteros_identity;
