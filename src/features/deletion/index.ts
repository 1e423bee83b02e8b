export { deletionEvents } from './events.ts';
export { deletionJobs } from './jobs.ts';
