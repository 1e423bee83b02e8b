import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';

export interface Hold {
  readonly id: string;
  readonly contactId: string | null;
  readonly class: string | null;
  readonly basis: 'legal_claim' | 'authority' | 'tax' | 'legal_duty' | 'other';
  readonly reason: string;
  readonly until: string | null;
  readonly createdAt: string;
  readonly createdBy: string;
  readonly releasedAt: string | null;
  readonly releasedBy: string | null;
}

const COLUMNS = `id, contact_id as "contactId", class, basis, reason, until, created_at as "createdAt",
  created_by as "createdBy", released_at as "releasedAt", released_by as "releasedBy"`;

export const insertHold = (hold: Hold): Statement =>
  statement(
    `insert into privacy.holds (id, contact_id, class, basis, reason, until, created_at, created_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      hold.id,
      hold.contactId,
      hold.class,
      hold.basis,
      hold.reason,
      hold.until,
      hold.createdAt,
      hold.createdBy,
    ],
  );

export const lockHold = (id: string): Statement<Hold> =>
  statement(`select ${COLUMNS} from privacy.holds where id = $1 for update`, [id]);

export const releaseHold = ({ id, releasedAt, releasedBy }: Hold): Statement =>
  statement('update privacy.holds set released_at = $2, released_by = $3 where id = $1', [
    id,
    releasedAt,
    releasedBy,
  ]);

export const listHolds = (active: Date | null, after: string | null, rows: number): Statement<Hold> =>
  statement(
    `select ${COLUMNS} from privacy.holds
     where ($1::timestamptz is null or (released_at is null and (until is null or until > $1)))
       and ($2::uuid is null or id < $2) order by id desc limit $3`,
    [active, after, rows],
  );

/** All that hold something at that time; those on a contact once more for each that it became part of. */
export const activeHolds = (now: Date): Statement<Hold> =>
  statement(
    `with recursive active as (
       select * from privacy.holds where released_at is null and (until is null or until > $1)
     ), led (hold, contact_id) as (
       select id, contact_id from active
       union select l.hold, m.into_id from led l join app.merged_contacts m on m.contact_id = l.contact_id
     )
     select ${COLUMNS} from (
       select a.id, l.contact_id, class, basis, reason, until, created_at, created_by, released_at, released_by
       from active a join led l on l.hold = a.id) h`,
    [now],
  );

export interface RuleRow {
  readonly class: string;
  readonly days: number | null;
  readonly basis: string;
}

export const insertRule = (rule: RuleRow & { id: string; by: string }, now: Date): Statement =>
  statement(
    'insert into privacy.rules (id, class, days, basis, created_at, created_by) values ($1, $2, $3, $4, $5, $6)',
    [rule.id, rule.class, rule.days, rule.basis, now, rule.by],
  );

/** The newest rule of each class. */
export const currentRules: Statement<RuleRow> = statement(
  'select distinct on (class) class, days, basis from privacy.rules order by class, id desc',
);

export const insertDisposal = (
  disposal: { id: string; class: string; rows: number; held: number; before: Date },
  now: Date,
): Statement =>
  statement(
    'insert into privacy.disposals (id, class, rows, held, before, at) values ($1, $2, $3, $4, $5, $6)',
    [disposal.id, disposal.class, disposal.rows, disposal.held, disposal.before, now],
  );
