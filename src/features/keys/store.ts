import type { Statement } from '#core/db.ts';
import { compile, query } from '#platform/db/statement.ts';
import type { Key } from './schema.ts';

const COLUMNS = [
  'id',
  'name',
  'prefix',
  'scopes',
  'account_id as accountId',
  'created_at as createdAt',
  'expires_at as expiresAt',
  'revoked_at as revokedAt',
  'last_used_at as lastUsedAt',
] as const;

export const insertKey = (key: Key, hash: Buffer, tenantId: string): Statement =>
  compile(
    query.insertInto('core.api_keys').values({
      tenant_id: tenantId,
      id: key.id,
      name: key.name,
      prefix: key.prefix,
      hash,
      scopes: key.scopes,
      account_id: key.accountId,
      created_at: key.createdAt,
      expires_at: key.expiresAt,
    }),
  );

export function listKeys(after: string | null, rows: number): Statement<Key> {
  const newest = query.selectFrom('core.api_keys').select(COLUMNS).orderBy('id', 'desc').limit(rows);
  return compile(after === null ? newest : newest.where('id', '<', after));
}

export const lockKey = (id: string): Statement<Key> =>
  compile(query.selectFrom('core.api_keys').select(COLUMNS).where('id', '=', id).forUpdate());

export const revokeKey = (id: string, at: Date): Statement =>
  compile(query.updateTable('core.api_keys').set({ revoked_at: at }).where('id', '=', id));
