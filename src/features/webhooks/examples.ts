import { EXAMPLE } from '#core/example.ts';
import type { Webhook } from './schema.ts';

/** The webhook of the example tenant. */
export const example: Webhook = {
  id: EXAMPLE.webhook.id,
  url: EXAMPLE.webhook.url,
  events: ['contact.*'],
  description: 'Bodega',
  enabled: true,
  disabledReason: null,
  disabledAt: null,
  failingSince: null,
  position: 1,
  rotatedAt: null,
  createdAt: EXAMPLE.tenant.createdAt,
  updatedAt: EXAMPLE.tenant.createdAt,
  version: 1,
};

export const secretExample = '****';
