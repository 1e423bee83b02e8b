import type { Actor, Credential } from '#core/actor.ts';
import type { Statement } from '#core/db.ts';
import { traceparent } from '#platform/tracing.ts';
import { statement } from './statement.ts';

/** The rows that the kernel itself reads and writes around an operation. tenant_id comes from core.enter. */

export const enter = (tenantId: string, credential: Credential): Statement =>
  statement('select core.enter($1, $2, $3)', [tenantId, credential.kind, credential.id]);

export const begin = statement('begin');
export const commit = statement('commit');
export const rollback = statement('rollback');

export interface AuditEntry {
  readonly id: string;
  readonly at: Date;
  readonly actor: Actor;
  readonly action: string;
  readonly operation: string;
  readonly target: string | null;
  readonly requestId: string;
  /** Another tenant than the transaction's: the operator's acts stand in the tenant's own audit as well. */
  readonly tenantId?: string;
}

export interface PendingEvent {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly data: unknown;
  readonly occurredAt: Date;
  readonly tenantId?: string;
}

export interface IdempotencyClaim {
  readonly actor: string;
  readonly key: string;
  readonly operation: string;
  /** SHA-256 of operation and input. */
  readonly request: Buffer;
}

export const IDEMPOTENCY_KEY_CONSTRAINT = 'idempotency_pkey';

/** What is written around an act. */
export interface Records {
  readonly audits: readonly AuditEntry[];
  readonly events: readonly PendingEvent[];
  /** With the answer for repeats; null when the act itself is still to come in this transaction. */
  readonly claim?:
    | { readonly of: IdempotencyClaim; readonly answer: string | null; readonly now: Date }
    | undefined;
}

const TABLES = {
  c: 'core.idempotency (tenant_id, actor, key, operation, request, answer, created_at)',
  e: 'core.events (tenant_id, id, name, version, data, occurred_at, trace)',
  a: 'core.audit (tenant_id, id, at, actor_kind, actor_id, actor_name, action, operation, target, request_id)',
};

/** From here on events travel as five arrays: an import writes hundreds in one transaction. */
const MANY_EVENTS = 9;
const MANY = 'm';

/** A row of one of the tables (or many events); without a tenant it is the transaction's. */
interface RecordRow {
  readonly table: keyof typeof TABLES | typeof MANY;
  readonly tenantId?: string | undefined;
  readonly fields: readonly unknown[];
}

const fieldsOf = ({ actor, ...one }: AuditEntry): unknown[] => [
  one.id,
  one.at,
  actor.kind,
  actor.id,
  actor.label,
  one.action,
  one.operation,
  one.target,
  one.requestId,
];

/** By shape, e.g. `c e a`: the text of a hot statement is made once, and its hash with it. */
const texts = new Map<string, string>();

function textOf(rows: readonly RecordRow[]): string {
  let count = 0;
  const next = (): string => `$${(count += 1)}`;
  const inserts = rows.map(({ table, tenantId, fields }) => {
    if (table === MANY) {
      const trace = next();
      return `insert into ${TABLES.e}
        select core.tenant_id(), t.id, t.name, t.version, t.data::json, t.at, ${trace}
        from unnest(${next()}::uuid[], ${next()}::text[], ${next()}::int[], ${next()}::text[], ${next()}::timestamptz[])
          with ordinality as t (id, name, version, data, at, n) order by n`;
    }
    const tenant = tenantId === undefined ? 'core.tenant_id()' : `${next()}::uuid`;
    return `insert into ${TABLES[table]} values (${[tenant, ...fields.map(next)].join(', ')})`;
  });
  const first = inserts.slice(0, -1).map((insert, i) => `r${i} as (${insert})`);
  return `${first.length > 0 ? `with ${first.join(', ')} ` : ''}${inserts.at(-1)!}`;
}

/**
 * All of it in one statement: as three, it would cost PostgreSQL a quarter more. Fails with IDEMPOTENCY_KEY_CONSTRAINT
 * when the key is in use; waits (lock_timeout) while another holds it uncommitted.
 */
export function record({ audits, events, claim }: Records): Statement {
  const rows: RecordRow[] = [];
  if (claim) {
    const { actor, key, operation, request } = claim.of;
    rows.push({ table: 'c', fields: [actor, key, operation, request, claim.answer, claim.now] });
  }
  const trace = events.length > 0 ? (traceparent() ?? null) : null;
  if (events.length >= MANY_EVENTS && events.every(({ tenantId }) => tenantId === undefined)) {
    rows.push({
      table: MANY,
      fields: [
        trace,
        events.map(({ id }) => id),
        events.map(({ name }) => name),
        events.map(({ version }) => version),
        events.map(({ data }) => JSON.stringify(data)),
        events.map(({ occurredAt }) => occurredAt),
      ],
    });
  } else {
    for (const { tenantId, id, name, version, data, occurredAt } of events) {
      rows.push({
        table: 'e',
        tenantId,
        fields: [id, name, version, JSON.stringify(data), occurredAt, trace],
      });
    }
  }
  for (const entry of audits) rows.push({ table: 'a', tenantId: entry.tenantId, fields: fieldsOf(entry) });
  const shape = rows.map(({ table, tenantId }) => (tenantId === undefined ? table : `${table}*`)).join(' ');
  let text = texts.get(shape);
  if (text === undefined) texts.set(shape, (text = textOf(rows)));
  const values = rows.flatMap(({ tenantId, fields }) =>
    tenantId === undefined ? fields : [tenantId, ...fields],
  );
  return statement(text, values);
}

/** Tells the relay, after commit: inside the transaction NOTIFY would serialise all commits. */
export const notifyRelay = statement(`select pg_notify('smarteros_events', '')`);

export const storeAnswer = (claim: IdempotencyClaim, answer: string): Statement =>
  statement('update core.idempotency set answer = $3 where actor = $1 and key = $2', [
    claim.actor,
    claim.key,
    answer,
  ]);

/** Nobody knows whether it was done. */
export const loseOutcome = (claim: IdempotencyClaim): Statement =>
  statement('update core.idempotency set outcome_unknown = true where actor = $1 and key = $2', [
    claim.actor,
    claim.key,
  ]);

export const dropClaim = (claim: IdempotencyClaim): Statement =>
  statement('delete from core.idempotency where actor = $1 and key = $2', [claim.actor, claim.key]);

export const findAnswer = (
  claim: IdempotencyClaim,
): Statement<{ same: boolean; answer: string | null; created_at: string; outcome_unknown: boolean }> =>
  statement(
    `select request = $3 as same, answer, created_at, outcome_unknown from core.idempotency
     where actor = $1 and key = $2`,
    [claim.actor, claim.key, claim.request],
  );

export const dropKeysBefore = (before: Date): Statement =>
  statement('delete from core.idempotency where created_at < $1', [before]);

/** Touches no table: tells whether the database answers. */
export const ping = statement('select 1');
