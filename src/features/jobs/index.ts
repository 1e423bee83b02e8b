export { jobJobs } from './jobs.ts';
