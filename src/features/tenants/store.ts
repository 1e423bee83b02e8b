import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';
import type { Tenant } from './schema.ts';

const COLUMNS = `id, slug, tax_id as "taxId", country, name, status, verified, created_at as "createdAt", version`;
const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export const insertTenant = (tenant: Tenant): Statement =>
  statement(
    `insert into core.tenants (id, slug, tax_id, country, name, status, verified, created_at, updated_at, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9)`,
    [
      tenant.id,
      tenant.slug,
      tenant.taxId,
      tenant.country,
      tenant.name,
      tenant.status,
      tenant.verified,
      tenant.createdAt,
      tenant.version,
    ],
  );

/** By id or slug; locks the row, since whoever asks in a transaction means to change it. */
export const lockTenant = (reference: string): Statement<Tenant> => findTenant(reference, 'for update');

export const findTenant = (reference: string, lock: '' | 'for update' = ''): Statement<Tenant> =>
  UUID.test(reference)
    ? statement(`select ${COLUMNS} from core.tenants where id = $1 and not platform ${lock}`, [reference])
    : statement(`select ${COLUMNS} from core.tenants where slug = lower($1) and not platform ${lock}`, [
        reference,
      ]);

export const updateTenant = (tenant: Tenant, now: Date): Statement =>
  statement('update core.tenants set name = $2, updated_at = $3, version = $4 where id = $1', [
    tenant.id,
    tenant.name,
    now,
    tenant.version,
  ]);

export const setStatus = (tenant: Tenant, now: Date): Statement =>
  statement('update core.tenants set status = $2, updated_at = $3, version = $4 where id = $1', [
    tenant.id,
    tenant.status,
    now,
    tenant.version,
  ]);

export const listTenants = (after: string | null, rows: number): Statement<Tenant> =>
  statement(
    `select ${COLUMNS} from core.tenants where not platform and ($1::uuid is null or id < $1) order by id desc limit $2`,
    [after, rows],
  );
