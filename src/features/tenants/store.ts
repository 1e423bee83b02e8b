import type { Statement } from '#core/db.ts';
import { compile, query } from '#platform/db/statement.ts';
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
