import type { Operation } from '#core/operation.ts';
import { deliveryOperations } from './delivery-operations.ts';
import { endpointOperations } from './operations.ts';
import type { WebhookParts } from './parts.ts';

export { startDispatcher, type Dispatcher } from './delivery/dispatcher.ts';
export { disableEndpoint } from './disable.ts';
export { webhookEvents } from './events.ts';
export { webhookJobs } from './jobs.ts';
export type { WebhookParts } from './parts.ts';

export const webhookOperations = (parts: WebhookParts): readonly Operation[] => [
  ...endpointOperations(parts),
  ...deliveryOperations(parts),
];
