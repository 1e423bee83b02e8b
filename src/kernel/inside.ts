import type { Actor, TenantRef } from '#core/actor.ts';
import type { Capabilities, CapabilityName } from '#core/capabilities.ts';
import type { Clock } from '#core/clock.ts';
import type { Ctx, Log } from '#core/context.ts';
import type { Pool } from '#platform/db/pool.ts';
import { jobDb, JOB_CREDENTIAL } from './job-db.ts';

/** What acts in a tenant without a caller: jobs, and webhooks of providers. */
export interface Insider {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly log: Log;
  readonly capability: <N extends CapabilityName>(name: N) => Capabilities[N] | undefined;
  readonly afterEvents: () => void;
}

/** Runs `work` in the tenant: any number of writes, each with its audit row in the name of `label`. */
export async function actInside(
  { pool, clock, log, capability, afterEvents }: Insider,
  place: { tenant: TenantRef; label: string; requestId: string; signal: AbortSignal },
  work: (ctx: Ctx) => Promise<void>,
): Promise<void> {
  const { tenant, label, requestId, signal } = place;
  const actor: Actor = {
    kind: 'job',
    id: null,
    label,
    tenant,
    scopes: new Set(),
    credential: JOB_CREDENTIAL,
    expiresAt: null,
  };
  const { db, emit, flush, emitted } = jobDb({ pool, clock, actor, tenantId: tenant.id, requestId });
  const ctx: Ctx = {
    actor,
    client: { network: '', agent: null, language: 'es' },
    tenant,
    db,
    emit,
    engine: capability,
    ifVersion: undefined,
    clock,
    log,
    signal,
  };
  try {
    await work(ctx);
    await flush();
  } finally {
    if (emitted()) afterEvents();
  }
}
