import { z } from 'zod';
import { defineEvent } from '#core/event.ts';
import { MESSAGE_FAILURES } from '#core/messaging.ts';

/** None carries a number or a word of a message: events are kept, and leave the house by webhooks. */
export const messageQueued = defineEvent({
  name: 'message.queued',
  version: 1,
  summary: 'A message is to be sent.',
  scope: 'messages:read',
  data: z.object({ id: z.uuid() }),
});
export const messageArrived = defineEvent({
  name: 'message.received',
  version: 1,
  summary: 'Somebody wrote to the company.',
  scope: 'messages:read',
  data: z.object({ id: z.uuid() }),
});
export const messageStatusChanged = defineEvent({
  name: 'message.status_changed',
  version: 1,
  summary: 'A message was sent, delivered, read, or failed.',
  scope: 'messages:read',
  data: z.object({
    id: z.uuid(),
    status: z.enum(['sent', 'delivered', 'read', 'failed']),
    failure: z.enum(MESSAGE_FAILURES).optional(),
  }),
});
export const tokenEndangered = defineEvent({
  name: 'whatsapp.token_endangered',
  version: 1,
  summary: 'The WhatsApp token is dead, lacks a right, or expires within ten days.',
  scope: null,
  data: z.object({
    state: z.enum(['expiring', 'lacking', 'dead']),
    expiresAt: z.string().nullable(),
    missing: z.array(z.string()),
  }),
});

export const messageEvents = [messageQueued, messageArrived, messageStatusChanged, tokenEndangered];
