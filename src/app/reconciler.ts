import type { Clock } from '#core/clock.ts';
import type { Log } from '#core/context.ts';
import type { EngineDefinition } from '#core/engine.ts';
import { startReconciler } from '#features/engines/index.ts';
import { hookUrl } from '#features/hooks/index.ts';
import { actInside } from '#kernel/inside.ts';
import { createNotifier } from '#kernel/notifier.ts';
import type { EngineWay } from '#kernel/outside.ts';
import { enteredTenant } from '#platform/db/outbox.ts';
import type { Pool } from '#platform/db/pool.ts';
import { enter } from '#platform/db/records.ts';
import type { LeasedLoop } from '#platform/leased.ts';

const CREDENTIAL = { kind: 'engines', id: null } as const;

export interface EngineReconcilerOptions {
  readonly pools: { readonly app: Pool; readonly relay: Pool };
  readonly engines: readonly EngineDefinition[];
  readonly way: EngineWay;
  readonly publicUrl: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Shorter for tests. */
  readonly pollMs?: number;
  readonly lookMs?: number;
  readonly atATime?: number;
}

/** Sets engines up for companies in this process, beside its jobs. */
export function startEngines(options: EngineReconcilerOptions): LeasedLoop {
  const { pools, way, clock, log, ...rest } = options;
  const afterEvents = createNotifier(pools.app);
  return startReconciler({
    ...rest,
    ...way,
    pool: pools.app,
    relay: pools.relay,
    clock,
    log,
    hookUrl: hookUrl({ secrets: way.secrets, publicUrl: options.publicUrl }),
    inside: async ({ tenantId, requestId, signal }, work) => {
      const [, [tenant]] = await pools.app.batch([enter(tenantId, CREDENTIAL), enteredTenant]);
      if (!tenant) return;
      const insider = { pool: pools.app, clock, log, capability: () => undefined, afterEvents };
      const place = { tenant, label: 'engines.converge', requestId, signal, credential: CREDENTIAL };
      await actInside(insider, place, work);
    },
  });
}
