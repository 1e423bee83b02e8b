-- Look-ups of credentials, planned once per connection. PostgreSQL plans the body of an SQL function at each call, which
-- took four fifths of looking up a key; a PL/pgSQL function keeps its plans.

create or replace function core.find_key(key_hash bytea)
  returns table (id uuid, name text, scopes text[], account_scopes text[], expires_at timestamptz, tenant_id uuid, slug text,
    country text)
  language plpgsql stable security definer rows 1 set search_path = pg_catalog, pg_temp as $$
begin
  return query
  select k.id, coalesce(a.name || ' / ' || k.name, k.name), k.scopes, a.scopes, k.expires_at, t.id, t.slug, t.country
  from core.api_keys k join core.tenants t on t.id = k.tenant_id
  left join core.service_accounts a on a.tenant_id = k.tenant_id and a.id = k.account_id
  where k.hash = key_hash and k.revoked_at is null and (k.expires_at is null or k.expires_at > clock_timestamp())
    and a.disabled_at is null;
end $$;

create or replace function core.find_grant(token_hash bytea)
  returns table (id uuid, expires_at timestamptz, tenant_id uuid, slug text, country text)
  language plpgsql stable security definer rows 1 set search_path = pg_catalog, pg_temp as $$
begin
  return query
  select g.id, g.expires_at, t.id, t.slug, t.country
  from core.grants g join core.tenants t on t.id = g.tenant_id
  where g.hash = token_hash and g.expires_at > clock_timestamp() and g.revoked_at is null;
end $$;

create or replace function core.find_form(form uuid)
  returns table (id uuid, tenant_id uuid, slug text, country text)
  language plpgsql stable security definer rows 1 set search_path = pg_catalog, pg_temp as $$
begin
  return query
  select f.id, t.id, t.slug, t.country from core.forms f join core.tenants t on t.id = f.tenant_id where f.id = form;
end $$;

-- A form is looked for by its id alone: whose it is comes out of that.
create index forms_id on core.forms (id);

-- What failed or waits, among ten million that arrived.
create index webhook_deliveries_open on app.webhook_deliveries (tenant_id, endpoint_id, event_id) where status <> 'delivered';
