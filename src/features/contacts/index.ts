export { contactData } from './personal-data.ts';
export { contactJobs } from './jobs.ts';
export { contactCreated, contactDeleted, contactUpdated, contactEvents } from './events.ts';
export { checkLine, MATCHES, matchTerm, type Match } from './bulk/lines.ts';
export {
  contactIdsAfter,
  deleteContacts,
  findContacts,
  insertContacts,
  lockContacts,
  lockContactsByTerm,
  updateContacts,
} from './bulk/store.ts';
export { csvRow } from './csv.ts';
export type { ContactValues } from './rules.ts';
export type { Contact } from './schema.ts';
export { findMerged, toContact, type ContactRow } from './store.ts';
export { FORM_CHALLENGE_SECONDS } from './form/protection.ts';
