import { hash, randomBytes } from 'node:crypto';
import { systemClock } from '#platform/clock.ts';
import { KEY_PREFIX } from '#features/keys/index.ts';
import type { BenchDatabase } from './database.ts';

export interface BenchTenant {
  readonly id: string;
  readonly keyId: string;
  /** The API key, as a caller sends it. */
  readonly key: string;
}

/** Tenants with a key of all scopes each, and `rows` contacts spread over them the way time would spread them. */
export async function seed(
  database: BenchDatabase,
  counts: { tenants: number; rows: number },
): Promise<BenchTenant[]> {
  const tenants = Array.from({ length: counts.tenants }, (): BenchTenant => {
    const key = `${KEY_PREFIX}${randomBytes(32).toString('base64url')}`;
    return { id: systemClock.id(), keyId: systemClock.id(), key };
  });
  await database.admin(
    `insert into core.tenants (id, country, tax_id, slug, name, created_at, updated_at)
     select id, 'CL', 'bench-' || n, 'bench-' || n, 'Tenant ' || n, now(), now() from unnest($1::uuid[]) with ordinality as t (id, n)`,
    [tenants.map(({ id }) => id)],
  );
  await database.admin(
    `insert into core.api_keys (tenant_id, id, name, prefix, hash, scopes, created_at)
     select t, k, 'bench', left(key, 8), decode(h, 'hex'), '{*}', now()
     from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[]) as x (t, k, key, h)`,
    [
      tenants.map(({ id }) => id),
      tenants.map(({ keyId }) => keyId),
      tenants.map(({ key }) => key),
      tenants.map(({ key }) => hash('sha256', key)),
    ],
  );
  await database.admin(SEED_CONTACTS, [tenants.map(({ id }) => id), counts.rows]);
  await database.admin('vacuum analyze app.contacts');
  await database.admin('analyze');
  await database.admin('checkpoint');
  return tenants;
}

/** One a second up to now, each with an id of its time (UUID version 7), every tenant in turn by a stride of its own. */
const SEED_CONTACTS = `
  insert into app.contacts (tenant_id, id, name, email, phone, tax_id, tags, created_at, updated_at)
  select ($1::uuid[])[(1 + (n * 7919 + n / 1000) % cardinality($1))::integer],
    (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || substr(md5(n::text), 1, 3)
      || '8' || substr(md5(n::text), 5, 15))::uuid,
    'Persona Número ' || n, case when n % 5 > 0 then 'persona' || n || '@example.com' end,
    case when n % 3 > 0 then '+569' || lpad((n % 100000000)::text, 8, '0') end,
    case when n % 4 > 0 then n || '-' || n % 10 end,
    case n % 4 when 0 then '{}' when 1 then '{cliente}' else '{cliente,vip}' end::text[], at, at
  from generate_series(1, $2::bigint) as n, lateral (select now() - ($2 - n) * interval '1 second' as at) as t`;
