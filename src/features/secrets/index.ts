export { secretEvents } from './events.ts';
export { secretJobs } from './jobs.ts';
export type { SecretParts } from './parts.ts';
