import { z } from 'zod';
import { defineEvent } from '#core/event.ts';

export const webhookDisabled = defineEvent({
  name: 'webhook.disabled',
  version: 1,
  summary: 'A webhook endpoint was switched off: it answered 410, or failed for five days.',
  scope: 'webhooks:read',
  data: z.object({ id: z.uuid(), reason: z.enum(['gone', 'failing']) }),
});

/** Goes to one endpoint only, and stands in no outbox. */
export const webhookTest = defineEvent({
  name: 'webhook.test',
  version: 1,
  summary: 'Somebody tried a webhook endpoint out (webhooks.test).',
  scope: 'webhooks:read',
  data: z.object({ message: z.string() }),
});

export const webhookEvents = [webhookDisabled, webhookTest];
