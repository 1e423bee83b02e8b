import { defineTimeline } from '#core/timeline.ts';
import { importsOf } from './store.ts';

export const importTimeline = defineTimeline({ name: 'imports', scope: 'contacts:read', entries: importsOf });
export { importEvents } from './events.ts';
export { importJobs } from './jobs.ts';
export { importData } from './personal-data.ts';
