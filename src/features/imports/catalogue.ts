import type { Operation } from '#core/operation.ts';
import { controlOperations } from './control.ts';
import { resultOperations } from './results.ts';
import { reviewOperations } from './review.ts';
import { uploadOperations } from './uploads.ts';

export const importOperations: readonly Operation[] = [
  ...uploadOperations,
  ...reviewOperations,
  ...controlOperations,
  ...resultOperations,
];
