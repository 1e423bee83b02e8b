import { defineTimeline } from '#core/timeline.ts';
import { messageEntries } from './store.ts';
export { messageEvents } from './events.ts';
export { messageJobs } from './jobs.ts';
export { messageData } from './personal-data.ts';
export { createWebhook } from './webhook.ts';
export { findHealth } from './store.ts';

export const messageTimeline = defineTimeline({
  name: 'messages',
  scope: 'messages:read',
  entries: messageEntries,
});
