import type { Statement } from '#core/db.ts';
import { statement } from './statement.ts';

/** What authentication asks about an agent's token, over role identity. */
interface AgentToken {
  readonly grant_id: string;
  readonly client_name: string;
  readonly scopes: readonly string[];
  readonly expires_at: string;
  readonly tenant_id: string;
  readonly slug: string;
  readonly country: string;
  /** Of the person who allowed it: the agent never may do more than they still may. */
  readonly role: string;
  readonly role_scopes: readonly string[] | null;
}

/** The live access token with that hash, if it was issued for `audience`. */
export const findAgentToken = (hash: Buffer, audience: string): Statement<AgentToken> =>
  statement(
    `select g.id as grant_id, g.client_name, r.scopes, least(r.expires_at, g.expires_at) as expires_at,
       t.id as tenant_id, t.slug, t.country, m.role, o.scopes as role_scopes
     from identity.oauth_records r
     join identity.oauth_grants g on g.id = r.grant_id
     join identity.people p on p.id = g.person_id
     join core.memberships m on m.tenant_id = g.tenant_id and m.person_id = g.person_id
     join core.tenants t on t.id = g.tenant_id
     left join core.roles o on o.tenant_id = m.tenant_id and o.id = m.role_id
     where r.kind = 'AccessToken' and r.hash = $1 and r.audience = $2 and r.expires_at > clock_timestamp()
       and g.revoked_at is null and g.expires_at > clock_timestamp() and p.disabled_at is null and m.disabled_at is null`,
    [hash, audience],
  );
