import type { Statement } from '#core/db.ts';
import type { Ground } from '#core/personal-data.ts';
import { statement } from '#platform/db/statement.ts';
import type { Kind } from './rules.ts';

export interface RequestRow {
  readonly id: string;
  readonly kind: Kind;
  readonly state: 'received' | 'acknowledged' | 'decided';
  readonly contactId: string | null;
  readonly personId: string | null;
  readonly requesterName: string;
  readonly requesterEmail: string | null;
  readonly requesterPhone: string | null;
  readonly channel: string;
  readonly details: string;
  readonly patch: Record<string, unknown> | null;
  readonly receivedAt: string;
  readonly dueAt: string;
  readonly acknowledgedAt: string | null;
  readonly extendedAt: string | null;
  readonly extensionReason: string | null;
  readonly decidedAt: string | null;
  readonly outcome: 'granted' | 'refused' | null;
  readonly reasonCode: Ground | null;
  readonly reason: string | null;
  readonly result: Record<string, unknown> | null;
  readonly version: number;
}

const COLUMNS = `id, kind, state, contact_id as "contactId", person_id as "personId", requester_name as "requesterName",
  requester_email as "requesterEmail", requester_phone as "requesterPhone", channel, details, patch,
  received_at as "receivedAt", due_at as "dueAt", acknowledged_at as "acknowledgedAt", extended_at as "extendedAt",
  extension_reason as "extensionReason", decided_at as "decidedAt", outcome, reason_code as "reasonCode", reason, result, version`;

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

export const insertRequest = (row: RequestRow): Statement =>
  statement(
    `insert into privacy.requests (id, kind, state, contact_id, person_id, requester_name, requester_email, requester_phone,
       channel, details, patch, received_at, due_at, version)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      row.id,
      row.kind,
      row.state,
      row.contactId,
      row.personId,
      row.requesterName,
      row.requesterEmail,
      row.requesterPhone,
      row.channel,
      row.details,
      json(row.patch),
      row.receivedAt,
      row.dueAt,
      row.version,
    ],
  );

export const updateRequest = (row: RequestRow): Statement =>
  statement(
    `update privacy.requests set state = $2, due_at = $3, acknowledged_at = $4, extended_at = $5, extension_reason = $6,
       decided_at = $7, outcome = $8, reason_code = $9, reason = $10, result = $11, version = $12 where id = $1`,
    [
      row.id,
      row.state,
      row.dueAt,
      row.acknowledgedAt,
      row.extendedAt,
      row.extensionReason,
      row.decidedAt,
      row.outcome,
      row.reasonCode,
      row.reason,
      json(row.result),
      row.version,
    ],
  );

export const findRequest = (id: string): Statement<RequestRow> =>
  statement(`select ${COLUMNS} from privacy.requests where id = $1`, [id]);

export const lockRequest = (id: string): Statement<RequestRow> =>
  statement(`select ${COLUMNS} from privacy.requests where id = $1 for update`, [id]);

export const listRequests = (
  filter: {
    state?: string | undefined;
    contactId?: string | undefined;
    dueBefore: Date | null;
    undecided: boolean;
  },
  after: string | null,
  rows: number,
): Statement<RequestRow> =>
  statement(
    `select ${COLUMNS} from privacy.requests
     where ($1::text is null or state = $1) and ($2::uuid is null or contact_id = $2)
       and ($3::timestamptz is null or (state <> 'decided' and due_at < $3))
       and (not $6::boolean or state <> 'decided')
       and ($4::uuid is null or id < $4) order by id desc limit $5`,
    [filter.state, filter.contactId, filter.dueBefore, after, rows, filter.undecided],
  );

export const ownRequests = (personId: string): Statement<RequestRow> =>
  statement(`select ${COLUMNS} from privacy.requests where person_id = $1 order by id desc`, [personId]);

/** Undecided ones of which nobody was reminded, due before then. */
export const requestsToRemind = (before: Date): Statement<{ id: string; kind: Kind; dueAt: string }> =>
  statement(
    `select id, kind, due_at as "dueAt" from privacy.requests
     where state <> 'decided' and due_at < $1 and reminded_at is null order by due_at`,
    [before],
  );

export const setReminded = (ids: readonly string[], now: Date): Statement =>
  statement('update privacy.requests set reminded_at = $2 where id = any ($1::uuid[])', [ids, now]);

export const companyName: Statement<{ name: string }> = statement(
  'select name from core.tenants where id = core.tenant_id()',
);

export const exportRequests = (contactId: string): Statement<{ data: unknown }> =>
  statement(
    `select json_strip_nulls(json_build_object('kind', kind, 'details', details, 'receivedAt', received_at,
       'decidedAt', decided_at, 'outcome', outcome, 'reason', reason)) as data
     from privacy.requests where contact_id = $1 order by id`,
    [contactId],
  );

/** Companies that would be nobody's without this person. Role identity. */
export const onlyOwnerOf = (personId: string): Statement<{ slug: string }> =>
  statement(
    `select t.slug from core.memberships m join core.tenants t on t.id = m.tenant_id
     where m.person_id = $1 and m.role = 'owner' and m.disabled_at is null and not exists (
       select from core.memberships o where o.tenant_id = m.tenant_id and o.person_id <> $1 and o.role = 'owner'
         and o.disabled_at is null)
     order by 1`,
    [personId],
  );
