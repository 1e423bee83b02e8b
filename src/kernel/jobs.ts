import type { TenantRef } from '#core/actor.ts';
import type { Log } from '#core/context.ts';
import { AppError, toAppError } from '#core/errors.ts';
import type { StoredEvent } from '#core/event.ts';
import type { JobDefinition } from '#core/job.ts';
import { monotonic } from '#platform/clock.ts';
import { enteredTenant, findEvent } from '#platform/db/outbox.ts';
import type { Pool } from '#platform/db/pool.ts';
import { enter } from '#platform/db/records.ts';
import type { Attempt, Task } from '#platform/jobs.ts';
import { actInside, type Insider } from './inside.ts';
import { JOB_CREDENTIAL } from './job-db.ts';

/** `pool` is role app's: jobs see one tenant, as operations do. */
export interface JobHost extends Insider {
  /** Role identity's, for jobs of that realm. */
  readonly identity: Pool;
  /** Called after each attempt, for metrics. `result` is `ok`, `dropped`, `postponed` or the error's code. */
  readonly observe?: (job: string, result: string, seconds: number) => void;
}

interface JobPayload {
  readonly tenantId: string;
  readonly eventId?: string;
}

/** How soon a suspended tenant's job looks again whether it may run. */
const SUSPENDED_RETRY_MS = 300_000;
const MS_PER_SECOND = 1_000;

/** A job as the queue runs it: inside its tenant, over role app, with an audit row per write. */
export function jobTask(job: JobDefinition, all: JobHost): Task {
  const host = job.realm === 'identity' ? { ...all, pool: all.identity } : all;
  return async (payload, attempt) => {
    const { tenantId, eventId } = payload as JobPayload;
    const log = withFields(host.log, {
      job: job.name,
      jobId: attempt.jobId,
      tenantId,
      ...(eventId && { eventId }),
    });
    const started = monotonic();
    let result = 'ok';
    try {
      const found = await load(host.pool, tenantId, eventId);
      if (found) await perform(job, found, { ...host, log }, attempt);
      else {
        result = 'dropped';
        log.warn({}, 'job dropped: its company or event is gone');
      }
    } catch (error) {
      if (error instanceof AppError && error.code === 'tenant_suspended') {
        result = 'postponed';
        await attempt.postpone(new Date(host.clock.now().getTime() + SUSPENDED_RETRY_MS));
        return;
      }
      const known = toAppError(error);
      result = known.code;
      const last = attempt.number >= attempt.of;
      const fields = { err: error, attempt: attempt.number, attempts: attempt.of };
      if (last) log.error(fields, 'job given up');
      else log.warn(fields, 'job failed, to be tried again');
      // The queue stores this text: the safe words only, as for a caller.
      throw new Error(`${known.code}: ${known.message}`, { cause: error });
    } finally {
      host.observe?.(job.name, result, (monotonic() - started) / MS_PER_SECOND);
    }
  };
}

interface Found {
  readonly tenant: TenantRef;
  readonly event: StoredEvent<never> | undefined;
}

/** Undefined when the tenant or the event no longer exists. @throws AppError tenant_suspended */
async function load(pool: Pool, tenantId: string, eventId: string | undefined): Promise<Found | undefined> {
  const door = enter(tenantId, JOB_CREDENTIAL);
  try {
    if (eventId === undefined) {
      const [, [tenant]] = await pool.batch([door, enteredTenant]);
      return tenant && { tenant, event: undefined };
    }
    const [, [tenant], [event]] = await pool.batch([door, enteredTenant, findEvent(eventId)]);
    return tenant && event && { tenant, event: event as StoredEvent<never> };
  } catch (error) {
    // What core.enter says of a tenant that it doesn't know.
    if (error instanceof AppError && error.code === 'unauthenticated') return undefined;
    throw error;
  }
}

function perform(
  job: JobDefinition,
  { tenant, event }: Found,
  host: JobHost,
  { jobId, signal }: Attempt,
): Promise<void> {
  return actInside(host, { tenant, label: job.name, requestId: `job-${jobId}`, signal }, (ctx) =>
    'on' in job ? job.run(ctx, event!) : job.run(ctx),
  );
}

const withFields = (log: Log, fields: object): Log => ({
  debug: (more, message) => log.debug({ ...fields, ...more }, message),
  info: (more, message) => log.info({ ...fields, ...more }, message),
  warn: (more, message) => log.warn({ ...fields, ...more }, message),
  error: (more, message) => log.error({ ...fields, ...more }, message),
});
