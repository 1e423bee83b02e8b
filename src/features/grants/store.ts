import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

export const findTenantId = (reference: string): Statement<{ id: string }> =>
  UUID.test(reference)
    ? statement('select id from core.tenants where id = $1 and not platform', [reference])
    : statement('select id from core.tenants where slug = lower($1) and not platform', [reference]);

export const insertGrant = (
  grant: { id: string; tenantId: string; reason: string; expiresAt: string },
  hash: Buffer,
  now: Date,
): Statement =>
  statement(
    'insert into core.grants (tenant_id, id, hash, reason, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)',
    [grant.tenantId, grant.id, hash, grant.reason, now, grant.expiresAt],
  );
