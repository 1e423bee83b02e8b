export { engineEvents } from './events.ts';
export { engineJobs } from './jobs.ts';
export type { EngineParts } from './parts.ts';
export { ticketReader } from './people/tickets.ts';
export { startReconciler } from './reconcile/reconciler.ts';
export { exampleSharedEngines, findSharedEngines } from './shared.ts';
