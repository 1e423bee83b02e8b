import type { Statement } from '#core/db.ts';
import { compile, query } from '#platform/db/statement.ts';
import type { AgentGrant } from './schema.ts';

const COLUMNS = [
  'id',
  'tenant_id as tenantId',
  'person_id as ugid',
  'client_id as clientId',
  'client_name as clientName',
  'scopes',
  'created_at as createdAt',
  'expires_at as expiresAt',
  'revoked_at as revokedAt',
] as const;

/** Whose grants: one person's, or a company's. */
export type Owner = { readonly personId: string } | { readonly tenantId: string };

export const insertGrant = (grant: AgentGrant): Statement =>
  compile(
    query.insertInto('identity.oauth_grants').values({
      id: grant.id,
      tenant_id: grant.tenantId,
      person_id: grant.ugid,
      client_id: grant.clientId,
      client_name: grant.clientName,
      scopes: grant.scopes,
      created_at: grant.createdAt,
      expires_at: grant.expiresAt,
    }),
  );

export function listGrants(
  owner: Owner,
  filter: { readonly aliveAt: Date | undefined; readonly expiresBefore: string | undefined },
  after: string | null,
  rows: number,
): Statement<AgentGrant> {
  const { aliveAt, expiresBefore } = filter;
  const newest = query.selectFrom('identity.oauth_grants').select(COLUMNS).orderBy('id', 'desc').limit(rows);
  let found =
    'personId' in owner
      ? newest.where('person_id', '=', owner.personId)
      : newest.where('tenant_id', '=', owner.tenantId);
  if (aliveAt) found = found.where('revoked_at', 'is', null).where('expires_at', '>', aliveAt.toISOString());
  if (expiresBefore !== undefined) found = found.where('expires_at', '<', expiresBefore);
  return compile(after === null ? found : found.where('id', '<', after));
}

export const lockGrant = (id: string): Statement<AgentGrant> =>
  compile(query.selectFrom('identity.oauth_grants').select(COLUMNS).where('id', '=', id).forUpdate());

export const revokeGrant = (id: string, at: Date): Statement =>
  compile(query.updateTable('identity.oauth_grants').set({ revoked_at: at }).where('id', '=', id));

export const anyRecordsBefore = (moment: Date): Statement<{ id: number }> =>
  compile(
    query
      .selectFrom('identity.oauth_records')
      .select((eb) => eb.lit(1).as('id'))
      .where('expires_at', '<', moment.toISOString())
      .limit(1),
  );

export const dropRecordsBefore = (moment: Date): Statement =>
  compile(query.deleteFrom('identity.oauth_records').where('expires_at', '<', moment.toISOString()));
