import type { Operation } from '#core/operation.ts';
import { formOperations } from './form.ts';
import { contactOperations as crud } from './operations.ts';

export const contactOperations: readonly Operation[] = [...crud, ...formOperations];
export { contactData } from './personal-data.ts';
export { contactJobs } from './jobs.ts';
export { contactCreated, contactDeleted, contactUpdated, contactEvents } from './events.ts';
export { checkLine, MATCHES, matchTerm, type Match } from './bulk/lines.ts';
export {
  deleteContacts,
  insertContacts,
  lockContacts,
  lockContactsByTerm,
  updateContacts,
} from './bulk/store.ts';
export { csvRow } from './csv.ts';
export type { ContactValues } from './rules.ts';
export type { Contact } from './schema.ts';
export { toContact, type ContactRow } from './store.ts';
