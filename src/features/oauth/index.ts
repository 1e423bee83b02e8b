export { oauthJobs } from './jobs.ts';
