import type { Operation } from '#core/operation.ts';
import { hookDeliveryOperations } from './delivery-operations.ts';
import { addressOperations } from './operations.ts';
import type { HookParts } from './parts.ts';

export { hookUrl, knownHookUrl } from './address.ts';
export { hookEvents } from './events.ts';
export { hookJobs } from './jobs.ts';
export type { HookParts } from './parts.ts';
export { createReceiver } from './receive.ts';

export const hookOperations = (parts: HookParts): readonly Operation[] => [
  ...addressOperations(parts),
  ...hookDeliveryOperations(parts),
];
