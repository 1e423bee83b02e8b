import { EventEmitter } from 'node:events';
import {
  Logger,
  parseCronItem,
  run,
  type ParsedCronItem,
  type TaskList,
  type WorkerEvents,
} from 'graphile-worker';
import type { Log } from '#core/context.ts';
import { JobCancelled, watchCancellations } from './cancellation.ts';
import { JOBS_SCHEMA } from './db/migrate.ts';
import type { Pool } from './db/pool.ts';

/** graphile-worker as the rest of the house sees it. Its SQL runs as role relay, which owns its schema. */

/** Jobs that are fetched (and locked) ahead per running one: saves round trips, yet leaves work for other workers. */
const FETCHED_PER_SLOT = 5;
/** A job that still waits in a busy worker by then goes back to the queue, for a worker with time. */
const FETCHED_TTL_MS = 10_000;
/** How late a retry or planned job starts; new jobs are announced by NOTIFY. */
const POLL_MS = 1_000;
/** Finished and failed jobs of the same turn of the event loop are written together. */
const BATCH_DELAY_MS = 0;
/** After this, a stopping worker aborts `signal` of the jobs that still run. */
const ABORT_AFTER_MS = 5_000;
/** A turn that a restart or outage swallowed is made up for within this time; later it is left to the next turn. */
const CATCH_UP_MS = 3_600_000;

/** One attempt at a job. */
export interface Attempt {
  readonly jobId: string;
  readonly number: number;
  readonly of: number;
  /** Aborted when the worker stops and has waited long enough, or with a JobCancelled. */
  readonly signal: AbortSignal;
  /** Puts the same job into the queue again, with all its attempts; the present one is then to be finished. */
  postpone(until: Date): Promise<void>;
}

/** Done when it returns; tried again later when it throws. The message of what it throws is stored with the job. */
export type Task = (payload: unknown, attempt: Attempt) => Promise<void>;

interface Schedule {
  readonly task: string;
  /** Cron, five fields, UTC. Its task finds a Turn in the payload. */
  readonly every: string;
  readonly attempts: number;
}

export interface Queue {
  /** Takes no more jobs and waits for the running ones, without limit. */
  stop(): Promise<void>;
  /**
   * Fulfilled at the first trouble with the database. A fetch whose answer was lost leaves jobs locked that nobody
   * runs, and graphile-worker gives up when it can't write down an outcome: the queue has to be replaced.
   */
  readonly faulty: Promise<void>;
}

export interface QueueOptions {
  readonly pool: Pool;
  /** What jobs are locked by. */
  readonly id: string;
  readonly tasks: Readonly<Record<string, Task>>;
  readonly schedules: readonly Schedule[];
  readonly concurrency: number;
  readonly log: Log;
}

/** A schedule's turn. */
export interface Turn {
  /** When it was meant to be, ISO. */
  readonly plannedAt: string;
  /** True when it is made up for after the queue's start, perhaps together with others. */
  readonly late: boolean;
}

export function turnOf(payload: unknown): Turn {
  const { ts, backfilled } = (payload as { _cron: { ts: string; backfilled?: boolean } })._cron;
  return { plannedAt: ts, late: backfilled === true };
}

export async function startQueue(options: QueueOptions): Promise<Queue> {
  const { pool, id, tasks, schedules, concurrency, log } = options;
  // graphile-worker takes every fetch without tasks for a fault.
  if (Object.keys(tasks).length === 0) return { faulty: new Promise(() => {}), stop: async () => {} };
  const events: WorkerEvents = new EventEmitter();
  let report!: () => void;
  const faulty = new Promise<void>((resolve) => (report = resolve));
  // Locks then bear a name that we knew, and had written down, before the first job was taken: whatever happens,
  // the other workers can tell whose they are. Its own name is random and heard of only when it fetches already.
  events.on('pool:create', ({ workerPool }) => (workerPool.id = id));
  // graphile-worker 0.18.0 refuses to wait for jobs that it gives back while nothing else is under way: each stop with
  // jobs fetched ahead would fail, and end this process if the database fails as well. So something is under way.
  events.on('localQueue:init', ({ localQueue }) => {
    events.on('pool:gracefulShutdown', () => localQueue['background'](Promise.resolve()));
  });
  const cancellations = watchCancellations(pool);
  const runner = await run({
    pgPool: pool.raw,
    schema: JOBS_SCHEMA,
    taskList: taskList(tasks, cancellations),
    parsedCronItems: schedules.map(cronItem),
    concurrency,
    pollInterval: POLL_MS,
    noHandleSignals: true,
    gracefulShutdownAbortTimeout: ABORT_AFTER_MS,
    logger: toLogger(log, report),
    events,
    preset: {
      worker: {
        localQueue: { size: concurrency * FETCHED_PER_SLOT, ttl: FETCHED_TTL_MS },
        completeJobBatchDelay: BATCH_DELAY_MS,
        failJobBatchDelay: BATCH_DELAY_MS,
      },
    },
  }).catch(async (error: unknown) => {
    await cancellations.stop();
    throw error;
  });
  const ended = runner.promise.then(report, report);
  const stop = async (): Promise<void> => {
    // It refuses when it is stopping by itself already.
    await runner.stop().catch(() => {});
    await ended;
    await cancellations.stop();
  };
  let stopped: Promise<void> | undefined;
  return { faulty, stop: () => (stopped ??= stop()) };
}

type Cancellations = ReturnType<typeof watchCancellations>;

function taskList(tasks: QueueOptions['tasks'], cancellations: Cancellations): TaskList {
  const list: TaskList = {};
  for (const [name, task] of Object.entries(tasks)) {
    list[name] = async (payload, { job, abortSignal, addJob }) => {
      // Cancelled while its worker died: it came back to the queue for this.
      if (job.flags && 'cancelled' in job.flags) throw new JobCancelled();
      await cancellations.watched(job.id, abortSignal, (signal) =>
        task(payload, {
          jobId: job.id,
          number: job.attempts,
          of: job.max_attempts,
          signal,
          postpone: async (until) => {
            const { key, max_attempts: maxAttempts, priority } = job;
            await addJob(name, payload, {
              runAt: until,
              maxAttempts,
              priority,
              ...(key !== null && { jobKey: key }),
            });
          },
        }),
      );
    };
  }
  return list;
}

function cronItem({ task, every, attempts }: Schedule): ParsedCronItem {
  const options = { backfillPeriod: CATCH_UP_MS, maxAttempts: attempts, jobKey: task };
  try {
    return parseCronItem({ task, match: every, identifier: task, options });
  } catch (error) {
    throw new Error(`${task}: '${every}' is no cron expression of five fields`, { cause: error });
  }
}

/** What matters about a job, its task has logged already with the cause; all other errors are the database's. */
function toLogger(log: Log, onError: () => void): Logger {
  return new Logger(() => (level, message, meta) => {
    if (meta?.['failure'] || meta?.['success']) return;
    const fields = { ...(meta?.['error'] !== undefined && { err: meta['error'] }) };
    if (level !== 'error') return log.debug(fields, message);
    log.warn(fields, message);
    onError();
  });
}
