import { z } from 'zod';
import { defineEvent } from '#core/event.ts';

export const memberRemoved = defineEvent({
  name: 'member.removed',
  version: 1,
  summary: 'Somebody was removed from the company.',
  scope: 'members:read',
  data: z.object({ id: z.uuid() }),
});

export const memberEvents = [memberRemoved];
