export { contactSyncEvents } from './events.ts';
export { startContactSync } from './lanes/runner.ts';
export { contactSyncData } from './personal-data.ts';
export { noteContacts } from './store.ts';
