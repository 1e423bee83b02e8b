import type { ScheduledJob } from '#core/job.ts';
import { addTenantJobs } from '#platform/db/outbox.ts';
import type { Pool } from '#platform/db/pool.ts';
import { plannedTime, type Task } from '#platform/jobs.ts';

/** Tenants per statement: short transactions, so that other jobs are added meanwhile. */
const PAGE_TENANTS = 1_000;

export const scheduleTask = (job: ScheduledJob): string => `schedule:${job.name}`;

/**
 * A schedule's turn, as role relay: one job per active tenant, which then runs inside its tenant. A turn that was
 * interrupted starts over, so the first tenants may run twice.
 */
export function fanOut(job: ScheduledJob, attempts: number, relay: Pool): Task {
  return async (payload, attempt) => {
    const turn = { job: job.name, attempts, plannedAt: plannedTime(payload) };
    const addPage = async (after: string | null): Promise<string | null> => {
      const [[page]] = await relay.batch([addTenantJobs(turn, after, PAGE_TENANTS)]);
      return page!.last;
    };
    for (let last = await addPage(null); last !== null; last = await addPage(last))
      attempt.signal.throwIfAborted();
  };
}
