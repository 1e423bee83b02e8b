export { startDispatcher, type Dispatcher } from './delivery/dispatcher.ts';
export { webhookStats } from './delivery/store.ts';
export { disableEndpoint } from './disable.ts';
export { webhookEvents } from './events.ts';
export { webhookJobs } from './jobs.ts';
export type { WebhookParts } from './parts.ts';
