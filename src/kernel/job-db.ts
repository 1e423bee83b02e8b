import type { Actor, Credential } from '#core/actor.ts';
import type { Clock } from '#core/clock.ts';
import type { Ctx } from '#core/context.ts';
import type { Db } from '#core/db.ts';
import type { Pool } from '#platform/db/pool.ts';
import type { PendingEvent, Records } from '#platform/db/records.ts';
import { framedDb } from './database.ts';
import { targetOf, toPending } from './render.ts';

export const JOB_CREDENTIAL: Credential = { kind: 'job', id: null };

export interface JobDb {
  readonly db: Db;
  readonly emit: Ctx['emit'];
  /** Writes events that no later write took along, e.g. those emitted after a call of an engine. */
  readonly flush: () => Promise<void>;
  /** True once events were handed to a write. */
  readonly emitted: () => boolean;
}

/** A job's database: any number of calls, each write a transaction with its audit row and the events before it. */
export function jobDb(options: {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly actor: Actor;
  readonly tenantId: string;
  readonly requestId: string;
}): JobDb {
  const { pool, clock, actor, tenantId, requestId } = options;
  let pending: PendingEvent[] = [];
  let emitted = false;

  function records(answer: unknown): Pick<Records, 'audits' | 'events'> {
    const events = pending;
    pending = [];
    emitted ||= events.length > 0;
    const audit = {
      id: clock.id(),
      at: clock.now(),
      actor,
      action: `job.${actor.label}`,
      operation: actor.label,
      target: targetOf(answer),
      requestId,
    };
    return { audits: [audit], events };
  }

  const db = framedDb({
    pool,
    tenantId,
    credential: actor.credential,
    dryRun: false,
    claim: undefined,
    now: clock.now(),
    severalWrites: true,
    render: () => ({ text: '', stored: '' }),
    records,
  });
  return {
    db,
    emit: (event, data) => void pending.push(toPending(event, data, clock.id(), clock.now())),
    flush: async () => {
      if (pending.length > 0) await db.batch([], null);
    },
    emitted: () => emitted,
  };
}
