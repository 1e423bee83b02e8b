import { z } from 'zod';
import { defineEvent } from '#core/event.ts';

/** Carries no number and no code: events are kept, and leave the house by webhooks. */
export const codeRequested = defineEvent({
  name: 'identity.code_requested',
  version: 1,
  summary: 'Somebody asked for a one-time code.',
  scope: null,
  data: z.object({ id: z.uuid() }),
});
export const codeUndelivered = defineEvent({
  name: 'identity.code_undelivered',
  version: 1,
  summary: 'WhatsApp could not deliver a one-time code.',
  scope: null,
  data: z.object({ id: z.uuid() }),
});
export const numberNotice = defineEvent({
  name: 'identity.number_notice',
  version: 1,
  summary: 'The old channel has to hear that a number changes.',
  scope: null,
  data: z.object({ id: z.uuid(), what: z.enum(['changed', 'asked', 'approved', 'completed']) }),
});

export const emailCodeRequested = defineEvent({
  name: 'identity.email_code_requested',
  version: 1,
  summary: 'Somebody wants to prove a mail address.',
  scope: null,
  data: z.object({ id: z.uuid() }),
});
export const emailNotice = defineEvent({
  name: 'identity.email_notice',
  version: 1,
  summary: 'The other channels have to hear that a mail address changed.',
  scope: null,
  data: z.object({ id: z.uuid(), what: z.enum(['changed', 'removed']) }),
});

export const identityEvents = [codeRequested, codeUndelivered, numberNotice, emailCodeRequested, emailNotice];
