export { secretEvents } from './events.ts';
export { secretJobs } from './jobs.ts';
export { secretOperations } from './operations.ts';
export type { SecretParts } from './parts.ts';
