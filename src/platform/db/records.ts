import type { Actor, Credential } from '#core/actor.ts';
import type { Statement } from '#core/db.ts';
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

export const insertAudit = (entry: AuditEntry): Statement =>
  statement(
    `insert into core.audit (tenant_id, id, at, actor_kind, actor_id, actor_name, action, operation, target, request_id)
     values (coalesce($10::uuid, core.tenant_id()), $1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      entry.id,
      entry.at,
      entry.actor.kind,
      entry.actor.id,
      entry.actor.label,
      entry.action,
      entry.operation,
      entry.target,
      entry.requestId,
      entry.tenantId ?? null,
    ],
  );

export interface PendingEvent {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly data: unknown;
  readonly occurredAt: Date;
  readonly tenantId?: string;
}

export const insertEvent = (event: PendingEvent): Statement =>
  statement(
    `insert into core.events (tenant_id, id, name, version, data, occurred_at)
     values (coalesce($6::uuid, core.tenant_id()), $1, $2, $3, $4, $5)`,
    [
      event.id,
      event.name,
      event.version,
      JSON.stringify(event.data),
      event.occurredAt,
      event.tenantId ?? null,
    ],
  );

/** Tells the relay, after commit: inside the transaction NOTIFY would serialise all commits. */
export const notifyRelay = statement(`select pg_notify('smarteros_events', '')`);

export interface IdempotencyClaim {
  readonly actor: string;
  readonly key: string;
  readonly operation: string;
  /** SHA-256 of operation and input. */
  readonly request: Buffer;
}

export const IDEMPOTENCY_KEY_CONSTRAINT = 'idempotency_pkey';

/** Fails with that constraint when the key is in use; waits (lock_timeout) while another holds it uncommitted. */
export const claimKey = (claim: IdempotencyClaim, answer: string | null, now: Date): Statement =>
  statement(
    'insert into core.idempotency (actor, key, operation, request, answer, created_at) values ($1, $2, $3, $4, $5, $6)',
    [claim.actor, claim.key, claim.operation, claim.request, answer, now],
  );

export const storeAnswer = (claim: IdempotencyClaim, answer: string): Statement =>
  statement('update core.idempotency set answer = $3 where actor = $1 and key = $2', [
    claim.actor,
    claim.key,
    answer,
  ]);

export const findAnswer = (
  claim: IdempotencyClaim,
): Statement<{ same: boolean; answer: string | null; created_at: string }> =>
  statement(
    'select request = $3 as same, answer, created_at from core.idempotency where actor = $1 and key = $2',
    [claim.actor, claim.key, claim.request],
  );

export const dropKeysBefore = (before: Date): Statement =>
  statement('delete from core.idempotency where created_at < $1', [before]);

/** Touches no table: tells whether the database answers. */
export const ping = statement('select 1');
