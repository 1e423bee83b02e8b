import { JOBS } from '#app/catalogue.ts';
import { runWorker } from '#app/processes.ts';
import type { JobDefinition } from '#core/job.ts';
import { homeFolder } from '#platform/config.ts';
import { tracedJobs } from './trace.ts';

export { runMigrate } from '#app/migrate.ts';
export { runApi } from '#app/processes.ts';

/**
 * The product's worker as it is. It reads its list of jobs when it starts, so that ours are put in there before:
 * a worker put together here would test another one.
 */
export function runTracedWorker(): Promise<number> {
  (JOBS as JobDefinition[]).push(...tracedJobs(homeFolder()));
  return runWorker();
}
