import type { Capabilities, CapabilityName } from '#core/capabilities.ts';
import type { Clock } from '#core/clock.ts';
import type { Log } from '#core/context.ts';
import type { EventJob, JobDefinition, ScheduledJob } from '#core/job.ts';
import type { Pool } from '#platform/db/pool.ts';
import type { Task } from '#platform/jobs.ts';
import { startHeartbeat } from './heartbeat.ts';
import { jobTask, type JobHost } from './jobs.ts';
import { createNotifier } from './notifier.ts';
import { startRelay } from './relay.ts';
import { startSealer } from './sealer.ts';
import { fanOut, scheduleTask } from './schedules.ts';
import { startShifts } from './shifts.ts';

/** With the queue's waits of e^n seconds: about 6 hours until a job is given up. */
const DEFAULT_ATTEMPTS = 10;
/** How long a stopping worker waits for its jobs; what still runs then is given back to the queue. */
const STOP_MS = 8_000;

export interface WorkerOptions {
  readonly pools: {
    /** The jobs' own: as many connections as `concurrency`, or they wait for each other. */
    readonly app: Pool;
    /** For jobs of realm identity. */
    readonly identity: Pool;
    /** For jobs of realm operator. */
    readonly operator: Pool;
    /** Past any pooler, since the queue LISTENs; it needs 4 connections or more. */
    readonly relay: Pool;
  };
  /** For the relay's own connection: past any pooler, as role relay (`roleUrl`). */
  readonly directUrl: string;
  /** The same as role sealer; without it, audit is sealed by other workers. */
  readonly sealerUrl?: string;
  readonly jobs: readonly JobDefinition[];
  readonly clock: Clock;
  readonly log: Log;
  readonly capability: <N extends CapabilityName>(name: N) => Capabilities[N] | undefined;
  /** Called when this process gave events their positions. */
  readonly published?: () => void;
  /** Jobs that run at a time. */
  readonly concurrency: number;
  readonly observe?: (job: string, result: string, seconds: number) => void;
  /** Shorter for tests. */
  readonly timing?: {
    readonly pollMs?: number;
    readonly standbyMs?: number;
    readonly beatMs?: number;
    readonly silenceMs?: number;
    readonly stopMs?: number;
  };
}

/** Goes on by itself after trouble with the database; whoever owns the process has nothing to watch. */
export interface Worker {
  /** Takes no more jobs, waits for the running ones for a while, gives the rest back. */
  stop(): Promise<void>;
}

/** Relay and sealer (or their standbys), queue and heartbeat of one process. @throws Error when a job's name or cron is wrong */
export async function createWorker(options: WorkerOptions): Promise<Worker> {
  const { pools, clock, log, timing } = options;
  const { onEvent, scheduled } = sort(options.jobs);
  const host: JobHost = {
    ...options,
    pool: pools.app,
    identity: pools.identity,
    operator: pools.operator,
    afterEvents: createNotifier(pools.app),
  };
  const tasks: Record<string, Task> = {};
  for (const job of options.jobs) tasks[job.name] = jobTask(job, host);
  for (const job of scheduled) tasks[scheduleTask(job)] = fanOut(job, attemptsOf(job), pools.relay);

  const heartbeat = startHeartbeat({ pool: pools.relay, log, ...timing });
  const relay = startRelay({
    url: options.directUrl,
    subscriptions: onEvent.map((job) => ({ event: job.on.name, job: job.name, attempts: attemptsOf(job) })),
    log,
    ...(options.published && { published: options.published }),
    ...timing,
  });
  const sealer =
    options.sealerUrl === undefined ? undefined : startSealer({ url: options.sealerUrl, log, ...timing });
  const end = async (): Promise<void> => {
    await Promise.all([relay.stop(), sealer?.stop(), heartbeat.stop()]);
  };
  const shifts = await startShifts({
    pool: pools.relay,
    tasks,
    schedules: scheduled.map((job) => ({
      task: scheduleTask(job),
      every: job.every,
      attempts: attemptsOf(job),
    })),
    concurrency: options.concurrency,
    heartbeat,
    clock,
    log,
  }).catch(async (error: unknown) => {
    await end();
    throw error;
  });
  await relay.ready;
  log.info({ jobs: options.jobs.length }, 'relay and queue run');

  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    await Promise.all([relay.stop(), sealer?.stop(), shifts.stop(timing?.stopMs ?? STOP_MS)]);
    await end();
  };
  return { stop: () => (stopped ??= stop()) };
}

const attemptsOf = (job: { readonly attempts?: number }): number => job.attempts ?? DEFAULT_ATTEMPTS;

function sort(jobs: readonly JobDefinition[]): { onEvent: EventJob<never>[]; scheduled: ScheduledJob[] } {
  const names = new Set<string>();
  for (const { name } of jobs) {
    if (names.has(name)) throw new Error(`two jobs are called ${name}`);
    names.add(name);
  }
  return {
    onEvent: jobs.filter((job): job is EventJob<never> => 'on' in job),
    scheduled: jobs.filter((job): job is ScheduledJob => 'every' in job),
  };
}
