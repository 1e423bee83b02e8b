import { timingSafeEqual } from 'node:crypto';
import type { Actor } from '#core/actor.ts';
import type { Clock } from '#core/clock.ts';
import { commonScopes } from '#core/scopes.ts';
import { GRANT_PREFIX } from '#features/grants/index.ts';
import { KEY_PREFIX } from '#features/keys/index.ts';
import type { Authenticator } from '#kernel/admission.ts';
import { findGrant, findKey, tokenHash, touchKeys } from '#platform/db/lookups.ts';
import type { Pool } from '#platform/db/pool.ts';

const OPERATOR_PREFIX = 'smo_';
const OPERATOR: Actor = {
  kind: 'operator',
  id: null,
  label: 'operator',
  tenant: null,
  scopes: new Set(),
  credential: { kind: 'operator', id: null },
  expiresAt: null,
};

/** The key file of the host (ARCHITECTURE §4): whoever can read it is the operator. */
export function operatorAuthenticator(operatorKey: string): Authenticator {
  const expected = tokenHash(operatorKey);
  return {
    claims: (token) => token.startsWith(OPERATOR_PREFIX),
    authenticate: async (token) => (timingSafeEqual(tokenHash(token), expected) ? OPERATOR : null),
  };
}

/** `used` hears of each key that was looked up, for `last used`. */
export function keyAuthenticator(pool: Pool, used: (keyId: string) => void): Authenticator {
  return {
    claims: (token) => token.startsWith(KEY_PREFIX),
    authenticate: async (token) => {
      const [[row]] = await pool.batch([findKey(tokenHash(token))]);
      if (!row) return null;
      used(row.id);
      return {
        kind: 'key',
        id: row.id,
        label: row.name,
        tenant: { id: row.tenant_id, slug: row.slug, country: row.country },
        scopes: new Set(row.account_scopes ? commonScopes(row.scopes, row.account_scopes) : row.scopes),
        credential: { kind: 'key', id: row.id },
        expiresAt: row.expires_at === null ? null : Date.parse(row.expires_at),
        // A service account's scopes are its own to lose.
        ...(row.account_scopes === null && { lasting: true as const }),
      };
    },
  };
}

export function grantAuthenticator(pool: Pool): Authenticator {
  return {
    claims: (token) => token.startsWith(GRANT_PREFIX),
    authenticate: async (token) => {
      const [[row]] = await pool.batch([findGrant(tokenHash(token))]);
      if (!row) return null;
      return {
        kind: 'grant',
        id: row.id,
        label: 'operator',
        tenant: { id: row.tenant_id, slug: row.slug, country: row.country },
        // And ownership, up to making owners: a company that the operator set up gets its first one this way.
        scopes: new Set(['*', 'ownership:write']),
        credential: { kind: 'grant', id: row.id },
        expiresAt: Date.parse(row.expires_at),
      };
    },
  };
}

const FLUSH_MS = 15_000;

/** Notes when keys were last used, some seconds late and all in one statement. */
export function keyUsage(pool: Pool, clock: Clock) {
  let seen = new Set<string>();
  const flush = async (): Promise<void> => {
    if (seen.size === 0) return;
    const ids = [...seen];
    seen = new Set();
    // A lost note is no loss: the key's next use makes another.
    await pool.batch([touchKeys(ids, clock.now())]).catch(() => {});
  };
  const timer = setInterval(() => void flush(), FLUSH_MS);
  timer.unref();
  return {
    used: (id: string) => void seen.add(id),
    stop: async (): Promise<void> => {
      clearInterval(timer);
      await flush();
    },
  };
}
