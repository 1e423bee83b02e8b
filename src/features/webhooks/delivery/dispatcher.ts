import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '#core/errors.ts';
import type { Log } from '#core/context.ts';
import { createBell } from '#platform/bell.ts';
import type { Pool } from '#platform/db/pool.ts';
import { serveEndpoint, type RunnerOptions } from './runner.ts';
import { leaseEndpoints, releaseEndpoint, unhurried, type Lease } from './store.ts';

/** How late a message can be when nobody said that there is one: retries, and events that another process published. */
const POLL_MS = 500;
/** Endpoints that one process serves at a time, and those of one company among them: silent ones take no connection. */
const MAX_ENDPOINTS = 64;
const MAX_PER_TENANT = 8;
/** A busy endpoint is taken up once in so long, with all that came meanwhile: that costs a tenth of one by one. */
const REST_MS = 1_000;
const MS_PER_SECOND = 1_000;
/** After trouble with the database. */
const RETRY_MS = 1_000;
/** How long a stopping process waits for answers; what hasn't come by then is sent again by the next. */
const STOP_MS = 5_000;
/** Of a company that may come back, or is gone: nothing to report. */
const QUIET: ReadonlySet<string> = new Set(['tenant_suspended', 'tenant_closing', 'unauthenticated']);

export interface DispatcherOptions extends Omit<RunnerOptions, 'worker' | 'crowded' | 'leave' | 'cut'> {
  /** Role relay's: looks for endpoints of all companies. `pool` is role app's. */
  readonly relay: Pool;
  readonly log: Log;
  readonly restMs?: number;
  readonly pollMs?: number;
  readonly stopMs?: number;
}

export interface Dispatcher {
  /** Says that events were published. */
  readonly wake: () => void;
  stop(): Promise<void>;
}

/**
 * Sends webhooks. It leases endpoints, and one process serves an endpoint at a time: so their order is kept, nothing
 * goes out twice while all is well, and one that is slow keeps nobody but itself waiting (docs/decisions/0016).
 */
export function startDispatcher(options: DispatcherOptions): Dispatcher {
  const { relay, log, clock, restMs = REST_MS, pollMs = POLL_MS, stopMs = STOP_MS } = options;
  const worker = clock.id();
  const running = new Map<string, { lease: Lease; ended: Promise<void> }>();
  const leave = new AbortController();
  const cut = new AbortController();
  let full = false;
  const bell = createBell();

  async function serve(lease: Lease): Promise<void> {
    const fields = { tenantId: lease.tenantId, endpointId: lease.endpointId };
    try {
      await serveEndpoint(lease, {
        ...options,
        worker,
        crowded: () => full,
        leave: leave.signal,
        cut: cut.signal,
      });
    } catch (error) {
      if (!(error instanceof AppError && QUIET.has(error.code)))
        log.warn({ ...fields, err: error }, 'webhooks of an endpoint were interrupted');
    }
    await relay
      .batch([unhurried, releaseEndpoint(worker, lease)])
      .catch((error: unknown) =>
        log.warn({ ...fields, err: error }, 'a lease runs on until it ends by itself'),
      );
  }

  async function look(): Promise<void> {
    const room = MAX_ENDPOINTS - running.size;
    full = room <= 0;
    if (full) return;
    const counts = Map.groupBy(running.values(), ({ lease }) => lease.tenantId);
    const crowded = [...counts].filter(([, all]) => all.length >= MAX_PER_TENANT).map(([id]) => id);
    const [, found] = await relay.batch([
      unhurried,
      leaseEndpoints(worker, clock.now(), room, crowded, restMs / MS_PER_SECOND),
    ]);
    for (const lease of found) {
      const ended = serve(lease).finally(() => {
        running.delete(lease.endpointId);
        bell.ring();
      });
      running.set(lease.endpointId, { lease, ended });
    }
  }

  async function loop(): Promise<void> {
    while (!leave.signal.aborted) {
      let pauseMs = pollMs;
      try {
        await look();
      } catch (error) {
        log.warn({ err: error }, 'webhooks wait for the database');
        pauseMs = RETRY_MS;
      }
      if (!leave.signal.aborted) await bell.wait(pauseMs);
    }
  }

  const ended = loop();
  let stopped: Promise<void> | undefined;
  return {
    wake: bell.ring,
    stop: () =>
      (stopped ??= (async () => {
        leave.abort();
        bell.ring();
        await ended;
        const all = Promise.all([...running.values()].map((one) => one.ended));
        const limit = new AbortController();
        await Promise.race([all, sleep(stopMs, undefined, { signal: limit.signal })]);
        limit.abort();
        cut.abort();
        await all;
        await options.poster.close();
      })()),
  };
}
