import { hash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Actor, Credential } from '#core/actor.ts';
import { AppError } from '#core/errors.ts';
import { monotonic } from '#platform/clock.ts';
import { ConstraintError, LockTimeout } from '#platform/db/errors.ts';
import type { Pool } from '#platform/db/pool.ts';
import {
  dropKeysBefore,
  enter,
  findAnswer,
  IDEMPOTENCY_KEY_CONSTRAINT,
  type IdempotencyClaim,
} from '#platform/db/records.ts';

/** How long an answer is kept for repeats. */
export const KEPT_MS = 24 * 3600 * 1000;
const RETRY_SECONDS = 1;
/** How long a repeat waits for the first to end: what an engine is asked has no lock to wait for. */
const PATIENCE_MS = 2_000;
const LOOK_MS = 50;
/** No call of an engine lasts as long: whoever made it has died. */
const LONGEST_CALL_MS = 120_000;

/** JSON with sorted keys: the same input gives the same text however it was written. */
function canonical(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  const fields = value as Record<string, unknown>;
  const names = Object.keys(fields).toSorted();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonical(fields[name])}`).join()}}`;
}

/** Strangers share no keys: one network's can neither spoil nor read what another's was answered. */
const ownerOf = ({ kind, id }: Actor, network: string): string =>
  kind === 'anonymous' ? `anonymous:${network}` : `${kind}:${id}`;

export function claimOf(
  { actor, network }: { actor: Actor; network: string },
  key: string,
  operation: string,
  input: unknown,
): IdempotencyClaim {
  const request = hash('sha256', `${operation}\0${canonical(input)}`, 'buffer');
  return { actor: ownerOf(actor, network), key, operation, request };
}

export const isKeyInUse = (error: unknown): boolean =>
  error instanceof ConstraintError && error.constraint === IDEMPOTENCY_KEY_CONSTRAINT;

/**
 * What to answer when the key is in use: the stored answer, or null when the key was old and is free again.
 * @throws AppError idempotency_key_reused (another request), idempotency_in_progress, engine_outcome_unknown
 */
export async function storedAnswer(
  pool: Pool,
  at: { tenantId: string; credential: Credential; now: Date },
  claim: IdempotencyClaim,
  began = monotonic(),
): Promise<string | null> {
  const door = enter(at.tenantId, at.credential);
  const [, [row]] = await pool.batch([door, findAnswer(claim)]);
  const oldest = new Date(at.now.getTime() - KEPT_MS);
  if (!row || new Date(row.created_at) < oldest) {
    await pool.batch([door, dropKeysBefore(oldest)]);
    return null;
  }
  if (!row.same) throw new AppError('idempotency_key_reused');
  if (row.answer !== null) return row.answer;
  const age = at.now.getTime() - new Date(row.created_at).getTime();
  if (row.outcome_unknown || age > LONGEST_CALL_MS) throw new AppError('engine_outcome_unknown');
  if (monotonic() - began > PATIENCE_MS) throw inProgress();
  await sleep(LOOK_MS);
  return storedAnswer(pool, at, claim, began);
}

export const inProgress = (cause?: unknown): AppError =>
  new AppError('idempotency_in_progress', { retryAfterSeconds: RETRY_SECONDS, cause });

export const busy = (error: LockTimeout): AppError =>
  new AppError('unavailable', { retryAfterSeconds: RETRY_SECONDS, cause: error });
