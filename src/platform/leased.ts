import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '#core/context.ts';
import { createBell } from './bell.ts';

const KEEP_MS = 15_000;
const RETRY_MS = 1_000;
const STOP_MS = 5_000;

export interface LeasedWork<L> {
  /** Leases that this process works on at a time. */
  readonly atATime: number;
  /** Milliseconds between looks that nobody asked for. */
  readonly pollMs: number;
  readonly log: Log;
  /** What the log says of a lease. */
  readonly about: (lease: L) => object;
  /** What the log says when leases can't be taken, and when work was interrupted. */
  readonly words: { readonly waiting: string; readonly interrupted: string };
  /** Takes at most so many. */
  readonly take: (room: number) => Promise<readonly L[]>;
  /** @returns false when it is somebody else's by now */
  readonly keep: (lease: L) => Promise<boolean>;
  readonly release: (lease: L) => Promise<unknown>;
  /** To be left off when `signal` says so: the process ends, or the lease is somebody else's. */
  readonly work: (lease: L, signal: AbortSignal) => Promise<void>;
  /** Errors that nobody has to hear of. */
  readonly isQuiet: (error: unknown) => boolean;
}

export interface LeasedLoop {
  /** Says that there may be something to do. */
  readonly wake: () => void;
  /** Takes nothing more, and waits for what runs, for some seconds. */
  stop(): Promise<void>;
}

/**
 * Works on what several processes share, each thing by one of them at a time. A lease is kept while the work goes on;
 * that of a process that died ends by itself.
 */
export function startLeased<L>(options: LeasedWork<L>): LeasedLoop {
  const { atATime, pollMs, log, about, words } = options;
  const bell = createBell();
  const leave = new AbortController();
  const running = new Set<Promise<unknown>>();

  /** @returns false when it broke off, and would at once again */
  async function work(lease: L): Promise<boolean> {
    let ended = true;
    const lost = new AbortController();
    const keeping = setInterval(() => {
      options
        .keep(lease)
        .then((kept) => kept || lost.abort())
        .catch((error: unknown) => log.warn({ err: error, ...about(lease) }, 'a lease could not be kept'));
    }, KEEP_MS);
    try {
      await options.work(lease, AbortSignal.any([leave.signal, lost.signal]));
    } catch (error) {
      ended = false;
      if (!leave.signal.aborted && !options.isQuiet(error))
        log.warn({ err: error, ...about(lease) }, words.interrupted);
    } finally {
      clearInterval(keeping);
    }
    await options
      .release(lease)
      .catch((error: unknown) =>
        log.warn({ err: error, ...about(lease) }, 'a lease runs on until it ends by itself'),
      );
    return ended;
  }

  async function look(): Promise<void> {
    const room = atATime - running.size;
    if (room <= 0) return;
    for (const lease of await options.take(room)) {
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
        log.warn({ err: error }, words.waiting);
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
