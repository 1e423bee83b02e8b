import { holdsScope, type Scope } from '#core/actor.ts';
import { scopesOf, type Role } from '#core/roles.ts';
import type { Authenticator } from '#kernel/admission.ts';
import { findAgentToken } from '#platform/db/agents.ts';
import { tokenHash } from '#platform/db/lookups.ts';
import type { Pool } from '#platform/db/pool.ts';
import { AGENT_PREFIX } from '#surfaces/oauth/index.ts';

/**
 * Access tokens of agents. An agent acts as itself, in the one company of its grant, and never may do more than its
 * token, its grant and, by now, the role of the person who allowed it.
 */
export function agentAuthenticator(pool: Pool, audience: string): Authenticator {
  return {
    claims: (token) => token.startsWith(AGENT_PREFIX),
    authenticate: async (token) => {
      const [[row]] = await pool.batch([findAgentToken(tokenHash(token), audience)]);
      if (!row) return null;
      const role = scopesOf(row.role as Role | 'custom', row.role_scopes);
      return {
        kind: 'agent',
        id: row.grant_id,
        label: row.client_name,
        tenant: { id: row.tenant_id, slug: row.slug, country: row.country },
        scopes: new Set(row.scopes.filter((scope) => holdsScope(role, scope as Scope))),
        credential: { kind: 'oauth', id: row.grant_id },
        expiresAt: Date.parse(row.expires_at),
      };
    },
  };
}
