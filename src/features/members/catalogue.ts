import type { Operation } from '#core/operation.ts';
import { memberOperations } from './operations.ts';
import { ownerOperations } from './owners.ts';
import { roleOperations } from './roles.ts';

/** `scopes()` are all scopes of the catalogue, known once it is complete. */
export const membershipOperations = (scopes: () => readonly string[]): readonly Operation[] => [
  ...memberOperations,
  ...ownerOperations,
  ...roleOperations(scopes),
];
