import type { Ctx } from '#core/context.ts';
import { AppError } from '#core/errors.ts';
import { enteredTenant } from '#platform/db/outbox.ts';
import type { Pool } from '#platform/db/pool.ts';
import { enter } from '#platform/db/records.ts';
import { actInside, type Insider } from './inside.ts';
import { JOB_CREDENTIAL } from './job-db.ts';

/** Of one piece of work, which only touches the database. */
const WORK_LIMIT_MS = 10_000;

export interface InletOptions extends Omit<Insider, 'pool'> {
  readonly pools: { readonly app: Pool; readonly identity: Pool };
}

interface Place {
  readonly tenantId: string;
  readonly realm?: 'identity';
  /** As it stands in the audit, e.g. `whatsapp.webhook`. */
  readonly label: string;
  readonly requestId: string;
}

/** Lets something in from outside. False when the tenant is suspended or gone: then nothing was done. */
type Inlet = (place: Place, work: (ctx: Ctx) => Promise<void>) => Promise<boolean>;

/**
 * For what no caller asks for, but a provider's signed webhook brings: it acts in a tenant as jobs do. Whoever uses it
 * has checked the signature.
 */
export function createInlet({ pools, ...rest }: InletOptions): Inlet {
  return async ({ tenantId, realm, label, requestId }, work) => {
    const pool = realm ? pools.identity : pools.app;
    try {
      const [, [tenant]] = await pool.batch([enter(tenantId, JOB_CREDENTIAL), enteredTenant]);
      if (!tenant) return false;
      const signal = AbortSignal.timeout(WORK_LIMIT_MS);
      await actInside({ ...rest, pool }, { tenant, label, requestId, signal }, work);
      return true;
    } catch (error) {
      // It may also be suspended in the middle: then the rest doesn't happen either.
      const refused =
        error instanceof AppError && ['tenant_suspended', 'unauthenticated'].includes(error.code);
      if (refused) return false;
      throw error;
    }
  };
}
