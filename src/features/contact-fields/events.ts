import { z } from 'zod';
import { defineEvent } from '#core/event.ts';

export const fieldDropped = defineEvent({
  name: 'contact_field.dropped',
  version: 1,
  summary: 'A field of contacts was deleted together with its values.',
  scope: 'contacts:read',
  data: z.object({ id: z.uuid(), key: z.string() }),
});

export const contactFieldEvents = [fieldDropped];
