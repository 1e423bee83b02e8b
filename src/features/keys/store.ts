import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';
import type { Key } from './schema.ts';

const COLUMNS = `id, name, prefix, scopes, created_at as "createdAt", expires_at as "expiresAt",
  revoked_at as "revokedAt", last_used_at as "lastUsedAt"`;

export const insertKey = (key: Key, hash: Buffer, tenantId: string): Statement =>
  statement(
    `insert into core.api_keys (tenant_id, id, name, prefix, hash, scopes, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tenantId, key.id, key.name, key.prefix, hash, key.scopes, key.createdAt, key.expiresAt],
  );

export const listKeys = (after: string | null, rows: number): Statement<Key> =>
  statement(
    `select ${COLUMNS} from core.api_keys where $1::uuid is null or id < $1 order by id desc limit $2`,
    [after, rows],
  );

export const lockKey = (id: string): Statement<Key> =>
  statement(`select ${COLUMNS} from core.api_keys where id = $1 for update`, [id]);

export const revokeKey = (id: string, at: Date): Statement =>
  statement('update core.api_keys set revoked_at = $2 where id = $1', [id, at]);
