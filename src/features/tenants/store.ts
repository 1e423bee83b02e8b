import type { Statement } from '#core/db.ts';
import { compile, query, statement } from '#platform/db/statement.ts';
import type { Image } from './image.ts';
import type { Tenant } from './schema.ts';

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** The operator's own hidden tenant is nobody's to list, read or change. */
const tenants = () =>
  query
    .selectFrom('core.tenants')
    .select([
      'id',
      'slug',
      'tax_id as taxId',
      'country',
      'name',
      'hue',
      'language',
      'logo',
      'status',
      'verified',
    ])
    .select(['purge_after as purgeAfter', 'created_at as createdAt', 'version'])
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

export const updateTenant = ({ id, name, hue, language, version }: Tenant, now: Date): Statement =>
  compile(
    query
      .updateTable('core.tenants')
      .set({ name, hue, language, updated_at: now, version })
      .where('id', '=', id),
  );

/** Which logo it has; the image itself: insertLogo. */
export const setLogo = ({ id, logo, version }: Tenant, now: Date): Statement =>
  compile(query.updateTable('core.tenants').set({ logo, updated_at: now, version }).where('id', '=', id));

/** Of the company that asks, when it is the one named. */
export const findLogo = (reference: string): Statement<{ type: Image['type']; image: Buffer }> =>
  statement(
    `select l.type, l.image from app.logos l join core.tenants t on t.id = l.tenant_id
     where t.slug = $1 or t.id::text = $1`,
    [reference.toLowerCase()],
  );

export const removeLogo: Statement = statement('delete from app.logos where tenant_id = core.tenant_id()');

export const insertLogo = (type: Image['type'], image: Buffer, now: Date): Statement =>
  statement('insert into app.logos (type, image, created_at) values ($1, $2, $3)', [type, image, now]);

export const setStatus = ({ id, status, version }: Tenant, now: Date): Statement =>
  compile(query.updateTable('core.tenants').set({ status, updated_at: now, version }).where('id', '=', id));

export function listTenants(after: string | null, rows: number): Statement<Tenant> {
  const newest = tenants().orderBy('id', 'desc').limit(rows);
  return compile(after === null ? newest : newest.where('id', '<', after));
}
