import type { Clock } from '#core/clock.ts';
import type { Log } from '#core/context.ts';
import type { EngineDefinition } from '#core/engine.ts';
import { startContactSync } from '#features/contact-sync/index.ts';
import type { LeasedLoop } from '#platform/leased.ts';
import { actInside } from '#kernel/inside.ts';
import { JOB_CREDENTIAL } from '#kernel/job-db.ts';
import { createNotifier } from '#kernel/notifier.ts';
import type { EngineWay } from '#kernel/outside.ts';
import { enteredTenant } from '#platform/db/outbox.ts';
import type { Pool } from '#platform/db/pool.ts';
import { enter } from '#platform/db/records.ts';

export interface ContactSyncParts {
  readonly pools: { readonly app: Pool; readonly relay: Pool };
  readonly engines: readonly EngineDefinition[];
  readonly way: EngineWay;
  readonly clock: Clock;
  readonly log: Log;
  /** Shorter for tests. */
  readonly pollMs?: number;
}

/** Keeps contacts the same here and in engines in this process, beside its jobs. */
export function keepContacts({ pools, way, ...rest }: ContactSyncParts): LeasedLoop {
  const { clock, log } = rest;
  const afterEvents = createNotifier(pools.app);
  return startContactSync({
    ...rest,
    ...way,
    pool: pools.app,
    relay: pools.relay,
    inside: async ({ tenantId, ...place }, work) => {
      const [, [tenant]] = await pools.app.batch([enter(tenantId, JOB_CREDENTIAL), enteredTenant]);
      if (!tenant) return;
      const insider = { pool: pools.app, clock, log, capability: () => undefined, afterEvents };
      await actInside(insider, { tenant, ...place }, work);
    },
  });
}
