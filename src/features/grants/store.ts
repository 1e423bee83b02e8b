import type { Statement } from '#core/db.ts';
import { compile, query, statement } from '#platform/db/statement.ts';

export const insertGrant = (
  grant: { id: string; tenantId: string; reason: string; expiresAt: string; openedBy: string },
  hash: Buffer,
  now: Date,
): Statement =>
  compile(
    query.insertInto('core.grants').values({
      tenant_id: grant.tenantId,
      id: grant.id,
      hash,
      reason: grant.reason,
      opened_by: grant.openedBy,
      created_at: now,
      expires_at: grant.expiresAt,
    }),
  );

export interface GrantRow {
  readonly id: string;
  readonly opened_by: string;
  readonly reason: string;
  readonly created_at: string;
  readonly expires_at: string;
  readonly revoked_at: string | null;
}

const COLUMNS = 'id, opened_by, reason, created_at, expires_at, revoked_at';

export const listGrants = (after: string | null, rows: number): Statement<GrantRow> =>
  statement(
    `select ${COLUMNS} from core.grants where $1::uuid is null or id < $1 order by id desc limit $2`,
    [after, rows],
  );

export const lockGrant = (id: string): Statement<GrantRow> =>
  statement(`select ${COLUMNS} from core.grants where id = $1 for update`, [id]);

export const revokeGrant = (id: string, at: Date): Statement =>
  statement('update core.grants set revoked_at = $2 where id = $1', [id, at]);
