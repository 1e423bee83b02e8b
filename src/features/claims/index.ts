export { claimEvents } from './events.ts';
export { claimJobs } from './jobs.ts';
export { claimOperations } from './operations.ts';
