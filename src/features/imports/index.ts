import type { Operation } from '#core/operation.ts';
import { defineTimeline } from '#core/timeline.ts';
import { importsOf } from './store.ts';
import { controlOperations } from './control.ts';
import { resultOperations } from './results.ts';
import { reviewOperations } from './review.ts';
import { uploadOperations } from './uploads.ts';

export const importOperations: readonly Operation[] = [
  ...uploadOperations,
  ...reviewOperations,
  ...controlOperations,
  ...resultOperations,
];
export const importTimeline = defineTimeline({ name: 'imports', scope: 'contacts:read', entries: importsOf });
export { importEvents } from './events.ts';
export { importJobs } from './jobs.ts';
export { importData } from './personal-data.ts';
