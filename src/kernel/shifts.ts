import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '#core/clock.ts';
import type { Log } from '#core/context.ts';
import { AppError } from '#core/errors.ts';
import { toDatabaseError } from '#platform/db/errors.ts';
import { startQueue, type Queue, type QueueOptions } from '#platform/jobs.ts';
import { createBell } from '#platform/bell.ts';
import type { Heartbeat } from './heartbeat.ts';

const RESTART_MIN_MS = 250;
const RESTART_MAX_MS = 3_000;
const LEAVE_RETRY_MS = 1_000;

export interface ShiftOptions extends Omit<QueueOptions, 'id'> {
  readonly heartbeat: Heartbeat;
  readonly clock: Clock;
  readonly log: Log;
}

export interface Shifts {
  /** Takes no more jobs, waits for the running ones up to that long, and gives the rest back. */
  stop(limitMs: number): Promise<void>;
}

/**
 * Keeps one queue taking jobs. A queue that lost an answer of the database no longer knows which jobs it holds: it is
 * left to finish what it runs, whatever else it has locked goes back, and another, under a new id, takes its place.
 */
export async function startShifts(options: ShiftOptions): Promise<Shifts> {
  const { heartbeat, clock, log } = options;
  const open = new Map<string, Queue>();
  const bell = createBell();
  let stopping = false;
  let opening = Promise.resolve();

  async function begin(): Promise<void> {
    const id = clock.id();
    await heartbeat.enlist(id);
    try {
      const queue = await startQueue({ ...options, id });
      open.set(id, queue);
      void queue.faulty.then(() => (stopping ? undefined : replace(id, queue)));
    } catch (error) {
      await heartbeat.leave(id).catch(() => {});
      throw error;
    }
  }

  async function replace(id: string, queue: Queue): Promise<void> {
    void retire(id, queue);
    for (let pauseMs = RESTART_MIN_MS; !stopping; pauseMs = Math.min(pauseMs * 2, RESTART_MAX_MS)) {
      await bell.wait(pauseMs);
      if (stopping) return;
      try {
        await (opening = begin());
        log.info({}, 'job queue goes on');
        return;
      } catch (error) {
        log.warn({ err: error }, 'job queue can’t go on yet');
      }
    }
  }

  /** Until it succeeds: a living process shows its heart beating, so nobody else would free these jobs. */
  async function retire(id: string, queue: Queue): Promise<void> {
    await queue.stop();
    while (open.has(id)) {
      try {
        await heartbeat.leave(id);
        open.delete(id);
      } catch {
        if (stopping) return;
        await bell.wait(LEAVE_RETRY_MS);
      }
    }
  }

  /** A database that is away comes back; a worker that died of it would be one more that has to be started. */
  async function first(): Promise<void> {
    for (let pauseMs = RESTART_MIN_MS; ; pauseMs = Math.min(pauseMs * 2, RESTART_MAX_MS)) {
      try {
        return await begin();
      } catch (error) {
        const known = toDatabaseError(error);
        if (!(known instanceof AppError) || known.code !== 'unavailable') throw error;
        log.warn({ err: error }, 'job queue waits for the database');
        await bell.wait(pauseMs);
      }
    }
  }

  await first();
  return {
    stop: async (limitMs) => {
      stopping = true;
      bell.ring();
      const limit = new AbortController();
      // A replacement under way may still open a queue, which has to be stopped too.
      const opened = opening.catch(() => {});
      const ended = opened.then(() => Promise.all([...open.values()].map((queue) => queue.stop())));
      await Promise.race([ended, sleep(limitMs, undefined, { signal: limit.signal })]);
      limit.abort();
      // What the database doesn't hear of now, other workers find out by our silence.
      await Promise.allSettled([...open.keys()].map((id) => heartbeat.leave(id)));
    },
  };
}
