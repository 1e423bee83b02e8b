import type { Log } from '#core/context.ts';
import { monotonic } from '#platform/clock.ts';
import type { Pool } from '#platform/db/pool.ts';
import { beat, forgetWorkers, releaseJobs, silentWorkers } from '#platform/db/workers.ts';

const BEAT_MS = 5_000;
/** A worker that was not heard of for so long is taken for dead: three missed beats. */
const SILENCE_MS = 15_000;
const MS_PER_SECOND = 1_000;

export interface HeartbeatOptions {
  /** Role relay's. */
  readonly pool: Pool;
  readonly log: Log;
  readonly beatMs?: number;
  readonly silenceMs?: number;
}

export interface Heartbeat {
  /** From now on others know that `id`, which jobs are locked by, is alive. */
  enlist(id: string): Promise<void>;
  /** Gives back the jobs that `id` still holds and strikes it off the list. */
  leave(id: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Shows that this process lives, and gives the jobs of silent workers back to the queue: graphile-worker itself would
 * wait four hours. One that was silent and lives after all runs such jobs a second time, which jobs must bear anyway.
 */
export function startHeartbeat(options: HeartbeatOptions): Heartbeat {
  const { pool, log, beatMs = BEAT_MS, silenceMs = SILENCE_MS } = options;
  const ours = new Set<string>();
  let last = monotonic();
  let steadySince = last;
  let running: Promise<void> | undefined;

  async function takeOver(): Promise<void> {
    const [silent] = await pool.batch([silentWorkers(silenceMs / MS_PER_SECOND)]);
    if (silent.length === 0) return;
    const ids = silent.map((worker) => worker.id);
    const [[freed]] = await pool.batch([releaseJobs(ids), forgetWorkers(ids)]);
    log.warn({ workers: ids, jobs: freed!.jobs }, 'silent workers: their jobs go back to the queue');
  }

  async function once(): Promise<void> {
    try {
      await pool.batch([beat([...ours])]);
      const now = monotonic();
      // After an outage of the database, or a sleep of our own, everybody looks silent: wait until they could speak.
      if (now - last >= 2 * beatMs) steadySince = now;
      last = now;
      if (now - steadySince >= silenceMs) await takeOver();
    } catch (error) {
      log.warn({ err: error }, 'heartbeat failed');
    }
    running = undefined;
  }

  const timer = setInterval(() => void (running ??= once()), beatMs);
  return {
    enlist: async (id) => {
      await pool.batch([beat([id])]);
      ours.add(id);
    },
    leave: async (id) => {
      ours.delete(id);
      // A beat under way would put the row back.
      await running;
      await pool.batch([releaseJobs([id]), forgetWorkers([id])]);
    },
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
}
