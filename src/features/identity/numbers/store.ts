import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';

export interface NumberChange {
  readonly id: string;
  readonly person_id: string;
  readonly kind: 'change' | 'lost';
  readonly old_phone: string | null;
  readonly new_phone: string;
  readonly created_at: string;
  readonly expires_at: string;
  readonly approved_at: string | null;
  readonly ready_at: string | null;
  readonly ended_at: string | null;
  readonly outcome: 'completed' | 'cancelled' | 'refused' | null;
}

const COLUMNS =
  'c.id, c.person_id, c.kind, c.old_phone, c.new_phone, c.created_at, c.expires_at, c.approved_at, c.ready_at, c.ended_at, c.outcome';

/** Does nothing while the same is asked for already. */
export const insertChange = (
  change: Pick<NumberChange, 'id' | 'person_id' | 'kind' | 'old_phone' | 'new_phone'>,
  times: { now: Date; expiresAt: Date; done: boolean },
): Statement<{ id: string }> =>
  statement(
    `insert into identity.number_changes (id, person_id, kind, old_phone, new_phone, created_at, expires_at, ended_at, outcome)
     values ($1, $2, $3, $4, $5, $6, $7, case when $8 then $6::timestamptz end, case when $8 then 'completed' end)
     on conflict (person_id, new_phone) where ended_at is null do nothing returning id`,
    [
      change.id,
      change.person_id,
      change.kind,
      change.old_phone,
      change.new_phone,
      times.now,
      times.expiresAt,
      times.done,
    ],
  );

/** What is over by the clock makes room for a new one. */
export const closeExpired = (personId: string, now: Date): Statement =>
  statement(
    `update identity.number_changes set ended_at = $2, outcome = 'refused'
     where person_id = $1 and ended_at is null and expires_at <= $2`,
    [personId, now],
  );

export const countOpen = (personId: string): Statement<{ n: number }> =>
  statement('select count(*) as n from identity.number_changes where person_id = $1 and ended_at is null', [
    personId,
  ]);

export const lockChange = (id: string): Statement<NumberChange> =>
  statement(`select ${COLUMNS} from identity.number_changes c where c.id = $1 for update`, [id]);

export const approveChange = (id: string, approver: string, now: Date, readyAt: Date): Statement =>
  statement(
    'update identity.number_changes set approver = $2, approved_at = $3, ready_at = $4 where id = $1',
    [id, approver, now, readyAt],
  );

export const endChange = (id: string, outcome: 'completed' | 'cancelled' | 'refused', now: Date): Statement =>
  statement(
    'update identity.number_changes set ended_at = $3, outcome = $2 where id = $1 and ended_at is null',
    [id, outcome, now],
  );

export const cancelOthers = (personId: string, now: Date): Statement =>
  statement(
    `update identity.number_changes set ended_at = $2, outcome = 'cancelled' where person_id = $1 and ended_at is null`,
    [personId, now],
  );

export const setPhone = (personId: string, phone: string, now: Date): Statement =>
  statement('update identity.people set phone = $2, updated_at = $3, version = version + 1 where id = $1', [
    personId,
    phone,
    now,
  ]);

/**
 * Who may decide about `c`: whoever owns every company that its person belongs to, as they win nothing by it; an owner
 * of only one of them could walk into the others. Never the person.
 */
const DECIDERS = `(
  select o.person_id from core.memberships m join core.memberships o on o.tenant_id = m.tenant_id
  where m.person_id = c.person_id and m.disabled_at is null
    and o.role = 'owner' and o.disabled_at is null and o.person_id <> c.person_id
  group by o.person_id
  having count(*) = (select count(*) from core.memberships a where a.person_id = c.person_id and a.disabled_at is null)
)`;

/** As whom the operator approves. */
export const OPERATOR = 'operator';

/** `null` asks for the operator, who decides where nobody else may. */
export const mayDecide = (id: string, personId: string | null): Statement<{ may: boolean }> =>
  statement(
    `select case when $2::uuid is null then not exists ${DECIDERS} else $2::uuid in ${DECIDERS} end as may
     from identity.number_changes c where c.id = $1`,
    [id, personId],
  );

/** Of whoever holds the new number: what may be finished now, if its approver could still approve it. */
export const lockReady = (newPhone: string, now: Date): Statement<NumberChange> =>
  statement(
    `select ${COLUMNS} from identity.number_changes c join identity.people p on p.id = c.person_id
     where c.new_phone = $1 and c.kind = 'lost' and c.ended_at is null and c.ready_at <= $2 and c.expires_at > $2
       and p.phone = c.old_phone and p.disabled_at is null
       and (c.approver = $3 or c.approver in (select d.person_id::text from ${DECIDERS} d))
     order by c.ready_at limit 1 for no key update of c, p`,
    [newPhone, now, OPERATOR],
  );

/** Open requests of the person, and those that they (or the operator) may decide about. */
export const listChanges = (
  personId: string | null,
  operator: boolean,
  now: Date,
): Statement<NumberChange & { name: string | null }> =>
  statement(
    `select ${COLUMNS}, p.name from identity.number_changes c join identity.people p on p.id = c.person_id
     where c.kind = 'lost' and c.ended_at is null and c.expires_at > $3
       and (c.person_id = $1::uuid or $1::uuid in ${DECIDERS} or ($2::boolean and not exists ${DECIDERS}))
     order by c.id desc limit 100`,
    [personId, operator, now],
  );

export const findNotice = (
  id: string,
): Statement<{ old_phone: string | null; email: string | null; language: 'en' | 'es' }> =>
  statement(
    `select c.old_phone, p.email, p.language from identity.number_changes c
     join identity.people p on p.id = c.person_id where c.id = $1`,
    [id],
  );
