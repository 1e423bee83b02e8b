import type { Actor } from '#core/actor.ts';
import type { Clock } from '#core/clock.ts';
import { scopesOf, type Role } from '#core/roles.ts';
import { COOKIE_PREFIX } from '#features/identity/index.ts';
import type { Authenticator } from '#kernel/admission.ts';
import { findSession, findSessionById, touchSession, type LiveSession } from '#platform/db/identity.ts';
import { tokenHash } from '#platform/db/lookups.ts';
import type { Pool } from '#platform/db/pool.ts';
import type { AccessTokens } from '#platform/tokens/access.ts';

/** `last seen` is true to within this. */
const SEEN_MS = 60_000;
const JWT_PREFIX = 'eyJ';

/** The company that they picked; without a choice, the only one. A slug that isn't theirs gives no company at all. */
function toActor(session: LiveSession, picked: string | undefined, expiresAt: number): Actor | null {
  const { memberships } = session;
  const membership =
    picked === undefined && memberships.length === 1
      ? memberships[0]
      : memberships.find(({ slug }) => slug === picked);
  return {
    kind: 'person',
    id: session.person_id,
    label: session.person_name ?? 'person',
    tenant: membership
      ? { id: membership.tenant_id, slug: membership.slug, country: membership.country }
      : null,
    scopes: membership ? scopesOf(membership.role as Role | 'custom', membership.scopes) : new Set(),
    credential: { kind: 'session', id: session.id },
    expiresAt,
    person: {
      id: session.person_id,
      sessionId: session.id,
      steppedUpAt: session.stepped_up_at === null ? null : Date.parse(session.stepped_up_at),
      operator: session.operator,
      tenants: memberships.map(({ slug, name, role }) => ({ slug, name, role })),
    },
  };
}

/** The two credentials of a person: a browser's cookie and a program's access token. Both live and die with the session. */
export function personAuthenticators(options: {
  pool: Pool;
  tokens: AccessTokens;
  clock: Clock;
}): Authenticator[] {
  const { pool, tokens, clock } = options;
  const seenBefore = (): Date => new Date(clock.now().getTime() - SEEN_MS);
  const seen = (session: LiveSession): void => {
    // A lost note is no loss: the session's next use makes another.
    if (session.stale) pool.batch([touchSession(session.id, clock.now())]).catch(() => {});
  };
  return [
    {
      claims: (token) => token.startsWith(COOKIE_PREFIX),
      authenticate: async (token, tenant) => {
        const [[session]] = await pool.batch([findSession(tokenHash(token), seenBefore())]);
        if (!session) return null;
        seen(session);
        return toActor(session, tenant, Date.parse(session.expires_at));
      },
    },
    {
      claims: (token) => token.startsWith(JWT_PREFIX),
      authenticate: async (token, tenant) => {
        const claims = await tokens.verify(token);
        if (!claims) return null;
        const [[session]] = await pool.batch([findSessionById(claims.sessionId, seenBefore())]);
        if (session?.person_id !== claims.personId) return null;
        seen(session);
        return toActor(session, tenant, claims.expiresAt);
      },
    },
  ];
}
