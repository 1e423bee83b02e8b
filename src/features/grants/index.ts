export { grantEvents } from './events.ts';
export { grantJobs } from './jobs.ts';
export { GRANT_PREFIX } from './prefix.ts';
