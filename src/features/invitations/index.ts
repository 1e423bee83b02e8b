import type { Operation } from '#core/operation.ts';
import { answerOperations } from './answers.ts';
import { offerOperations } from './operations.ts';

export { invitationEvents } from './events.ts';
export { invitationJobs } from './jobs.ts';
export { invitationData } from './personal-data.ts';

/** `key`: of the links' tokens. */
export const invitationOperations = (key: Buffer): readonly Operation[] => [
  ...offerOperations(key),
  ...answerOperations,
];
