import type { Statement } from '#core/db.ts';
import { compile, query, statement } from '#platform/db/statement.ts';
import type { Tenant } from './schema.ts';

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** The operator's own hidden tenant is nobody's to list, read or change. */
const tenants = () =>
  query
    .selectFrom('core.tenants')
    .select(['id', 'slug', 'tax_id as taxId', 'country', 'name', 'status', 'verified'])
    .select(['created_at as createdAt', 'version'])
    .where('platform', 'is', false);

const byReference = (reference: string) =>
  UUID.test(reference)
    ? tenants().where('id', '=', reference)
    : tenants().where('slug', '=', reference.toLowerCase());

export const insertTenant = (tenant: Tenant): Statement =>
  compile(
    query.insertInto('core.tenants').values({
      id: tenant.id,
      slug: tenant.slug,
      tax_id: tenant.taxId,
      country: tenant.country,
      name: tenant.name,
      status: tenant.status,
      verified: tenant.verified,
      created_at: tenant.createdAt,
      updated_at: tenant.createdAt,
      version: tenant.version,
    }),
  );

export const insertOwner = (tenantId: string, personId: string, createdAt: string): Statement =>
  compile(
    query.insertInto('core.memberships').values({
      tenant_id: tenantId,
      person_id: personId,
      role: 'owner',
      created_at: createdAt,
      updated_at: createdAt,
    }),
  );

const counterOf = (personId: string): string => `companies ${personId}`;

/** Adds one to this hour's; who adds at the same time waits for the end of this transaction. As role identity. */
export const countCompany = (personId: string, now: Date): Statement =>
  statement(
    `insert into identity.counters (name, slot, n) values ($1, date_trunc('hour', $2::timestamptz), 1)
     on conflict (name, slot) do update set n = counters.n + 1`,
    [counterOf(personId), now],
  );

export const companiesSince = (personId: string, since: Date): Statement<{ n: string }> =>
  statement('select coalesce(sum(n), 0) as n from identity.counters where name = $1 and slot > $2', [
    counterOf(personId),
    since,
  ]);

/** By id or slug. */
export const findTenant = (reference: string): Statement<Tenant> => compile(byReference(reference));

export const lockTenant = (reference: string): Statement<Tenant> =>
  compile(byReference(reference).forUpdate());

export const updateTenant = ({ id, name, version }: Tenant, now: Date): Statement =>
  compile(query.updateTable('core.tenants').set({ name, updated_at: now, version }).where('id', '=', id));

export const setStatus = ({ id, status, version }: Tenant, now: Date): Statement =>
  compile(query.updateTable('core.tenants').set({ status, updated_at: now, version }).where('id', '=', id));

export function listTenants(after: string | null, rows: number): Statement<Tenant> {
  const newest = tenants().orderBy('id', 'desc').limit(rows);
  return compile(after === null ? newest : newest.where('id', '<', after));
}
