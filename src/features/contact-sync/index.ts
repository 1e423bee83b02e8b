export { contactSyncEvents } from './events.ts';
export { startContactSync, type ContactSync } from './lanes/runner.ts';
export { contactSyncData } from './personal-data.ts';
export { noteContacts } from './store.ts';
