import { monotonic } from './clock.ts';
import type { Pool } from './db/pool.ts';
import { cancelledAmong } from './db/workers.ts';

/** How often it is asked whether a running job was cancelled; younger ones are left to end by themselves. */
const LOOK_MS = 1_000;

/** Reason of a job's `signal` when somebody has cancelled it. */
export class JobCancelled extends Error {
  override readonly name = 'JobCancelled';
  constructor() {
    super('cancelled: somebody cancelled it');
  }
}

interface Running {
  readonly since: number;
  readonly controller: AbortController;
}

/** Aborts running jobs that people cancel. While none runs for longer than a second, it costs nothing. */
export function watchCancellations(pool: Pool) {
  const running = new Map<string, Running>();
  let looking: Promise<void> | undefined;

  async function look(): Promise<void> {
    const before = monotonic() - LOOK_MS;
    const ids = [...running].filter(([, { since }]) => since <= before).map(([id]) => id);
    if (ids.length > 0) {
      const [rows] = await pool.batch([cancelledAmong(ids)]);
      for (const { id } of rows) running.get(id)?.controller.abort(new JobCancelled());
    }
  }

  const timer = setInterval(() => {
    looking ??= look()
      // Asked again in a second.
      .catch(() => {})
      .finally(() => (looking = undefined));
  }, LOOK_MS);
  timer.unref();

  return {
    /** Runs `work` with a signal that is aborted with `stopping`, or with a JobCancelled. */
    async watched(
      jobId: string,
      stopping: AbortSignal,
      work: (signal: AbortSignal) => Promise<void>,
    ): Promise<void> {
      const controller = new AbortController();
      const stop = (): void => controller.abort(stopping.reason);
      if (stopping.aborted) stop();
      stopping.addEventListener('abort', stop, { once: true });
      running.set(jobId, { since: monotonic(), controller });
      try {
        await work(controller.signal);
      } finally {
        running.delete(jobId);
        stopping.removeEventListener('abort', stop);
      }
    },
    async stop(): Promise<void> {
      clearInterval(timer);
      await looking;
    },
  };
}
