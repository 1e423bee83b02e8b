import type { SealedRow, UnsealedRow } from '#core/audit-chain.ts';
import type { Statement } from '#core/db.ts';
import type { Pool } from './pool.ts';
import { statement } from './statement.ts';

/** Any fixed number: all sealers of one database meet at this advisory lock. */
export const SEALER_LOCK = 7_205_759_405;

/** Of `core.audit a`, in milli- or microseconds. What no sane clock gives, but a flipped bit may, in PostgreSQL's own words, so that no two moments look the same. */
export const momentOf = (fraction: 'MS' | 'US'): string =>
  `case when a.at between '0001-01-01T00:00:00Z' and '9999-12-31T23:59:59.999999Z'
  then to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.${fraction}"Z"') else a.at::text end`;
const COLUMNS = `a.tenant_id as "tenantId", a.id, ${momentOf('US')} as at, a.actor_kind as "actorKind", a.actor_id as "actorId",
  a.actor_name as "actorName", a.action, a.operation, a.target, a.request_id as "requestId"`;
/** Of `core.audit a`: a SealedRow. Numbers as text, since a damaged one may be beyond any number of ours. */
export const SEALED_COLUMNS = `a.number::text as number, ${COLUMNS}, encode(a.hash, 'hex') as hash`;

export interface WaitingRow extends UnsealedRow {
  /** The end of its tenant's chain; null before the first. */
  readonly headNumber: string | null;
  readonly headHash: string | null;
}

/** Oldest first, of all tenants; from an id on, so that nobody walks over what the index still remembers of sealed rows. */
export const unsealedRows = (limit: number, from: string): Statement<WaitingRow> =>
  statement(
    `select ${COLUMNS}, h.number::text as "headNumber", encode(h.hash, 'hex') as "headHash"
     from (select * from core.audit where number is null and id >= $1 order by id limit ${limit}) a
     left join core.audit_heads h on h.tenant_id = a.tenant_id order by a.id`,
    [from],
  );

/** Two sealers can't give a number twice (unique audit_chain); the caller rolls back unless all rows were still there. */
export const sealRows = (
  rows: readonly Pick<SealedRow, 'tenantId' | 'id' | 'number' | 'hash'>[],
  heads: readonly Pick<SealedRow, 'tenantId' | 'number' | 'hash'>[],
): Statement<{ sealed: number }> => {
  const bytes = ({ hash }: { hash: string }): Buffer => Buffer.from(hash, 'hex');
  return statement(
    `with sealed as (
       update core.audit a set number = r.number, hash = r.hash
       from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::bytea[]) as r (tenant_id, id, number, hash)
       where a.tenant_id = r.tenant_id and a.id = r.id and a.number is null returning 1
     ), heads as (
       insert into core.audit_heads as h (tenant_id, number, hash)
       select * from unnest($5::uuid[], $6::bigint[], $7::bytea[])
       on conflict (tenant_id) do update set number = excluded.number, hash = excluded.hash
     )
     select count(*) as sealed from sealed`,
    [
      rows.map(({ tenantId }) => tenantId),
      rows.map(({ id }) => id),
      rows.map(({ number }) => number),
      rows.map(bytes),
      heads.map(({ tenantId }) => tenantId),
      heads.map(({ number }) => number),
      heads.map(bytes),
    ],
  );
};

/** Counts stop here, so that looking at a long backlog doesn't make it longer. */
const COUNT_LIMIT = 100_000;

export interface SealStats {
  readonly unsealed: number;
  readonly oldestUnsealedSeconds: number;
}

const sealStatsStatement = statement<SealStats>(
  `with waiting as materialized (select at from core.audit where number is null limit ${COUNT_LIMIT})
   select count(*) as unsealed,
     coalesce(greatest(0, extract(epoch from clock_timestamp() - min(at))), 0)::float8 as "oldestUnsealedSeconds"
   from waiting`,
);

/** For metrics and the console; `pool` is role relay's. */
export async function sealStats(pool: Pool): Promise<SealStats> {
  const [[stats]] = await pool.batch([sealStatsStatement]);
  return stats!;
}
