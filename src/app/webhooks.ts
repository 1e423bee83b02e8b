import type { Clock } from '#core/clock.ts';
import type { Log } from '#core/context.ts';
import { disableEndpoint, startDispatcher, type Dispatcher } from '#features/webhooks/index.ts';
import type { WebhookParts } from '#features/webhooks/index.ts';
import { createInlet } from '#kernel/inlet.ts';
import { createNotifier } from '#kernel/notifier.ts';
import type { Pool } from '#platform/db/pool.ts';
import { createPoster } from '#platform/http.ts';
import { createSealer } from '#platform/seal.ts';
import { EVENTS } from './events.ts';

/** What webhooks need of a process. `development` allows addresses of this very machine. */
export const webhookParts = (secret: Buffer, development: boolean): WebhookParts => ({
  sealer: createSealer(secret, 'webhook secret'),
  poster: createPoster({ loopback: development }),
  events: EVENTS,
});

export interface WebhookSenderOptions {
  readonly pools: { readonly app: Pool; readonly identity: Pool; readonly relay: Pool };
  readonly secret: Buffer;
  readonly development: boolean;
  readonly clock: Clock;
  readonly log: Log;
  readonly observe?: (result: string, seconds: number) => void;
  /** Shorter for tests. */
  readonly timing?: {
    readonly pollMs?: number;
    readonly restMs?: number;
    readonly stopMs?: number;
    readonly timeoutMs?: number;
  };
}

/** Sends webhooks in this process, beside its jobs. */
export function startWebhooks(options: WebhookSenderOptions): Dispatcher {
  const { pools, secret, development, clock, log, observe, timing } = options;
  const { sealer, events } = webhookParts(secret, development);
  const inlet = createInlet({
    pools,
    clock,
    log,
    capability: () => undefined,
    afterEvents: createNotifier(pools.app),
  });
  return startDispatcher({
    pool: pools.app,
    relay: pools.relay,
    poster: createPoster({
      loopback: development,
      ...(timing?.timeoutMs !== undefined && { timeoutMs: timing.timeoutMs }),
    }),
    sealer,
    events,
    clock,
    log,
    disable: async ({ tenantId, endpointId }, reason) => {
      const place = { tenantId, label: 'webhooks.deliver', requestId: `webhook-${endpointId}` };
      await inlet(place, (ctx) => disableEndpoint(ctx, endpointId, reason));
    },
    observe,
    ...timing,
  });
}
