import type { Statement } from '#core/db.ts';
import type { DataClass } from '#core/personal-data.ts';
import { statement } from '#platform/db/statement.ts';

export interface BreachRow {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly occurredAt: string | null;
  readonly detectedAt: string;
  readonly dataClasses: readonly DataClass[];
  readonly affected: number | null;
  readonly risk: 'none' | 'low' | 'reasonable' | 'high';
  readonly measures: string;
  readonly state: 'open' | 'closed';
  readonly version: number;
}

export interface NoticeRow {
  readonly id: string;
  readonly breachId: string;
  readonly audience: 'agency' | 'person';
  readonly recipient: string;
  readonly channel: string;
  readonly text: string;
  readonly sentAt: string;
  readonly sentBy: string;
}

const COLUMNS = `id, title, description, occurred_at as "occurredAt", detected_at as "detectedAt",
  data_classes as "dataClasses", affected, risk, measures, state, version`;

export const insertBreach = (row: BreachRow, now: Date): Statement =>
  statement(
    `insert into privacy.breaches (id, title, description, occurred_at, detected_at, data_classes, affected, risk, measures,
       state, created_at, updated_at, version) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $11, $12)`,
    [
      row.id,
      row.title,
      row.description,
      row.occurredAt,
      row.detectedAt,
      row.dataClasses,
      row.affected,
      row.risk,
      row.measures,
      row.state,
      now,
      row.version,
    ],
  );

export const updateBreach = (row: BreachRow, now: Date): Statement =>
  statement(
    `update privacy.breaches set title = $2, description = $3, occurred_at = $4, data_classes = $5, affected = $6, risk = $7,
       measures = $8, state = $9, updated_at = $10, version = $11 where id = $1`,
    [
      row.id,
      row.title,
      row.description,
      row.occurredAt,
      row.dataClasses,
      row.affected,
      row.risk,
      row.measures,
      row.state,
      now,
      row.version,
    ],
  );

export const findBreach = (id: string): Statement<BreachRow> =>
  statement(`select ${COLUMNS} from privacy.breaches where id = $1`, [id]);

export const lockBreach = (id: string): Statement<BreachRow> =>
  statement(`select ${COLUMNS} from privacy.breaches where id = $1 for update`, [id]);

export const listBreaches = (after: string | null, rows: number): Statement<BreachRow> =>
  statement(
    `select ${COLUMNS} from privacy.breaches where $1::uuid is null or id < $1 order by id desc limit $2`,
    [after, rows],
  );

export const insertNotice = (row: NoticeRow): Statement =>
  statement(
    `insert into privacy.breach_notices (id, breach_id, audience, recipient, channel, text, sent_at, sent_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [row.id, row.breachId, row.audience, row.recipient, row.channel, row.text, row.sentAt, row.sentBy],
  );

export const noticesOf = (breachId: string): Statement<NoticeRow> =>
  statement(
    `select id, breach_id as "breachId", audience, recipient, channel, text, sent_at as "sentAt", sent_by as "sentBy"
     from privacy.breach_notices where breach_id = $1 order by id`,
    [breachId],
  );

export const companyName: Statement<{ name: string }> = statement(
  'select name from core.tenants where id = core.tenant_id()',
);
