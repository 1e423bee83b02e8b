import type { Statement, Tx } from '#core/db.ts';
import type { Role } from '#core/roles.ts';
import { statement } from '#platform/db/statement.ts';

export interface MemberRow {
  readonly id: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly role: Role | 'custom';
  readonly role_id: string | null;
  readonly role_name: string | null;
  readonly own_scopes: readonly string[] | null;
  readonly disabled: boolean;
  readonly joined_at: string;
  readonly version: number;
}

const MEMBERS = `
  select m.person_id as id, p.name, p.phone, m.role, m.role_id, r.name as role_name, r.scopes as own_scopes,
    m.disabled_at is not null as disabled, m.created_at as joined_at, m.version
  from core.memberships m left join core.tenant_people() p on p.id = m.person_id
  left join core.roles r on r.tenant_id = m.tenant_id and r.id = m.role_id`;

/** By their id: it tells nothing, so it is no order to people, but it stays the same. */
export const listMembers = (after: string | null, rows: number): Statement<MemberRow> =>
  statement(`${MEMBERS} where $1::uuid is null or m.person_id > $1 order by m.person_id limit $2`, [
    after,
    rows,
  ]);

const lockMembership = (id: string): Statement =>
  statement('select from core.memberships where person_id = $1 for update', [id]);

const findMember = (id: string): Statement<MemberRow> => statement(`${MEMBERS} where m.person_id = $1`, [id]);

/** Two steps: a lock that had to wait would join the new row with the role of the old one. */
export async function lockMember(tx: Tx, id: string): Promise<MemberRow | undefined> {
  await tx.run(lockMembership(id));
  return (await tx.run(findMember(id)))[0];
}

export const setRole = (
  id: string,
  { role, roleId }: { role: Role | 'custom'; roleId: string | null },
  now: Date,
): Statement =>
  statement(
    `update core.memberships set role = $2, role_id = $3, updated_at = $4, version = version + 1
     where person_id = $1`,
    [id, role, roleId, now],
  );

export const setDisabled = (id: string, disabled: boolean, now: Date): Statement =>
  statement(
    `update core.memberships set disabled_at = case when $2::boolean then $3::timestamptz end, updated_at = $3,
       version = version + 1
     where person_id = $1`,
    [id, disabled, now],
  );

export const deleteMember = (id: string): Statement =>
  statement('delete from core.memberships where person_id = $1', [id]);

/** What they offered to others in the company's name ends with what they are there. */
export const revokeInvitationsBy = (personId: string, now: Date): Statement =>
  statement(
    `update core.invitations set revoked_at = $2
     where invited_by = $1 and accepted_at is null and revoked_at is null`,
    [personId, now],
  );

/** All owners, locked in one order: acts on them come one after the other. Under role identity, of a named company. */
export const lockOwners = (tenantId: string): Statement<{ person_id: string }> =>
  statement(
    `select person_id from core.memberships where tenant_id = $1 and role = 'owner' order by person_id for update`,
    [tenantId],
  );

export interface RoleRow {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly version: number;
}

const ROLE = 'id, name, scopes, version';

export const listRoles: Statement<RoleRow> = statement(`select ${ROLE} from core.roles order by name, id`);

export const findRole = (id: string): Statement<RoleRow> =>
  statement(`select ${ROLE} from core.roles where id = $1`, [id]);

export const lockRole = (id: string): Statement<RoleRow> =>
  statement(`select ${ROLE} from core.roles where id = $1 for update`, [id]);

export const insertRole = (role: RoleRow, tenantId: string, now: Date): Statement =>
  statement(
    `insert into core.roles (tenant_id, id, name, scopes, created_at, updated_at) values ($1, $2, $3, $4::text[], $5, $5)`,
    [tenantId, role.id, role.name, role.scopes, now],
  );

export const updateRole = (role: RoleRow, now: Date): Statement =>
  statement(
    `update core.roles set name = $2, scopes = $3::text[], updated_at = $4, version = $5 where id = $1`,
    [role.id, role.name, role.scopes, now, role.version],
  );

export const deleteRole = (id: string): Statement => statement('delete from core.roles where id = $1', [id]);

/** Where the person belongs, by the company's slug or id; as role identity. */
export const findMembership = (
  personId: string,
  reference: string,
): Statement<{ tenant_id: string; slug: string }> =>
  statement(
    `select m.tenant_id, t.slug from core.memberships m join core.tenants t on t.id = m.tenant_id
     where m.person_id = $1 and (t.slug = lower($2) or t.id::text = lower($2))`,
    [personId, reference],
  );

export const leave = (personId: string, tenantId: string): Statement =>
  statement('delete from core.memberships where person_id = $1 and tenant_id = $2', [personId, tenantId]);

export const revokeInvitationsIn = (tenantId: string, personId: string, now: Date): Statement =>
  statement(
    `update core.invitations set revoked_at = $3
     where tenant_id = $1 and invited_by = $2 and accepted_at is null and revoked_at is null`,
    [tenantId, personId, now],
  );

/** Agents that they let in act no more, even when the person comes back one day. */
export const revokeAgentsOf = (tenantId: string, personId: string, now: Date): Statement =>
  statement(
    `update identity.oauth_grants set revoked_at = $3
     where tenant_id = $1 and person_id = $2 and revoked_at is null`,
    [tenantId, personId, now],
  );
