import type { Actor } from '#core/actor.ts';
import type { Capabilities, CapabilityName } from '#core/capabilities.ts';
import type { Clock } from '#core/clock.ts';
import type { Ctx, Log } from '#core/context.ts';
import { AppError } from '#core/errors.ts';
import { enteredTenant } from '#platform/db/outbox.ts';
import type { Pool } from '#platform/db/pool.ts';
import { enter } from '#platform/db/records.ts';
import { jobDb, JOB_CREDENTIAL } from './job-db.ts';

/** Of one piece of work, which only touches the database. */
const WORK_LIMIT_MS = 10_000;

interface InletOptions {
  readonly pools: { readonly app: Pool; readonly identity: Pool };
  readonly clock: Clock;
  readonly log: Log;
  readonly capability: <N extends CapabilityName>(name: N) => Capabilities[N] | undefined;
  readonly afterEvents: () => void;
}

interface Place {
  readonly tenantId: string;
  readonly realm?: 'identity';
  /** As it stands in the audit, e.g. `whatsapp.webhook`. */
  readonly label: string;
  readonly requestId: string;
}

/** Lets something in from outside. False when the tenant is suspended or gone: then nothing was done. */
export type Inlet = (place: Place, work: (ctx: Ctx) => Promise<void>) => Promise<boolean>;

/**
 * For what no caller asks for, but a provider's signed webhook brings: it acts in a tenant as jobs do, with an audit
 * row per write. Whoever uses it has checked the signature.
 */
export function createInlet({ pools, clock, log, capability, afterEvents }: InletOptions): Inlet {
  return async ({ tenantId, realm, label, requestId }, work) => {
    const pool = realm ? pools.identity : pools.app;
    let tenant;
    try {
      [, [tenant]] = await pool.batch([enter(tenantId, JOB_CREDENTIAL), enteredTenant]);
    } catch (error) {
      if (error instanceof AppError && ['tenant_suspended', 'unauthenticated'].includes(error.code))
        return false;
      throw error;
    }
    if (!tenant) return false;
    const actor: Actor = {
      kind: 'job',
      id: null,
      label,
      tenant,
      scopes: new Set(),
      credential: JOB_CREDENTIAL,
      expiresAt: null,
    };
    const { db, emit, flush, emitted } = jobDb({ pool, clock, actor, tenantId, requestId });
    try {
      await work({
        actor,
        client: { network: '', agent: null, language: 'es' },
        tenant,
        db,
        emit,
        engine: capability,
        ifVersion: undefined,
        clock,
        log,
        signal: AbortSignal.timeout(WORK_LIMIT_MS),
      });
      await flush();
    } finally {
      if (emitted()) afterEvents();
    }
    return true;
  };
}
