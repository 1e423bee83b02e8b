import type { Operation } from '#core/operation.ts';
import { personOperations } from './operations.ts';
import { profileOperations } from './profile.ts';
import { sessionOperations } from './sessions.ts';

export const peopleOperations: readonly Operation[] = [
  ...profileOperations,
  ...sessionOperations,
  ...personOperations,
];
