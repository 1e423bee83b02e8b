import { setTimeout as sleep } from 'node:timers/promises';
import type { ScheduledJob } from '#core/job.ts';
import { addTenantJobs, isOvertaken } from '#platform/db/outbox.ts';
import type { Pool } from '#platform/db/pool.ts';
import { turnOf, type Task } from '#platform/jobs.ts';

/** Tenants per statement: short transactions, so that other jobs are added meanwhile. */
const PAGE_TENANTS = 1_000;
/** By then the queue has added all turns that it makes up for. */
const LATE_PAUSE_MS = 1_000;

export const scheduleTask = (job: ScheduledJob): string => `schedule:${job.name}`;

/**
 * A schedule's turn, as role relay: one job per active tenant, which then runs inside its tenant. Of several turns
 * that were missed only the last one counts. One that was interrupted starts over: its first tenants may run twice.
 */
export function fanOut(job: ScheduledJob, attempts: number, relay: Pool): Task {
  return async (payload, { signal }) => {
    const { plannedAt, late } = turnOf(payload);
    if (late) await sleep(LATE_PAUSE_MS, undefined, { signal });
    const [[turn]] = await relay.batch([isOvertaken(scheduleTask(job), plannedAt)]);
    if (turn!.overtaken) return;
    const addPage = async (after: string | null): Promise<string | null> => {
      const [[page]] = await relay.batch([
        addTenantJobs(
          { job: job.name, attempts, plannedAt, platformOnly: job.realm === 'identity' },
          after,
          PAGE_TENANTS,
        ),
      ]);
      return page!.last;
    };
    for (let last = await addPage(null); last !== null; last = await addPage(last)) signal.throwIfAborted();
  };
}
