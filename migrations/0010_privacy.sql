-- The registers that Ley 19.628 as reformed by Ley 21.719 asks of whoever keeps personal data: consents, requests of
-- people, breaches, processing, retention and holds.

----------------------------------------------------------------------------------------------------------------
-- The registers. Each company has its own; the operator's stand in the platform's tenant.
----------------------------------------------------------------------------------------------------------------

create schema privacy;
comment on schema privacy is 'What data protection law asks to be written down, of each company and of the operator.';
grant usage on schema privacy to smarteros_app, smarteros_operator, smarteros_identity, smarteros_backup;

create table privacy.consents (
  tenant_id    uuid not null default core.tenant_id(),
  id           uuid not null,
  contact_id   uuid,
  person_id    uuid,
  identifier   text,
  purpose      text not null,
  text         text not null,
  text_version text not null,
  text_hash    bytea not null,
  channel      text not null,
  evidence     text,
  given_at     timestamptz not null,
  expires_at   timestamptz,
  recorded_at  timestamptz not null,
  primary key (tenant_id, id)
);
comment on table privacy.consents is 'Consents as they were given. Nothing here is ever changed but the identifier of somebody who was erased.';
comment on column privacy.consents.tenant_id is 'Whose; the platform''s own tenant for the operator.';
comment on column privacy.consents.id is 'UUID version 7.';
comment on column privacy.consents.contact_id is 'Who agreed, when they are a contact.';
comment on column privacy.consents.person_id is 'Who agreed, when they have a login: UGID.';
comment on column privacy.consents.identifier is 'Who agreed, when they are neither: a mail address, phone or name.';
comment on column privacy.consents.purpose is 'What for, e.g. marketing.';
comment on column privacy.consents.text is 'The exact words that they agreed to.';
comment on column privacy.consents.text_version is 'The company''s own name of that wording.';
comment on column privacy.consents.text_hash is 'SHA-256 of the words.';
comment on column privacy.consents.channel is 'web_form, whatsapp, phone, paper, in_person, email or api.';
comment on column privacy.consents.evidence is 'Where the proof is, e.g. the id of the form''s message.';
comment on column privacy.consents.given_at is 'When they agreed.';
comment on column privacy.consents.expires_at is 'Until when it was given; null: until withdrawn.';
comment on column privacy.consents.recorded_at is 'When it was written down.';
create index consents_contact on privacy.consents (tenant_id, contact_id, purpose) where contact_id is not null;
create index consents_person on privacy.consents (tenant_id, person_id) where person_id is not null;
create index consents_identifier on privacy.consents (tenant_id, identifier) where identifier is not null;
call core.protect('privacy.consents', 'smarteros_app', 'smarteros_operator', 'smarteros_identity');
grant select, insert on privacy.consents to smarteros_app, smarteros_operator, smarteros_identity;
grant update (identifier) on privacy.consents to smarteros_app;

create table privacy.withdrawals (
  tenant_id    uuid not null default core.tenant_id(),
  id           uuid not null,
  consent_id   uuid not null,
  channel      text not null,
  note         text,
  withdrawn_at timestamptz not null,
  recorded_at  timestamptz not null,
  primary key (tenant_id, id),
  constraint withdrawals_once unique (tenant_id, consent_id),
  constraint withdrawals_consent foreign key (tenant_id, consent_id) references privacy.consents (tenant_id, id)
);
comment on table privacy.withdrawals is 'Consents that were withdrawn, each at most once.';
comment on column privacy.withdrawals.tenant_id is 'Whose; the platform''s own tenant for the operator.';
comment on column privacy.withdrawals.id is 'UUID version 7.';
comment on column privacy.withdrawals.consent_id is 'The consent that ended.';
comment on column privacy.withdrawals.channel is 'How they said so: link, or a channel as of the consent.';
comment on column privacy.withdrawals.note is 'In the company''s words.';
comment on column privacy.withdrawals.withdrawn_at is 'When they withdrew.';
comment on column privacy.withdrawals.recorded_at is 'When it was written down.';
call core.protect('privacy.withdrawals', 'smarteros_app', 'smarteros_operator', 'smarteros_identity');
grant select, insert on privacy.withdrawals to smarteros_app, smarteros_operator, smarteros_identity;

create table privacy.requests (
  tenant_id        uuid not null default core.tenant_id(),
  id               uuid not null,
  kind             text not null check (kind in ('access', 'rectify', 'erase', 'oppose', 'portability', 'block')),
  state            text not null check (state in ('received', 'acknowledged', 'decided')),
  contact_id       uuid,
  person_id        uuid,
  requester_name   text not null,
  requester_email  text,
  requester_phone  text,
  channel          text not null,
  details          text not null,
  patch            json,
  received_at      timestamptz not null,
  due_at           timestamptz not null,
  acknowledged_at  timestamptz,
  extended_at      timestamptz,
  extension_reason text,
  decided_at       timestamptz,
  outcome          text,
  reason_code      text,
  reason           text,
  result           json,
  reminded_at      timestamptz,
  version          integer not null default 1,
  primary key (tenant_id, id)
);
comment on table privacy.requests is 'The rights desk: what people asked of their data, with the law''s clock.';
comment on column privacy.requests.tenant_id is 'Whose; the platform''s own tenant for the operator.';
comment on column privacy.requests.id is 'UUID version 7.';
comment on column privacy.requests.kind is 'Which right.';
comment on column privacy.requests.state is 'Where it stands.';
comment on column privacy.requests.contact_id is 'Whom it is about, when they are a contact.';
comment on column privacy.requests.person_id is 'Whom it is about, when they have a login: UGID.';
comment on column privacy.requests.requester_name is 'Who asked.';
comment on column privacy.requests.requester_email is 'Where the answer goes.';
comment on column privacy.requests.requester_phone is 'The same by phone, E.164.';
comment on column privacy.requests.channel is 'How it came in.';
comment on column privacy.requests.details is 'In their words.';
comment on column privacy.requests.patch is 'rectify: the fields as they should be.';
comment on column privacy.requests.received_at is 'When it came in; the clock starts.';
comment on column privacy.requests.due_at is 'End of the last day for the decision.';
comment on column privacy.requests.acknowledged_at is 'When they were told that it arrived.';
comment on column privacy.requests.extended_at is 'When the term was extended; once.';
comment on column privacy.requests.extension_reason is 'Why.';
comment on column privacy.requests.decided_at is 'When it was decided.';
comment on column privacy.requests.outcome is 'granted or refused.';
comment on column privacy.requests.reason_code is 'Why it was refused: one of the grounds of the law.';
comment on column privacy.requests.reason is 'The same in words for the requester.';
comment on column privacy.requests.result is 'What carrying it out changed, feature by feature.';
comment on column privacy.requests.reminded_at is 'When the company was reminded of the deadline.';
comment on column privacy.requests.version is 'Row version, the API''s ETag.';
create index requests_due on privacy.requests (tenant_id, due_at) where state <> 'decided';
create index requests_contact on privacy.requests (tenant_id, contact_id) where contact_id is not null;
call core.protect('privacy.requests', 'smarteros_app', 'smarteros_operator', 'smarteros_identity');
grant select, insert, update on privacy.requests to smarteros_app, smarteros_operator;
grant select, insert on privacy.requests to smarteros_identity;

create table privacy.breaches (
  tenant_id    uuid not null default core.tenant_id(),
  id           uuid not null,
  title        text not null,
  description  text not null,
  occurred_at  timestamptz,
  detected_at  timestamptz not null,
  data_classes text[] not null,
  affected     integer,
  risk         text not null check (risk in ('none', 'low', 'reasonable', 'high')),
  measures     text not null,
  state        text not null check (state in ('open', 'closed')),
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  version      integer not null default 1,
  primary key (tenant_id, id)
);
comment on table privacy.breaches is 'Breaches of security that concerned personal data.';
comment on column privacy.breaches.tenant_id is 'Whose; the platform''s own tenant for the operator.';
comment on column privacy.breaches.id is 'UUID version 7.';
comment on column privacy.breaches.title is 'What happened, in a line.';
comment on column privacy.breaches.description is 'What happened, how, and what followed.';
comment on column privacy.breaches.occurred_at is 'When it began, if known.';
comment on column privacy.breaches.detected_at is 'When it was noticed.';
comment on column privacy.breaches.data_classes is 'Which kinds of data: sensitive, minors, economic, identification, contact, credentials, other.';
comment on column privacy.breaches.affected is 'How many people; null: not known yet.';
comment on column privacy.breaches.risk is 'For the rights of the people concerned; from reasonable on, the Agency must be told.';
comment on column privacy.breaches.measures is 'What was done about it.';
comment on column privacy.breaches.state is 'Whether work on it goes on.';
comment on column privacy.breaches.created_at is 'When it was written down.';
comment on column privacy.breaches.updated_at is 'When the row last changed.';
comment on column privacy.breaches.version is 'Row version, the API''s ETag.';
call core.protect('privacy.breaches', 'smarteros_app', 'smarteros_operator');
grant select, insert, update on privacy.breaches to smarteros_app, smarteros_operator;

create table privacy.breach_notices (
  tenant_id uuid not null default core.tenant_id(),
  id        uuid not null,
  breach_id uuid not null,
  audience  text not null,
  recipient text not null,
  channel   text not null,
  text      text not null,
  sent_at   timestamptz not null,
  sent_by   text not null,
  primary key (tenant_id, id),
  constraint breach_notices_breach foreign key (tenant_id, breach_id) references privacy.breaches (tenant_id, id)
);
comment on table privacy.breach_notices is 'Who was told of a breach, when and in which words. Never changed.';
comment on column privacy.breach_notices.tenant_id is 'Whose; the platform''s own tenant for the operator.';
comment on column privacy.breach_notices.id is 'UUID version 7.';
comment on column privacy.breach_notices.breach_id is 'The breach.';
comment on column privacy.breach_notices.audience is 'agency or person.';
comment on column privacy.breach_notices.recipient is 'Who was told.';
comment on column privacy.breach_notices.channel is 'How.';
comment on column privacy.breach_notices.text is 'The words sent.';
comment on column privacy.breach_notices.sent_at is 'When.';
comment on column privacy.breach_notices.sent_by is 'Who sent it.';
call core.protect('privacy.breach_notices', 'smarteros_app', 'smarteros_operator');
grant select, insert on privacy.breach_notices to smarteros_app, smarteros_operator;

create table privacy.activities (
  tenant_id  uuid not null default core.tenant_id(),
  id         uuid not null,
  key        text not null,
  content    json not null,
  removed_at timestamptz,
  updated_at timestamptz not null,
  updated_by text not null,
  primary key (tenant_id, id)
);
comment on table privacy.activities is 'The register of processing, where a company departs from what its features declare. The newest row of a key counts; the others are its history.';
comment on column privacy.activities.tenant_id is 'Whose; the platform''s own tenant for the operator.';
comment on column privacy.activities.id is 'UUID version 7.';
comment on column privacy.activities.key is 'The feature whose declaration it stands for, or a name of the company''s own.';
comment on column privacy.activities.content is 'The activity as the company describes it.';
comment on column privacy.activities.removed_at is 'Since when it is no longer carried out.';
comment on column privacy.activities.updated_at is 'When it was described so.';
comment on column privacy.activities.updated_by is 'Who did.';
create index activities_key on privacy.activities (tenant_id, key, id);
call core.protect('privacy.activities', 'smarteros_app', 'smarteros_operator');
grant select, insert on privacy.activities to smarteros_app, smarteros_operator;

create table privacy.policies (
  tenant_id    uuid not null default core.tenant_id(),
  id           uuid not null,
  content      json not null,
  published_at timestamptz not null,
  published_by text not null,
  primary key (tenant_id, id)
);
comment on table privacy.policies is 'The public privacy policy. The newest row counts; the others are its history.';
comment on column privacy.policies.tenant_id is 'Whose; the platform''s own tenant for the operator.';
comment on column privacy.policies.id is 'UUID version 7.';
comment on column privacy.policies.content is 'The 12 items of art. 14 ter that the company writes itself.';
comment on column privacy.policies.published_at is 'When it was published.';
comment on column privacy.policies.published_by is 'Who did.';
call core.protect('privacy.policies', 'smarteros_app', 'smarteros_operator');
grant select, insert on privacy.policies to smarteros_app, smarteros_operator;

create table privacy.rules (
  tenant_id  uuid not null default core.tenant_id(),
  id         uuid not null,
  class      text not null,
  days       integer,
  basis      text not null,
  created_at timestamptz not null,
  created_by text not null,
  primary key (tenant_id, id)
);
comment on table privacy.rules is 'How long a company keeps what, where it departs from what its features declare. The newest row of a class counts.';
comment on column privacy.rules.tenant_id is 'Whose; the platform''s own tenant for the operator.';
comment on column privacy.rules.id is 'UUID version 7.';
comment on column privacy.rules.class is 'The class of data, as a feature declares it.';
comment on column privacy.rules.days is 'How long it is kept after its last use; null: until somebody deletes it.';
comment on column privacy.rules.basis is 'Why so long.';
comment on column privacy.rules.created_at is 'When the rule was made.';
comment on column privacy.rules.created_by is 'Who made it.';
create index rules_class on privacy.rules (tenant_id, class, id);
call core.protect('privacy.rules', 'smarteros_app', 'smarteros_operator');
grant select, insert on privacy.rules to smarteros_app, smarteros_operator;

create table privacy.holds (
  tenant_id   uuid not null default core.tenant_id(),
  id          uuid not null,
  contact_id  uuid,
  class       text,
  basis       text not null check (basis in ('legal_claim', 'authority', 'tax', 'legal_duty', 'other')),
  reason      text not null,
  until       timestamptz,
  created_at  timestamptz not null,
  created_by  text not null,
  released_at timestamptz,
  released_by text,
  primary key (tenant_id, id)
);
comment on table privacy.holds is 'What must not be deleted, whatever else asks for it: retention, an erasure, the purge of the company.';
comment on column privacy.holds.tenant_id is 'Whose; the platform''s own tenant for the operator.';
comment on column privacy.holds.id is 'UUID version 7.';
comment on column privacy.holds.contact_id is 'Whose data; null: everybody''s.';
comment on column privacy.holds.class is 'Which class of data; null: all of it.';
comment on column privacy.holds.basis is 'What obliges the company to keep it.';
comment on column privacy.holds.reason is 'The same in words: case, order, law.';
comment on column privacy.holds.until is 'When it ends by itself; null: when it is released.';
comment on column privacy.holds.created_at is 'Since when.';
comment on column privacy.holds.created_by is 'Who said so.';
comment on column privacy.holds.released_at is 'When it was lifted.';
comment on column privacy.holds.released_by is 'By whom.';
call core.protect('privacy.holds', 'smarteros_app', 'smarteros_operator');
grant select, insert, update (released_at, released_by) on privacy.holds to smarteros_app, smarteros_operator;

create table privacy.disposals (
  tenant_id uuid not null default core.tenant_id(),
  id        uuid not null,
  class     text not null,
  rows      integer not null,
  held      integer not null,
  before    timestamptz not null,
  at        timestamptz not null,
  primary key (tenant_id, id)
);
comment on table privacy.disposals is 'What retention deleted: counts, never contents.';
comment on column privacy.disposals.tenant_id is 'Whose; the platform''s own tenant for the operator.';
comment on column privacy.disposals.id is 'UUID version 7.';
comment on column privacy.disposals.class is 'Which class of data.';
comment on column privacy.disposals.rows is 'How many rows went.';
comment on column privacy.disposals.held is 'How many were due and stayed, because a hold covers them.';
comment on column privacy.disposals.before is 'Last use of what went lies before this.';
comment on column privacy.disposals.at is 'When.';
call core.protect('privacy.disposals', 'smarteros_app', 'smarteros_operator');
grant select, insert on privacy.disposals to smarteros_app, smarteros_operator;

grant delete on app.form_messages to smarteros_app;
alter table app.contacts add column blocked_at timestamptz;
comment on column app.contacts.blocked_at is 'Since when its data may not be used (Ley 19.628, art. 8 ter); it is in no list and no sending.';

-- Messages go when whoever they were exchanged with asks for it, or their time is over.
grant delete on app.messages to smarteros_app;
