import type { Operation } from '#core/operation.ts';
import { hookDeliveryOperations } from './delivery-operations.ts';
import { addressOperations } from './operations.ts';
import type { HookParts } from './parts.ts';

export const hookOperations = (parts: HookParts): readonly Operation[] => [
  ...addressOperations(parts),
  ...hookDeliveryOperations(parts),
];
