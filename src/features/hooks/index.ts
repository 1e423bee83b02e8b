export { hookUrl, knownHookUrl } from './address.ts';
export { hookEvents } from './events.ts';
export { hookJobs } from './jobs.ts';
export type { HookParts } from './parts.ts';
export { createReceiver } from './receive.ts';
