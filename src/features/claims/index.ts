export { claimJobs } from './jobs.ts';
export { claimOperations } from './operations.ts';
