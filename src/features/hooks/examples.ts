import { EXAMPLE } from '#core/example.ts';
import type { Hook, HookDelivery } from './schema.ts';

/** Of the example tenant. */
export const exampleHook: Hook = {
  engine: 'shopify',
  title: 'Shopify',
  createdAt: EXAMPLE.tenant.createdAt,
  rotatedAt: null,
  oldUntil: null,
  lastAt: EXAMPLE.tenant.createdAt,
};

export const exampleBody = '{"id":820982911946154508,"name":"#1001","financial_status":"paid"}';

export const exampleDelivery: HookDelivery = {
  id: EXAMPLE.hookDeliveryId,
  engine: 'shopify',
  kind: 'orders/paid',
  bytes: exampleBody.length,
  status: 'done',
  attempts: 1,
  errorCode: null,
  told: 1,
  receivedAt: EXAMPLE.tenant.createdAt,
  processedAt: EXAMPLE.tenant.createdAt,
};
