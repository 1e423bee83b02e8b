export { memberEvents } from './events.ts';
export { memberJobs } from './jobs.ts';
export { chooseRole } from './rules.ts';
export { roleInput } from './schema.ts';
export { lockOwners } from './store.ts';
