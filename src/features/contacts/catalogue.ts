import type { Operation } from '#core/operation.ts';
import type { PersonalData } from '#core/personal-data.ts';
import type { TimelineSource } from '#core/timeline.ts';
import { exportOperations } from './export/operations.ts';
import { duplicateOperations } from './merges/duplicates.ts';
import { mergeOperations } from './merges/operations.ts';
import { contactOperations as crud } from './operations.ts';
import { timelineOperations } from './timeline/operations.ts';

export { formOperations } from './form/operations.ts';

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
