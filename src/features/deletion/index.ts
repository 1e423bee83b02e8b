export { deletionJobs } from './jobs.ts';
export { deletionOperations } from './operations.ts';
