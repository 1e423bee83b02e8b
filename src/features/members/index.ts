import type { Operation } from '#core/operation.ts';
import { memberOperations } from './operations.ts';
import { ownerOperations } from './owners.ts';
import { roleOperations } from './roles.ts';

export { memberEvents } from './events.ts';
export { memberJobs } from './jobs.ts';
export { chooseRole } from './rules.ts';
export { roleInput } from './schema.ts';
export { lockOwners } from './store.ts';

/** `scopes()` are all scopes of the catalogue, known once it is complete. */
export const membershipOperations = (scopes: () => readonly string[]): readonly Operation[] => [
  ...memberOperations,
  ...ownerOperations,
  ...roleOperations(scopes),
];
