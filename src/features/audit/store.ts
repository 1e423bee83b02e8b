import type { SealedRow } from '#core/audit-chain.ts';
import type { Statement } from '#core/db.ts';
import { momentOf, SEALED_COLUMNS } from '#platform/db/audit.ts';
import type { TimelineSource } from '#core/timeline.ts';
import { statement } from '#platform/db/statement.ts';
import type { Checkpoint, EntryRow } from './schema.ts';

export interface AuditFilter {
  readonly actor?: string | undefined;
  readonly actorKind?: string | undefined;
  readonly action?: string | undefined;
  readonly operation?: string | undefined;
  readonly target?: string | undefined;
  readonly requestId?: string | undefined;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

const CONDITIONS: Readonly<Record<keyof AuditFilter, string>> = {
  actor: 'actor_id =',
  actorKind: 'actor_kind =',
  action: 'action =',
  operation: 'operation =',
  target: 'target =',
  requestId: 'request_id =',
  since: 'at >=',
  until: 'at <',
};

/**
 * What an act cost. Beside the sealed row and no part of it: it's a measure for bills and budgets that goes after a year,
 * while the chain stays for ever, and whoever falsifies it changes nothing of who did what.
 */
const COST = `(select json_build_object('requests', c.requests, 'ms', round(c.engine_ms::numeric, 1), 'bytesOut', c.bytes_out,
    'bytesIn', c.bytes_in, 'outcome', c.outcome)
  from core.engine_calls c where c.tenant_id = a.tenant_id and c.id = a.id)`;

/** Newest first. In SQL: the builder has no JSON objects without a module that every process would have to load. */
export function listAudit(filter: AuditFilter, after: string | null, rows: number): Statement<EntryRow> {
  const values: unknown[] = [];
  const bind = (value: unknown): string => `$${values.push(value)}`;
  const conditions = (Object.keys(CONDITIONS) as (keyof AuditFilter)[])
    .filter((name) => filter[name] !== undefined)
    .map((name) => `${CONDITIONS[name]} ${bind(filter[name])}`);
  if (after !== null) conditions.push(`id < ${bind(after)}`);
  return statement(
    `select id, ${momentOf('MS')} as at, json_build_object('kind', actor_kind, 'id', actor_id, 'name', actor_name) as actor,
       action, operation, target, request_id as "requestId", ${COST} as cost
     from core.audit a where ${conditions.join(' and ') || 'true'} order by id desc limit ${bind(rows)}`,
    values,
  );
}

export interface ChainState {
  readonly headNumber: string | null;
  readonly headHash: string | null;
  /** A row beyond the end of the chain. */
  readonly beyondNumber: string | null;
  readonly beyondId: string | null;
  /** Of the rows without a seal; counted up to a bound. */
  readonly unsealed: number;
  /** Unix time in seconds. */
  readonly oldest: number | null;
}

const MAX_UNSEALED = 10_000;

/** One statement, so that the sealer is either behind all of it or before. */
export const chainState: Statement<ChainState> = statement(
  `with head as (select number, hash from core.audit_heads where tenant_id = core.tenant_id()),
   beyond as (select number, id from core.audit where tenant_id = core.tenant_id()
     and number > coalesce((select number from head), 0) order by number limit 1),
   unsealed as materialized (
     select at from core.audit where tenant_id = core.tenant_id() and number is null limit ${MAX_UNSEALED})
   select (select number::text from head) as "headNumber", (select encode(hash, 'hex') from head) as "headHash",
     (select number::text from beyond) as "beyondNumber", (select id from beyond) as "beyondId",
     (select count(*) from unsealed)::int as unsealed, (select extract(epoch from min(at))::float8 from unsealed) as oldest`,
);

/** The chain in its order, from a number on. */
export const sealedRows = (from: bigint, to: bigint, limit: number): Statement<SealedRow> =>
  statement(
    `select ${SEALED_COLUMNS} from core.audit a
     where a.tenant_id = core.tenant_id() and a.number between $1::bigint and $2::bigint order by a.number limit $3`,
    [String(from), String(to), limit],
  );

export const sealOf = (number: bigint): Statement<{ id: string; hash: string }> =>
  statement(
    `select id, encode(hash, 'hex') as hash from core.audit where tenant_id = core.tenant_id() and number = $1::bigint`,
    [String(number)],
  );

export const findHead: Statement<{ number: number; hash: string }> = statement(
  `select number, encode(hash, 'hex') as hash from core.audit_heads where tenant_id = core.tenant_id()`,
);

export const insertCheckpoint = ({ id, number, hash, at, token }: Checkpoint): Statement =>
  statement(`insert into core.audit_checkpoints (id, number, hash, at, token) values ($1, $2, $3, $4, $5)`, [
    id,
    number,
    Buffer.from(hash, 'hex'),
    at,
    token,
  ]);

export const listCheckpoints = (after: string | null, rows: number): Statement<Checkpoint> =>
  statement(
    `select id, number, encode(hash, 'hex') as hash, at, token from core.audit_checkpoints
     where $1::uuid is null or id < $1 order by id desc limit $2`,
    [after, rows],
  );

/** The newest. */
export const lastCheckpoint: Statement<{ number: number; token: string }> = statement(
  'select number, token from core.audit_checkpoints order by id desc limit 1',
);

/** There is no index by target, which each write would pay for: a timeline looks through this many of the newest acts. */
const LOOK_THROUGH = 20_000;

/** A damaged row is audit.list's to show. */
const SOUND = `at between '0001-01-01T00:00:00Z' and '9999-12-31T23:59:59.999999Z' and id::text ~ '^.{14}[1-8].{4}[89ab]'`;

export const auditEntries: TimelineSource['entries'] = ({ ids }, before, limit) =>
  statement(
    `select at, id, action as kind, json_build_object('operation', operation, 'actor', actor_name) as data
     from (select * from core.audit order by id desc limit ${LOOK_THROUGH}) a
     where target = any ($1::text[]) and ${SOUND} and ($2::timestamptz is null or (at, id) < ($2, $3::uuid))
     order by at desc, id desc limit $4`,
    [ids, before?.at, before?.id, limit],
  );
