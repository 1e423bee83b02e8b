import { runWorker } from '#app/processes.ts';
import { homeFolder } from '#platform/config.ts';
import { tracedJobs } from './trace.ts';

export { runMigrate } from '#app/migrate.ts';
export { runApi } from '#app/processes.ts';

/** The product's worker as it is, with our jobs beside its own. */
export function runTracedWorker(): Promise<number> {
  return runWorker(tracedJobs(homeFolder()));
}
