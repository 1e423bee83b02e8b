import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';

/** All of it runs as role identity. */

/** The company of a tax id, and whether the person owns it. */
export const findByTaxId = (
  country: string,
  taxId: string,
  personId: string,
): Statement<{ id: string; name: string; owned: boolean; open: number }> =>
  statement(
    `select t.id, t.name,
       exists (select from core.memberships m where m.tenant_id = t.id and m.person_id = $3 and m.role = 'owner') as owned,
       (select count(*)::int from identity.tenant_claims c where c.person_id = $3 and c.decided_at is null) as open
     from core.tenants t where t.country = $1 and t.tax_id = $2 and not t.platform`,
    [country, taxId, personId],
  );

export const insertClaim = (
  claim: { id: string; tenantId: string; personId: string; evidence: string },
  now: Date,
): Statement =>
  statement(
    `insert into identity.tenant_claims (id, person_id, tenant_id, evidence, created_at) values ($1, $2, $3, $4, $5)`,
    [claim.id, claim.personId, claim.tenantId, claim.evidence, now],
  );

export interface ClaimRow {
  readonly id: string;
  readonly evidence: string;
  readonly createdAt: string;
  readonly decidedAt: string | null;
  readonly outcome: 'approved' | 'rejected' | null;
  readonly tenant: { id: string; slug: string; name: string; verified: boolean };
  readonly claimant: { id: string; name: string | null; phone: string | null; email: string | null };
}

export const listClaims = (open: boolean, after: string | null, rows: number): Statement<ClaimRow> =>
  statement(
    `select c.id, c.evidence, c.created_at as "createdAt", c.decided_at as "decidedAt", c.outcome,
       json_build_object('id', t.id, 'slug', t.slug, 'name', t.name, 'verified', t.verified) as tenant,
       json_build_object('id', p.id, 'name', p.name, 'phone', p.phone, 'email', p.email) as claimant
     from identity.tenant_claims c join core.tenants t on t.id = c.tenant_id
     join identity.people p on p.id = c.person_id
     where ($1::uuid is null or c.id < $1) and (not $2::boolean or c.decided_at is null)
     order by c.id desc limit $3`,
    [after, open, rows],
  );

/** An open claim to that company, of somebody who may log in. */
export const lockClaim = (id: string, tenantId: string): Statement<{ person_id: string }> =>
  statement(
    `select c.person_id from identity.tenant_claims c join identity.people p on p.id = c.person_id
     where c.id = $1 and c.tenant_id = $2 and c.decided_at is null and p.disabled_at is null for update of c`,
    [id, tenantId],
  );

export const decideClaims = (tenantId: string, approved: string | null, now: Date): Statement =>
  statement(
    `update identity.tenant_claims set decided_at = $3, outcome = case when id = $2::uuid then 'approved' else 'rejected' end
     where tenant_id = $1 and decided_at is null`,
    [tenantId, approved, now],
  );

export const verifyTenant = (tenantId: string, now: Date): Statement =>
  statement('update core.tenants set verified = true, updated_at = $2, version = version + 1 where id = $1', [
    tenantId,
    now,
  ]);

export const makeOwner = (tenantId: string, personId: string, now: Date): Statement =>
  statement(
    `insert into core.memberships (tenant_id, person_id, role, created_at, updated_at) values ($1, $2, 'owner', $3, $3)
     on conflict (tenant_id, person_id)
     do update set role = 'owner', role_id = null, disabled_at = null, updated_at = $3, version = memberships.version + 1`,
    [tenantId, personId, now],
  );

/** Everybody else is shut out, until the new owner lets them in again; who owned it is a guest from now on. */
export const displaceMembers = (tenantId: string, personId: string, now: Date): Statement =>
  statement(
    `update core.memberships set disabled_at = coalesce(disabled_at, $3), updated_at = $3, version = version + 1,
       role = case role when 'owner' then 'guest' else role end
     where tenant_id = $1 and person_id <> $2`,
    [tenantId, personId, now],
  );

export const revokeKeys = (tenantId: string, now: Date): Statement =>
  statement('update core.api_keys set revoked_at = $2 where tenant_id = $1 and revoked_at is null', [
    tenantId,
    now,
  ]);

export const revokeInvitations = (tenantId: string, now: Date): Statement =>
  statement(
    `update core.invitations set revoked_at = $2
     where tenant_id = $1 and accepted_at is null and revoked_at is null`,
    [tenantId, now],
  );

export const revokeAgents = (tenantId: string, now: Date): Statement =>
  statement('update identity.oauth_grants set revoked_at = $2 where tenant_id = $1 and revoked_at is null', [
    tenantId,
    now,
  ]);
