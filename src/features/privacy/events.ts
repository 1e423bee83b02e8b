import { z } from 'zod';
import { defineEvent } from '#core/event.ts';

const consent = z.object({ id: z.uuid(), purpose: z.string(), contactId: z.uuid().nullable() });

export const consentGiven = defineEvent({
  name: 'consent.given',
  version: 1,
  summary: 'Somebody agreed to something.',
  scope: 'consents:read',
  data: consent,
});
export const consentWithdrawn = defineEvent({
  name: 'consent.withdrawn',
  version: 1,
  summary: 'Somebody withdrew their consent.',
  scope: 'consents:read',
  data: consent,
});
export const requestReceived = defineEvent({
  name: 'privacy.request_received',
  version: 1,
  summary: 'Somebody asked for something about their data.',
  scope: 'privacy:read',
  data: z.object({ id: z.uuid(), kind: z.string(), dueAt: z.string() }),
});
export const requestDue = defineEvent({
  name: 'privacy.request_due',
  version: 1,
  summary: 'A request about personal data must be decided soon.',
  scope: 'privacy:read',
  data: z.object({ id: z.uuid(), kind: z.string(), dueAt: z.string() }),
});
export const requestDecided = defineEvent({
  name: 'privacy.request_decided',
  version: 1,
  summary: 'A request about personal data was decided; whoever received that data is told by it.',
  scope: 'privacy:read',
  data: z.object({
    id: z.uuid(),
    kind: z.string(),
    outcome: z.enum(['granted', 'refused']),
    contactId: z.uuid().nullable(),
  }),
});

export const privacyEvents = [consentGiven, consentWithdrawn, requestReceived, requestDue, requestDecided];
