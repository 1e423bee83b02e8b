import type { Operation } from '#core/operation.ts';
import { answerOperations } from './answers.ts';
import { offerOperations } from './operations.ts';

/** `key`: of the links' tokens. */
export const invitationOperations = (key: Buffer): readonly Operation[] => [
  ...offerOperations(key),
  ...answerOperations,
];
