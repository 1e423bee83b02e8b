import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';

export interface Closing {
  readonly id: string;
  readonly slugHash: Buffer;
  readonly taxIdHash: Buffer;
  readonly statusBefore: string;
  readonly askedAt: Date;
  readonly askedByKind: string;
  readonly askedBy: string | null;
  readonly reason: string | null;
  readonly purgeAfter: Date;
}

/** What the person is in the company; no row for strangers. Role identity. */
export const roleIn = (tenantId: string, personId: string): Statement<{ role: string }> =>
  statement(
    'select role from core.memberships where tenant_id = $1 and person_id = $2 and disabled_at is null',
    [tenantId, personId],
  );

export const insertClosing = (closing: Closing): Statement =>
  statement(
    `insert into core.closings
       (id, slug_hash, tax_id_hash, status_before, asked_at, asked_by_kind, asked_by, reason, purge_after)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      closing.id,
      closing.slugHash,
      closing.taxIdHash,
      closing.statusBefore,
      closing.askedAt,
      closing.askedByKind,
      closing.askedBy,
      closing.reason,
      closing.purgeAfter,
    ],
  );

export const dropClosing = (id: string): Statement<{ status_before: 'active' | 'suspended' }> =>
  statement('delete from core.closings where id = $1 returning status_before', [id]);

export const setClosing = (
  tenant: { id: string; status: string; purgeAfter: string | null; version: number },
  now: Date,
): Statement =>
  statement(
    'update core.tenants set status = $2, purge_after = $3, updated_at = $4, version = $5 where id = $1',
    [tenant.id, tenant.status, tenant.purgeAfter, now, tenant.version],
  );

export interface ClosingRow {
  readonly id: string;
  readonly slug: string | null;
  readonly askedAt: string;
  readonly askedByKind: 'person' | 'operator';
  readonly askedBy: string | null;
  readonly reason: string | null;
  readonly purgeAfter: string;
  readonly blockedBy: 'hold' | 'export' | 'engines' | null;
  readonly enginesLeftAt: string | null;
  readonly purgedAt: string | null;
  readonly purgedRows: number;
  readonly taxIdHash: string;
}

const CLOSING = `c.id, t.slug, c.asked_at as "askedAt", c.asked_by_kind as "askedByKind", c.asked_by as "askedBy", c.reason,
  c.purge_after as "purgeAfter", c.blocked_by as "blockedBy",
  c.engines_left_at as "enginesLeftAt", c.purged_at as "purgedAt", c.purged_rows as "purgedRows",
  encode(c.tax_id_hash, 'hex') as "taxIdHash"`;

/** Newest id first. Role operator. */
export const listClosings = (
  taxIdHash: Buffer | null,
  after: string | null,
  rows: number,
): Statement<ClosingRow> =>
  statement(
    `select ${CLOSING} from core.closings c left join core.tenants t on t.id = c.id
     where ($1::bytea is null or c.tax_id_hash = $1) and ($2::uuid is null or c.id < $2)
     order by c.id desc limit $3`,
    [taxIdHash, after, rows],
  );

/** Those whose time is over, and once more those purged lately. Role operator. */
export const dueClosings = (now: Date, purgedSince: Date): Statement<{ id: string; purged: boolean }> =>
  statement(
    `select id, purged_at is not null as purged from core.closings
     where purge_after <= $1 and (purged_at is null or purged_at > $2) order by purge_after`,
    [now, purgedSince],
  );

/** What went of each table, at most `most` rows in all; a single row `hold` or `export` when it may not. */
export const purgeTenant = (
  id: string,
  most: number,
  finish: boolean,
): Statement<{ relation: string; gone: number | null }> =>
  statement('select relation, gone from core.purge_tenant($1, $2, $3)', [id, most, finish]);

/** Of one that isn't purged yet. Role operator. */
export const leaveEngines = (id: string, now: Date): Statement<ClosingRow> =>
  statement(
    `with left_now as (
       update core.closings set engines_left_at = coalesce(engines_left_at, $2) where id = $1 and purged_at is null
       returning *)
     select ${CLOSING} from left_now c left join core.tenants t on t.id = c.id`,
    [id, now],
  );

export const setBlocked = (id: string, by: string): Statement =>
  statement('update core.closings set blocked_by = $2 where id = $1', [id, by]);

/** The company itself, while it is about to be deleted. Role app. */
export const closingTenant: Statement<{ id: string; name: string; slug: string; purge_after: string }> =
  statement(
    'select id, name, slug, purge_after from core.tenants where id = core.tenant_id() and purge_after is not null',
  );

export interface Part {
  readonly id: string;
  readonly purgeAfter: string;
  readonly part: number;
  readonly rows: number;
  readonly body: string;
  readonly sha256: Buffer;
  readonly nextCursor: string | null;
  readonly madeAt: Date;
}

export const lastPart = (purgeAfter: string): Statement<{ part: number; next_cursor: string | null }> =>
  statement(
    `select part, next_cursor from app.final_export_parts where purge_after = $1 order by part desc limit 1`,
    [purgeAfter],
  );

/** Whoever makes the same part again writes nothing. */
export const insertPart = (part: Part): Statement =>
  statement(
    `insert into app.final_export_parts (part_id, purge_after, part, rows, body, sha256, next_cursor, made_at)
     select $1, $2::timestamptz, $3::integer, $4, $5, $6, $7, $8
     where not exists (select from app.final_export_parts where purge_after = $2::timestamptz and part = $3::integer)`,
    [part.id, part.purgeAfter, part.part, part.rows, part.body, part.sha256, part.nextCursor, part.madeAt],
  );

export const dropOtherParts = (purgeAfter: string): Statement =>
  statement('delete from app.final_export_parts where purge_after <> $1', [purgeAfter]);

export interface PartRow {
  readonly part: number;
  readonly rows: number;
  readonly body: string;
  readonly sha256: string;
  readonly madeAt: string;
  readonly parts: number;
  readonly complete: boolean;
}

/** A part of the newest final export. */
export const findPart = (part: number): Statement<PartRow> =>
  statement(
    `with newest as (select max(purge_after) as purge_after from app.final_export_parts)
     select p.part, p.rows, p.body, encode(p.sha256, 'hex') as sha256, p.made_at as "madeAt",
       (select count(*)::int from app.final_export_parts a where a.purge_after = p.purge_after) as parts,
       exists (select from app.final_export_parts a where a.purge_after = p.purge_after and a.next_cursor is null) as complete
     from app.final_export_parts p join newest using (purge_after) where p.part = $1`,
    [part],
  );

export const noticesSent = (purgeAfter: string): Statement<{ stage: string }> =>
  statement('select stage from app.closing_notices where purge_after = $1', [purgeAfter]);

export const insertNotice = (id: string, purgeAfter: string, stage: string, now: Date): Statement =>
  statement(
    'insert into app.closing_notices (notice_id, purge_after, stage, sent_at) values ($1, $2, $3, $4)',
    [id, purgeAfter, stage, now],
  );
