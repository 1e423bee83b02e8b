import type { Operation } from '#core/operation.ts';
import { deliveryOperations } from './delivery-operations.ts';
import { endpointOperations } from './operations.ts';
import type { WebhookParts } from './parts.ts';

export const webhookOperations = (parts: WebhookParts): readonly Operation[] => [
  ...endpointOperations(parts),
  ...deliveryOperations(parts),
];
