import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '#core/clock.ts';
import type { Ctx, Log } from '#core/context.ts';
import type { EngineDefinition } from '#core/engine.ts';
import { AppError } from '#core/errors.ts';
import { createBell } from '#platform/bell.ts';
import { monotonic } from '#platform/clock.ts';
import type { Pool } from '#platform/db/pool.ts';
import { NAMES } from './names.ts';
import { keepLease, leaseLanes, openLanes, release, type Lease } from './store.ts';
import { takeLaneTurn, type TurnOptions } from './turn.ts';

const POLL_MS = 1_000;
/** How often engines without a lane are looked for. */
const OPEN_MS = 10_000;
const KEEP_MS = 15_000;
const RETRY_MS = 1_000;
const STOP_MS = 5_000;
/** Lanes that one process works on at a time. */
const AT_A_TIME = 4;
/** A company that is gone, or suspended meanwhile. */
const QUIET: ReadonlySet<string> = new Set(['unauthenticated', 'tenant_suspended', 'tenant_closing']);

export interface ContactSyncOptions extends Omit<TurnOptions, 'worker' | 'random'> {
  readonly engines: readonly EngineDefinition[];
  /** Role relay's: looks over all companies. */
  readonly relay: Pool;
  readonly clock: Clock;
  readonly log: Log;
  /** Runs work inside a company, as its jobs do. */
  readonly inside: (
    place: { tenantId: string; label: string; requestId: string; signal: AbortSignal },
    work: (ctx: Ctx) => Promise<void>,
  ) => Promise<void>;
  /** Shorter for tests. */
  readonly pollMs?: number;
}

export interface ContactSync {
  /** Says that there may be something to do. */
  readonly wake: () => void;
  stop(): Promise<void>;
}

/**
 * Keeps contacts the same here and in engines. Each engine of a company is a lane that one process works on at a time,
 * for some seconds; then others come first. So an engine that is down delays itself alone, and a hundred thousand
 * imported contacts go there at its pace without a job of their own.
 */
export function startContactSync(options: ContactSyncOptions): ContactSync {
  const { engines, relay, clock, log, inside, pollMs = POLL_MS } = options;
  const worker = clock.id();
  const bell = createBell();
  const leave = new AbortController();
  const running = new Set<Promise<unknown>>();
  const definitions = new Map(
    engines.flatMap(({ name, connector }) =>
      connector?.contacts ? [[name, connector.contacts] as const] : [],
    ),
  );
  const names = [...definitions.keys()];

  async function work(lease: Lease): Promise<void> {
    const { tenantId, engine } = lease;
    const stop = new AbortController();
    const keeping = setInterval(() => {
      relay
        .batch([keepLease(worker, lease)])
        .then(([rows]) => rows.length === 0 && stop.abort())
        .catch((error: unknown) => log.warn({ err: error, tenantId, engine }, 'a lease could not be kept'));
    }, KEEP_MS);
    try {
      const signal = AbortSignal.any([leave.signal, stop.signal]);
      const label = `contact_sync.${engine}`;
      await inside({ tenantId, label, requestId: `contacts-${clock.id()}`, signal }, (ctx) =>
        takeLaneTurn(ctx, engine, definitions.get(engine)!, { ...options, worker, random: Math.random }),
      );
    } catch (error) {
      const quiet = leave.signal.aborted || (error instanceof AppError && QUIET.has(error.code));
      if (!quiet) log.warn({ err: error, tenantId, engine }, 'keeping contacts the same was interrupted');
    } finally {
      clearInterval(keeping);
    }
    await relay
      .batch([release(worker, lease)])
      .catch((error: unknown) =>
        log.warn({ err: error, tenantId, engine }, 'a lease runs on until it ends by itself'),
      );
  }

  async function look(opening: boolean): Promise<void> {
    if (opening) await relay.batch([openLanes(names, clock.now())]);
    const room = AT_A_TIME - running.size;
    if (room <= 0) return;
    const [found] = await relay.batch([leaseLanes(worker, names, NAMES, clock.now(), room)]);
    for (const lease of found) {
      const working = work(lease).then(() => {
        running.delete(working);
        return bell.ring();
      });
      running.add(working);
    }
  }

  async function loop(): Promise<void> {
    let openAt = 0;
    while (!leave.signal.aborted) {
      let pauseMs = pollMs;
      try {
        const opening = monotonic() >= openAt;
        if (opening) openAt = monotonic() + Math.min(OPEN_MS, pollMs * 10);
        await look(opening);
      } catch (error) {
        log.warn({ err: error }, 'contacts wait for the database');
        pauseMs = RETRY_MS;
      }
      if (!leave.signal.aborted) await bell.wait(pauseMs);
    }
  }

  const ended = names.length > 0 ? loop() : Promise.resolve();
  return {
    wake: bell.ring,
    stop: async () => {
      leave.abort();
      bell.ring();
      await ended;
      const limit = new AbortController();
      await Promise.race([Promise.all(running), sleep(STOP_MS, undefined, { signal: limit.signal })]);
      limit.abort();
    },
  };
}
