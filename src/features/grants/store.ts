import type { Statement } from '#core/db.ts';
import { compile, query } from '#platform/db/statement.ts';

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
