export { connectAgent, disconnectAgent, GRANT_DAYS } from './connect.ts';
export { oauthJobs } from './jobs.ts';
export { oauthOperations } from './operations.ts';
