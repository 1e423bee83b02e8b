import { z } from 'zod';
import { defineEvent } from '#core/event.ts';

/** Carries no number, no address and no link: events are kept, and leave the house by webhooks. */
export const invitationCreated = defineEvent({
  name: 'invitation.created',
  version: 1,
  summary: 'Somebody was invited to the company.',
  scope: 'invitations:read',
  data: z.object({ id: z.uuid() }),
});

export const invitationEvents = [invitationCreated];
