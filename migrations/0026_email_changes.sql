-- A person's mail address, proved by a code before it counts: login codes go there when WhatsApp can't, and invitations.

create table identity.email_changes (
  id         uuid primary key,
  person_id  uuid not null references identity.people,
  email      text not null,
  old_email  text,
  hash       bytea not null,
  sealed     bytea,
  tries      integer not null default 0,
  language   text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  ended_at   timestamptz,
  outcome    text check (outcome in ('used', 'voided', 'spent'))
);
comment on table identity.email_changes is 'Codes that prove a mail address, and what came of them. At most one per person is open.';
comment on column identity.email_changes.id is 'UUID version 7.';
comment on column identity.email_changes.person_id is 'Who asked, and is to have it.';
comment on column identity.email_changes.email is 'The address to prove, lower case.';
comment on column identity.email_changes.old_email is 'The address until then, which is told once another takes its place; null: there was none.';
comment on column identity.email_changes.hash is 'HMAC-SHA256 of code, address and purpose under a key of the installation.';
comment on column identity.email_changes.sealed is 'The code, sealed, until it was handed to a sender; null from then on.';
comment on column identity.email_changes.tries is 'Wrong guesses so far.';
comment on column identity.email_changes.language is 'Of the message.';
comment on column identity.email_changes.created_at is 'When it was asked for.';
comment on column identity.email_changes.expires_at is 'When the code stops working by itself.';
comment on column identity.email_changes.ended_at is 'When it stopped working; null while it is open.';
comment on column identity.email_changes.outcome is 'used: the address was proved. voided: another code was asked for. spent: too many wrong guesses.';
create index email_changes_person on identity.email_changes (person_id, created_at);
create index email_changes_email on identity.email_changes (email, created_at);
call identity.guard('identity.email_changes');
