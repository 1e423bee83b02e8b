import { z } from 'zod';
import { defineEvent } from '#core/event.ts';
import { Checkpoint } from './schema.ts';

/** With the token, so that a webhook carries it out of the installation: there it proves most. */
export const auditCheckpointed = defineEvent({
  name: 'audit.checkpointed',
  version: 1,
  summary: 'How far the company’s audit has come was signed.',
  scope: 'audit:read',
  // Without the name that the API's documents know it by: events are documents of their own.
  data: z.object(Checkpoint.shape),
});

export const auditEvents = [auditCheckpointed];
