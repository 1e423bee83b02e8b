import type { Statement } from '#core/db.ts';
import { compile, query } from '#platform/db/statement.ts';
import type { Key, KEY_STATES } from './schema.ts';

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

export interface KeyFilter {
  readonly q?: string | undefined;
  readonly state?: (typeof KEY_STATES)[number] | undefined;
  readonly accountId?: string | undefined;
  readonly expiresBefore?: string | undefined;
}

/** For a pattern in which `%`, `_` and `\\` are what they look like. */
const literally = (text: string): string => text.replaceAll(/[\\%_]/g, '\\$&');

export function listKeys(filter: KeyFilter, now: Date, after: string | null, rows: number): Statement<Key> {
  const { q, state, accountId, expiresBefore } = filter;
  let found = query.selectFrom('core.api_keys').select(COLUMNS).orderBy('id', 'desc').limit(rows);
  if (after !== null) found = found.where('id', '<', after);
  if (accountId !== undefined) found = found.where('account_id', '=', accountId);
  if (expiresBefore !== undefined) found = found.where('expires_at', '<', expiresBefore);
  if (q !== undefined) {
    const text = literally(q);
    found = found.where((eb) => eb.or([eb('name', 'ilike', `%${text}%`), eb('prefix', 'like', `${text}%`)]));
  }
  if (state === 'revoked') return compile(found.where('revoked_at', 'is not', null));
  if (state === undefined) return compile(found);
  const alive = found.where('revoked_at', 'is', null);
  return compile(
    state === 'expired'
      ? alive.where('expires_at', '<=', now.toISOString())
      : alive.where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now.toISOString())])),
  );
}

export const lockKey = (id: string): Statement<Key> =>
  compile(query.selectFrom('core.api_keys').select(COLUMNS).where('id', '=', id).forUpdate());

export const revokeKey = (id: string, at: Date): Statement =>
  compile(query.updateTable('core.api_keys').set({ revoked_at: at }).where('id', '=', id));
