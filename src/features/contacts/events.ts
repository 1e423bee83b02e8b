import { z } from 'zod';
import { defineEvent } from '#core/event.ts';

const data = z.object({ id: z.uuid(), version: z.int() });

export const contactCreated = defineEvent({
  name: 'contact.created',
  version: 1,
  summary: 'A contact was created.',
  scope: 'contacts:read',
  data,
});
export const contactUpdated = defineEvent({
  name: 'contact.updated',
  version: 1,
  summary: 'A contact changed.',
  scope: 'contacts:read',
  data,
});
export const contactDeleted = defineEvent({
  name: 'contact.deleted',
  version: 1,
  summary: 'A contact was deleted.',
  scope: 'contacts:read',
  data,
});
export const messageReceived = defineEvent({
  name: 'contact.message_received',
  version: 1,
  summary: 'Somebody wrote through a public contact form.',
  scope: 'contacts:read',
  data: z.object({ id: z.uuid(), contactId: z.uuid(), formId: z.uuid() }),
});

export const messageHeld = defineEvent({
  name: 'contact.message_held',
  version: 1,
  summary: 'Somebody, or something, wrote through a public contact form; it may be spam.',
  scope: 'contacts:read',
  data: z.object({ id: z.uuid(), formId: z.uuid(), reason: z.string() }),
});

export const contactEvents = [contactCreated, contactUpdated, contactDeleted, messageReceived, messageHeld];
