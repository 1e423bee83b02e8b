import { contactCreated, contactDeleted, contactUpdated } from '#features/contacts/index.ts';

/** Events that say that a contact may have to be sent. */
export const NAMES: readonly string[] = [contactCreated, contactUpdated, contactDeleted].map(
  ({ name }) => name,
);
