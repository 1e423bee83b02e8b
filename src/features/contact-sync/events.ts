import { z } from 'zod';
import { defineEvent } from '#core/event.ts';

const field = z.enum(['name', 'email', 'phone', 'taxId']);

export const contactSynced = defineEvent({
  name: 'contact.synced',
  version: 1,
  summary: 'A change of a contact came from an engine.',
  scope: 'contacts:read',
  data: z.object({
    id: z.uuid(),
    version: z.int(),
    engine: z.string(),
    /** Its id there. */
    engineId: z.string(),
    /** What was taken over. */
    fields: z.array(field),
    /** What had changed on both sides, and stayed as it was here. */
    conflicts: z.array(field),
  }),
});

export const contactSyncEvents = [contactSynced];
