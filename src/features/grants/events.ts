import { z } from 'zod';
import { defineEvent } from '#core/event.ts';

export const grantOpened = defineEvent({
  name: 'grant.opened',
  version: 1,
  summary: 'The operator entered the company.',
  scope: 'grants:read',
  data: z.object({ id: z.uuid(), reason: z.string(), expiresAt: z.string() }),
});

export const grantEvents = [grantOpened];
