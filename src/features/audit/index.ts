import { defineTimeline } from '#core/timeline.ts';
import { auditEntries } from './store.ts';

export { auditOperations } from './operations.ts';
export const auditTimeline = defineTimeline({ name: 'audit', scope: 'audit:read', entries: auditEntries });
