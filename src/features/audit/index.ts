import { defineTimeline } from '#core/timeline.ts';
import { auditEntries } from './store.ts';

export { auditEvents } from './events.ts';
export { auditJobs } from './jobs.ts';
export const auditTimeline = defineTimeline({ name: 'audit', scope: 'audit:read', entries: auditEntries });
