export { claimEvents } from './events.ts';
export { claimJobs } from './jobs.ts';
