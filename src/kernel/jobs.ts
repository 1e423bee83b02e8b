import type { Credential, TenantRef } from '#core/actor.ts';
import type { Log } from '#core/context.ts';
import { AppError, toAppError } from '#core/errors.ts';
import type { StoredEvent } from '#core/event.ts';
import type { JobDefinition } from '#core/job.ts';
import { PLATFORM } from '#core/platform.ts';
import { monotonic } from '#platform/clock.ts';
import { enteredTenant, findEvent } from '#platform/db/outbox.ts';
import type { Pool } from '#platform/db/pool.ts';
import { JobCancelled } from '#platform/cancellation.ts';
import { enter } from '#platform/db/records.ts';
import type { Attempt, Task } from '#platform/jobs.ts';
import { isTraceparent, span } from '#platform/tracing.ts';
import { actInside, type Insider } from './inside.ts';
import { JOB_CREDENTIAL } from './job-db.ts';

/** `pool` is role app's: jobs see one tenant, as operations do. */
export interface JobHost extends Insider {
  /** For jobs of these realms. */
  readonly identity: Pool;
  readonly operator: Pool;
  /** Called after each attempt, for metrics. `result` is `ok`, `dropped`, `postponed`, `cancelled` or the error's code. */
  readonly observe?: (job: string, result: string, seconds: number) => void;
}

interface JobPayload {
  readonly tenantId: string;
  readonly eventId?: string;
}

/** Its company may come back. */
const WAITS: ReadonlySet<string> = new Set(['tenant_suspended', 'tenant_closing']);
/** How soon a suspended tenant's job looks again whether it may run. */
const SUSPENDED_RETRY_MS = 300_000;
const MS_PER_SECOND = 1_000;

/** A job as the queue runs it: inside its tenant, over role app, with an audit row per write. */
export function jobTask(job: JobDefinition, all: JobHost): Task {
  const host = job.realm ? { ...all, pool: all[job.realm] } : all;
  const credential: Credential = 'during' in job ? { kind: 'closing', id: null } : JOB_CREDENTIAL;
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
      const found = await load(host.pool, credential, tenantId, eventId, job.realm);
      if (found)
        await traced(job, found, attempt, () => perform(job, found, credential, { ...host, log }, attempt));
      else {
        result = 'dropped';
        log.warn({}, 'job dropped: its company or event is gone');
      }
    } catch (error) {
      if (error instanceof AppError && WAITS.has(error.code)) {
        result = 'postponed';
        await attempt.postpone(new Date(host.clock.now().getTime() + SUSPENDED_RETRY_MS));
        return;
      }
      if (attempt.signal.reason instanceof JobCancelled) {
        result = 'cancelled';
        log.info({}, 'job cancelled');
        throw attempt.signal.reason;
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
  readonly trace: string | null;
}

/** Undefined when the tenant or the event no longer exists. @throws AppError tenant_suspended, tenant_closing */
async function load(
  pool: Pool,
  credential: Credential,
  tenantId: string,
  eventId: string | undefined,
  realm: JobDefinition['realm'],
): Promise<Found | undefined> {
  const door = enter(tenantId, credential);
  try {
    if (eventId === undefined) {
      const [, [tenant]] = await pool.batch([door, enteredTenant]);
      // Role operator doesn't see the platform's own row.
      return (
        (realm === 'operator' || tenant) && { tenant: tenant ?? PLATFORM, event: undefined, trace: null }
      );
    }
    const [, [tenant], [event]] = await pool.batch([door, enteredTenant, findEvent(eventId)]);
    if (!tenant || !event) return undefined;
    const { trace, ...stored } = event;
    return { tenant, event: stored as StoredEvent<never>, trace };
  } catch (error) {
    // What core.enter says of a tenant that it doesn't know.
    if (error instanceof AppError && error.code === 'unauthenticated') return undefined;
    throw error;
  }
}

function perform(
  job: JobDefinition,
  { tenant, event }: Found,
  credential: Credential,
  host: JobHost,
  { jobId, signal }: Attempt,
): Promise<void> {
  const place = { tenant, label: job.name, requestId: `job-${jobId}`, signal, credential };
  return actInside(host, place, (ctx) => ('on' in job ? job.run(ctx, event!) : job.run(ctx)));
}

/** A job belongs to the trace of the act whose event it reacts to, however much later it runs. */
const traced = (
  job: JobDefinition,
  { event, trace }: Found,
  { jobId, number }: Attempt,
  work: () => Promise<void>,
): Promise<void> =>
  span(
    `job ${job.name}`,
    {
      kind: 'consumer',
      parent: isTraceparent(trace) ? trace : undefined,
      attributes: {
        'smarteros.job': job.name,
        'smarteros.job_id': jobId,
        'smarteros.job_attempt': number,
        ...(event && { 'smarteros.event': event.name, 'smarteros.event_id': event.id }),
      },
    },
    work,
  );

const withFields = (log: Log, fields: object): Log => ({
  debug: (more, message) => log.debug({ ...fields, ...more }, message),
  info: (more, message) => log.info({ ...fields, ...more }, message),
  warn: (more, message) => log.warn({ ...fields, ...more }, message),
  error: (more, message) => log.error({ ...fields, ...more }, message),
});
