export { messageEvents } from './events.ts';
export { messageJobs } from './jobs.ts';
export { messageOperations } from './operations.ts';
export { messageData } from './personal-data.ts';
export { createWebhook } from './webhook.ts';
export { findHealth } from './store.ts';
