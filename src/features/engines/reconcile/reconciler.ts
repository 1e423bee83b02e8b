import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '#core/clock.ts';
import type { Ctx, Log } from '#core/context.ts';
import { AppError } from '#core/errors.ts';
import { createBell } from '#platform/bell.ts';
import type { Pool } from '#platform/db/pool.ts';
import { converge, LostLease, type Convergence } from './converge.ts';
import { awaitTurn, keepLease, leaseDue, release, type Lease } from './store.ts';

const POLL_MS = 1_000;
const KEEP_MS = 15_000;
/** Companies' engines that one process works on at a time. */
const AT_A_TIME = 8;
/** Companies that one instance is worked on for at a time, over all processes, unless its engine says otherwise. */
const PER_INSTANCE = 4;
const RETRY_MS = 1_000;
const STOP_MS = 5_000;
/** A company that is gone. */
const QUIET: ReadonlySet<string> = new Set(['unauthenticated']);

export interface ReconcilerOptions extends Omit<Convergence, 'worker' | 'random'> {
  /** Role relay's: looks over all companies. */
  readonly relay: Pool;
  readonly clock: Clock;
  readonly log: Log;
  /** Runs work inside a company, in the name of the reconciler. */
  readonly inside: (
    place: { tenantId: string; requestId: string; signal: AbortSignal },
    work: (ctx: Ctx) => Promise<void>,
  ) => Promise<void>;
  /** Shorter for tests. */
  readonly pollMs?: number;
  /** Companies' engines that this process works on at a time; 8. */
  readonly atATime?: number;
}

export interface Reconciler {
  /** Says that something may be due. */
  readonly wake: () => void;
  stop(): Promise<void>;
}

/**
 * Brings what companies have in engines to what they are to have. One process works on a company's engine at a time, by a
 * lease; a bound per process and one per instance keep a restart from becoming a herd.
 */
export function startReconciler(options: ReconcilerOptions): Reconciler {
  const { relay, clock, log, engines, inside, pollMs = POLL_MS, atATime = AT_A_TIME } = options;
  const worker = clock.id();
  const bell = createBell();
  const leave = new AbortController();
  const running = new Set<Promise<unknown>>();
  const connectors = new Map(
    engines.flatMap(({ name, connector }) => (connector ? [[name, connector] as const] : [])),
  );
  const limits = Object.fromEntries(
    // An engine that this release doesn't know stays as it is, until one does.
    [...connectors].map(([name, { provisioner }]) => [name, provisioner?.atATime ?? PER_INSTANCE]),
  );

  /** @returns false when it broke off, and would at once again */
  async function work(lease: Lease): Promise<boolean> {
    const { tenantId, engine } = lease;
    const connector = connectors.get(engine)!;
    let ended = true;
    const stop = new AbortController();
    const keeping = setInterval(() => {
      relay
        .batch([keepLease(worker, lease)])
        .then(([rows]) => rows.length === 0 && stop.abort())
        .catch((error: unknown) => log.warn({ err: error, tenantId, engine }, 'a lease could not be kept'));
    }, KEEP_MS);
    try {
      const signal = AbortSignal.any([leave.signal, stop.signal]);
      await inside({ tenantId, requestId: `engine-${engine}-${clock.id()}`, signal }, (ctx) =>
        converge(ctx, engine, connector, {
          ...options,
          worker,
          random: Math.random,
        }),
      );
    } catch (error) {
      ended = false;
      const quiet =
        leave.signal.aborted ||
        error instanceof LostLease ||
        (error instanceof AppError && QUIET.has(error.code));
      if (!quiet) log.warn({ err: error, tenantId, engine }, 'work on an engine was interrupted');
    } finally {
      clearInterval(keeping);
    }
    await relay
      .batch([release(worker, lease)])
      .catch((error: unknown) =>
        log.warn({ err: error, tenantId, engine }, 'a lease runs on until it ends by itself'),
      );
    return ended;
  }

  async function look(): Promise<void> {
    const room = atATime - running.size;
    if (room <= 0) return;
    const [, found] = await relay.batch([awaitTurn, leaseDue(worker, clock.now(), room, limits)]);
    for (const lease of found) {
      const working = work(lease).then((ended) => {
        running.delete(working);
        return ended ? bell.ring() : undefined;
      });
      running.add(working);
    }
  }

  async function loop(): Promise<void> {
    while (!leave.signal.aborted) {
      let pauseMs = pollMs;
      try {
        await look();
      } catch (error) {
        log.warn({ err: error }, 'engines wait for the database');
        pauseMs = RETRY_MS;
      }
      if (!leave.signal.aborted) await bell.wait(pauseMs);
    }
  }

  const ended = loop();
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
