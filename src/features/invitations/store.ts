import type { Statement } from '#core/db.ts';
import type { Language } from '#core/errors.ts';
import type { Role } from '#core/roles.ts';
import { statement } from '#platform/db/statement.ts';

export interface InvitationRow {
  readonly id: string;
  readonly recipient: string;
  readonly role: Role | 'custom';
  readonly role_id: string | null;
  readonly inviter: string;
  readonly created_at: string;
  readonly expires_at: string;
  readonly sent_at: string | null;
  readonly accepted_at: string | null;
  readonly revoked_at: string | null;
}

const COLUMNS = `id, recipient, role, role_id, inviter, created_at, expires_at, sent_at, accepted_at, revoked_at`;

/** One after the other within a company, or two at a time would both be the last that the limit allows. */
export const lockInvitations = (tenantId: string): Statement =>
  statement(`select pg_advisory_xact_lock(hashtextextended($1, 0))`, [`invitations ${tenantId}`]);

/** How many since then, the oldest of them, and whether the company is verified and has such a member already. */
export const invitationState = (
  recipient: string,
  since: Date,
): Statement<{
  sent: number;
  first_at: string | null;
  verified: boolean;
  language: Language;
  member: boolean;
}> =>
  statement(
    `select count(*)::int as sent, min(created_at) as first_at, (select verified from core.tenants) as verified,
       (select language from core.tenants) as language,
       exists (select from core.tenant_people() p where $1 in (p.phone, p.email)) as member
     from core.invitations where created_at > $2`,
    [recipient, since],
  );

export const replaceInvitation = (recipient: string, now: Date): Statement =>
  statement(
    `update core.invitations set revoked_at = $2
     where recipient = $1 and accepted_at is null and revoked_at is null`,
    [recipient, now],
  );

export const insertInvitation = (
  row: InvitationRow & { hash: Buffer; language: Language; invitedBy: string | null },
  tenantId: string,
): Statement =>
  statement(
    `insert into core.invitations
       (tenant_id, id, recipient, role, role_id, hash, language, invited_by, inviter, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      tenantId,
      row.id,
      row.recipient,
      row.role,
      row.role_id,
      row.hash,
      row.language,
      row.invitedBy,
      row.inviter,
      row.created_at,
      row.expires_at,
    ],
  );

export const listInvitations = (
  filter: { readonly openAt: Date | null; readonly expiresBefore: string | null },
  after: string | null,
  rows: number,
): Statement<InvitationRow> =>
  statement(
    `select ${COLUMNS} from core.invitations
     where ($1::uuid is null or id < $1) and ($4::timestamptz is null or expires_at < $4)
       and ($3::timestamptz is null or (accepted_at is null and revoked_at is null and expires_at > $3))
     order by id desc limit $2`,
    [after, rows, filter.openAt, filter.expiresBefore],
  );

export const lockInvitation = (id: string): Statement<InvitationRow> =>
  statement(`select ${COLUMNS} from core.invitations where id = $1 for update`, [id]);

export const revokeInvitation = (id: string, now: Date): Statement =>
  statement('update core.invitations set revoked_at = $2 where id = $1', [id, now]);

/** What follows runs as role identity: whoever accepts isn't in the company yet. */
export interface OpenInvitation extends InvitationRow {
  readonly tenant_id: string;
  readonly slug: string;
  readonly company: string;
  readonly status: string;
  /** Name of the company's own role; null when it is gone. */
  readonly role_name: string | null;
}

const WITH_COMPANY = `
  select ${COLUMNS.replaceAll(/\b(?=\w)/g, 'i.')}, i.tenant_id, t.slug, t.name as company, t.status, r.name as role_name
  from core.invitations i join core.tenants t on t.id = i.tenant_id
  left join core.roles r on r.tenant_id = i.tenant_id and r.id = i.role_id`;

/** Taken, so that a link works once however often it is opened at the same time. */
export const lockByHash = (hash: Buffer): Statement =>
  statement('select from core.invitations where hash = $1 for update', [hash]);

export const findByHash = (hash: Buffer): Statement<OpenInvitation> =>
  statement(`${WITH_COMPANY} where i.hash = $1`, [hash]);

export const findToSend = (
  tenantId: string,
  id: string,
  since: Date,
): Statement<OpenInvitation & { language: Language; received: number }> =>
  statement(
    `select one.*, i.language,
       (select count(*)::int from core.invitations o where o.recipient = one.recipient and o.sent_at > $3) as received
     from (${WITH_COMPANY} where i.tenant_id = $1 and i.id = $2) one
     join core.invitations i on i.tenant_id = one.tenant_id and i.id = one.id`,
    [tenantId, id, since],
  );

export const markSent = (tenantId: string, id: string, now: Date): Statement =>
  statement('update core.invitations set sent_at = $3 where tenant_id = $1 and id = $2', [tenantId, id, now]);

export const findContactsOf = (personId: string): Statement<{ phone: string | null; email: string | null }> =>
  statement('select phone, email from identity.people where id = $1', [personId]);

export const findMembershipIn = (tenantId: string, personId: string): Statement =>
  statement('select from core.memberships where tenant_id = $1 and person_id = $2', [tenantId, personId]);

export const join = (invitation: OpenInvitation, personId: string, now: Date): Statement =>
  statement(
    `with taken as (
       update core.invitations set accepted_at = $5, accepted_by = $2 where tenant_id = $1 and id = $6)
     insert into core.memberships (tenant_id, person_id, role, role_id, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $5)`,
    [invitation.tenant_id, personId, invitation.role, invitation.role_id, now, invitation.id],
  );

export const forgetInvitations = (before: Date): Statement =>
  statement('delete from core.invitations where expires_at < $1', [before]);
