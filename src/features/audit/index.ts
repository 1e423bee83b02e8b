import type { Operation } from '#core/operation.ts';
import { defineTimeline } from '#core/timeline.ts';
import type { Checkpoints } from '#platform/tokens/checkpoints.ts';
import { create, list as listCheckpoints } from './checkpoints.ts';
import { exportAudit } from './export.ts';
import { list } from './operations.ts';
import { auditEntries } from './store.ts';
import { verify } from './verify.ts';

/** Who only describes them has no key to sign checkpoints with. */
export const auditOperations = (checkpoints?: Checkpoints): readonly Operation[] => [
  list,
  verify(checkpoints),
  create(checkpoints),
  listCheckpoints,
  exportAudit,
];
export const auditTimeline = defineTimeline({ name: 'audit', scope: 'audit:read', entries: auditEntries });
export { auditJobs } from './checkpoints.ts';
export { auditEvents } from './events.ts';
