import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { LRUCache } from 'lru-cache';
import type { Actor, TenantRef } from '#core/actor.ts';
import type { Clock } from '#core/clock.ts';
import { AppError } from '#core/errors.ts';
import { isVaultToken, lookupSelf, type VaultToken } from '#engines/vault/tokens.ts';
import type { Authenticator } from '#kernel/admission.ts';
import type { Config } from '#platform/config.ts';
import { findTenant } from '#platform/db/identity.ts';
import { tokenHash } from '#platform/db/lookups.ts';
import type { Pool } from '#platform/db/pool.ts';

type Vault = NonNullable<Config['vault']>;

/** With the 5 s that admission believes a token, a revoked one is refused within 30 s. */
const CACHE_MS = 24_000;
const MAX_TOKENS = 10_000;
const MAX_LABEL = 100;

interface Known {
  readonly token: VaultToken;
  /** Epoch milliseconds. */
  readonly askedAt: number;
}

/** Tokens of HashiCorp Vault or OpenBao, which says who holds them; our own mapping says what they may do here. */
export function vaultAuthenticator(options: {
  readonly vault: Vault;
  /** Role identity's: it sees companies by name. */
  readonly pool: Pool;
  readonly clock: Clock;
}): Authenticator {
  const { vault, pool, clock } = options;
  const { policies, caFile } = vault;
  const settings = { ...vault, ...(caFile !== undefined && { ca: readFileSync(caFile, 'utf8') }) };
  const known = new LRUCache<string, Known>({ max: MAX_TOKENS });
  const now = (): number => clock.now().getTime();
  const endOf = ({ token: { ttlMs }, askedAt }: Known): number | null =>
    ttlMs === null ? null : askedAt + ttlMs;

  async function find(token: string): Promise<Known | null> {
    const id = tokenHash(token).toString('base64');
    const believed = known.get(id);
    if (believed && now() < Math.min(believed.askedAt + CACHE_MS, endOf(believed) ?? Infinity))
      return believed;
    known.delete(id);
    // Before the question, not after: a slow answer must not make a token live longer.
    const askedAt = now();
    const found = await lookupSelf(settings, token);
    if (!found) return null;
    const fresh: Known = { token: found, askedAt };
    known.set(id, fresh);
    return fresh;
  }

  async function tenantOf(slug: string): Promise<TenantRef> {
    const [[tenant]] = await pool.batch([findTenant(slug)]);
    if (tenant) return tenant;
    throw new AppError('forbidden', { detail: UNMAPPED });
  }

  return {
    claims: isVaultToken,
    authenticate: async (text, picked) => {
      const found = await find(text);
      if (!found) return null;
      const { accessor, displayName } = found.token;
      const held = policies.filter(({ policy }) => found.token.policies.includes(policy));
      const slug = chosen(held, picked);
      const id = uuidOf(accessor);
      return {
        kind: 'vault',
        id,
        label: displayName.slice(0, MAX_LABEL) || 'vault',
        tenant: await tenantOf(slug),
        scopes: new Set(held.filter(({ tenant }) => tenant === slug).flatMap(({ scopes }) => scopes)),
        credential: { kind: 'vault', id },
        expiresAt: endOf(found),
      } satisfies Actor;
    },
  };
}

const UNMAPPED = {
  en: 'No policy of this Vault token opens a company here (VAULT_POLICIES).',
  es: 'Ninguna política de este token de Vault abre una empresa aquí (VAULT_POLICIES).',
};

/** Of several companies the one that was picked. @throws AppError forbidden, tenant_required */
function chosen(held: Vault['policies'], picked: string | undefined): string {
  const slugs = [...new Set(held.map(({ tenant }) => tenant))];
  if (slugs.length === 0 || (picked !== undefined && !slugs.includes(picked)))
    throw new AppError('forbidden', { detail: UNMAPPED });
  if (picked !== undefined) return picked;
  if (slugs.length > 1) throw new AppError('tenant_required');
  return slugs[0]!;
}

/** An accessor names a token and opens nothing; as a UUID (version 8), since that is what an audit row can hold. */
function uuidOf(accessor: string): string {
  const hex = createHash('sha256').update(`vault ${accessor}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
