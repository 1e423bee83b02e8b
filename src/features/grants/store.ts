import type { Statement } from '#core/db.ts';
import { compile, query } from '#platform/db/statement.ts';

const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/** By id or slug; never the operator's own hidden tenant. */
export function findTenantId(reference: string): Statement<{ id: string }> {
  const tenants = query.selectFrom('core.tenants').select('id').where('platform', 'is', false);
  const slug = reference.toLowerCase();
  return compile(
    UUID.test(reference) ? tenants.where('id', '=', reference) : tenants.where('slug', '=', slug),
  );
}

export const insertGrant = (
  grant: { id: string; tenantId: string; reason: string; expiresAt: string },
  hash: Buffer,
  now: Date,
): Statement =>
  compile(
    query.insertInto('core.grants').values({
      tenant_id: grant.tenantId,
      id: grant.id,
      hash,
      reason: grant.reason,
      created_at: now,
      expires_at: grant.expiresAt,
    }),
  );
