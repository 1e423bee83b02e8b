import type { Operation } from '#core/operation.ts';
import type { PersonalData } from '#core/personal-data.ts';
import type { TimelineSource } from '#core/timeline.ts';
import { exportOperations } from './export/operations.ts';
import { duplicateOperations } from './merges/duplicates.ts';
import { mergeOperations } from './merges/operations.ts';
import { contactOperations as crud } from './operations.ts';
import { timelineOperations } from './timeline/operations.ts';

export { formOperations } from './form/operations.ts';
export { FORM_CHALLENGE_SECONDS } from './form/protection.ts';

/** `declared`: what features hold about contacts, of which some goes over when two become one; `timelines`: what they tell of them. */
export const contactOperations = (
  declared: readonly PersonalData[],
  timelines: readonly TimelineSource[],
): readonly Operation[] => [
  ...crud,
  ...exportOperations,
  ...duplicateOperations,
  ...mergeOperations(declared),
  ...timelineOperations(timelines),
];
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
