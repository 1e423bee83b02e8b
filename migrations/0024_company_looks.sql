-- What a company looks like, and the language that it writes in.

alter table core.tenants
  add column hue smallint check (hue between 0 and 359),
  add column language text not null default 'es' check (language in ('es', 'en')),
  add column logo text check (logo ~ '^[0-9a-f]{16}$');
comment on column core.tenants.hue is 'Its colour, as an angle of OKLCH; null: made from its slug.';
comment on column core.tenants.language is 'In which it writes to people who never chose one: invitations.';
comment on column core.tenants.logo is 'Which logo it has: the beginning of its hash, so that all who show it know when there is another. Null: none.';
grant update (hue, language, logo) on core.tenants to smarteros_app;
grant update (hue, language) on core.tenants to smarteros_operator;

create table app.logos (
  tenant_id  uuid primary key default core.tenant_id(),
  type       text not null check (type in ('image/png', 'image/jpeg', 'image/webp')),
  image      bytea not null check (octet_length(image) between 1 and 102400),
  created_at timestamptz not null
);
comment on table app.logos is 'Companies'' logos, one each.';
comment on column app.logos.tenant_id is 'Whose logo.';
comment on column app.logos.type is 'What its first bytes say that it is; never what somebody said.';
comment on column app.logos.image is 'At most 100 kB.';
comment on column app.logos.created_at is 'When it was set.';
call core.protect('app.logos', 'smarteros_app');
grant select, insert, delete on app.logos to smarteros_app;
