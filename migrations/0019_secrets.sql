-- Secrets: sealed, or kept in Vault and only known here. Each is sealed under a data key of its own, which one of the
-- installation's keys (secrets.key) wraps; rotating that one wraps again and leaves the ciphertext alone.

create table core.secret_keys (
  id         text primary key,
  proof      bytea not null,
  created_at timestamptz not null default now()
);
comment on table core.secret_keys is 'The wrapping keys that sealed secrets need: a process without one of them finds out when it starts. No key stands here.';
comment on column core.secret_keys.id is 'First 16 hexadecimal digits of the SHA-256 of the key.';
comment on column core.secret_keys.proof is 'A known text sealed under the key.';
comment on column core.secret_keys.created_at is 'When it was first used here.';
alter table core.secret_keys enable row level security;
alter table core.secret_keys force row level security;
create policy app_access on core.secret_keys to smarteros_app using (true) with check (true);
create policy operator_access on core.secret_keys to smarteros_operator using (true) with check (true);
create policy backup_read on core.secret_keys for select to smarteros_backup using (true);
grant select, insert on core.secret_keys to smarteros_app;
grant select, insert, delete on core.secret_keys to smarteros_operator;
grant select on core.secret_keys to smarteros_backup;

create table core.secrets (
  tenant_id  uuid not null default core.tenant_id(),
  path       text not null check (path ~ '^[a-z0-9][a-z0-9_/.-]{0,199}$'),
  key_id     text,
  wrapped    bytea,
  sealed     bytea,
  revision   integer not null,
  updated_at timestamptz not null,
  primary key (tenant_id, path),
  -- A key that is in use can't be given up, not even by one process while another still seals with it.
  constraint secrets_key foreign key (key_id) references core.secret_keys (id),
  constraint secrets_whole check ((key_id is null) = (wrapped is null) and (key_id is null) = (sealed is null))
);
comment on table core.secrets is 'Credentials of engines, as one JSON object of texts each. A row without ciphertext says that Vault keeps it.';
comment on column core.secrets.tenant_id is 'Whose; the platform''s own for shared instances.';
comment on column core.secrets.path is 'e.g. odoo; in Vault it is smarteros/<slug>/<path>.';
comment on column core.secrets.key_id is 'Which key wraps the data key; null: Vault keeps the secret.';
comment on column core.secrets.wrapped is 'The data key, wrapped (AES-256-GCM).';
comment on column core.secrets.sealed is 'The values under the data key (AES-256-GCM, bound to company and path).';
comment on column core.secrets.revision is 'Counts the changes; in Vault the version of the secret.';
comment on column core.secrets.updated_at is 'When it last changed.';
call core.protect('core.secrets', 'smarteros_app', 'smarteros_operator');
create policy owner_access on core.secrets for select to smarteros_owner using (true);
create policy relay_read on core.secrets for select to smarteros_relay using (true);
grant select, insert, update, delete on core.secrets to smarteros_app, smarteros_operator;
grant select (tenant_id, path, key_id) on core.secrets to smarteros_relay;

----------------------------------------------------------------------------------------------------------------
-- What is gone here is gone in Vault too
----------------------------------------------------------------------------------------------------------------

-- What leaves a transaction can't be taken back, so Vault is asked after it: by a job, which forgets the note once Vault
-- has forgotten the secret. Not a company's row: a purge takes the company away first.
create table core.vault_leftovers (
  slug text not null,
  path text not null,
  noted_at timestamptz not null default now(),
  primary key (slug, path)
);
comment on table core.vault_leftovers is 'What Vault keeps and may be nobody''s: secrets whose row is gone, and those that are being written. No secret stands here.';
comment on column core.vault_leftovers.slug is 'Of the company, which may be gone.';
comment on column core.vault_leftovers.path is 'As in core.secrets; in Vault it is smarteros/<slug>/<path>.';
comment on column core.vault_leftovers.noted_at is 'Since when.';
alter table core.vault_leftovers enable row level security;
alter table core.vault_leftovers force row level security;
create policy relay_access on core.vault_leftovers to smarteros_relay using (true) with check (true);
create policy owner_access on core.vault_leftovers to smarteros_owner using (true) with check (true);
create policy backup_read on core.vault_leftovers for select to smarteros_backup using (true);
grant select, insert, delete on core.vault_leftovers to smarteros_relay;
grant select on core.vault_leftovers to smarteros_backup;

-- A trigger, since secrets go by many ways, the purge of a company among them: none of them can forget Vault.
create function core.secret_left_vault() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if tg_op = 'UPDATE' and new.key_id is null then
    return null;
  end if;
  -- An update, not nothing: whoever forgets the note of an older one just now must see that this is another.
  insert into core.vault_leftovers (slug, path) select t.slug, old.path from core.tenants t where t.id = old.tenant_id
  on conflict (slug, path) do update set noted_at = excluded.noted_at;
  return null;
end $$;
comment on function core.secret_left_vault() is 'Notes that Vault still has what no row says is there.';
revoke all on function core.secret_left_vault() from public;
create trigger left_vault after delete or update of key_id on core.secrets for each row
  when (old.key_id is null) execute function core.secret_left_vault();
