import { z } from 'zod';
import { defineEvent } from '#core/event.ts';

const engine = z.string();

export const engineProgressed = defineEvent({
  name: 'engine.progressed',
  version: 1,
  summary: 'A step of setting an engine up for the company began or ended.',
  scope: 'engines:read',
  data: z.object({
    engine,
    step: z.string(),
    /** `started`, `found` (it was there already) or `done`. */
    status: z.enum(['started', 'found', 'done']),
    number: z.int(),
    of: z.int(),
  }),
});
export const engineReached = defineEvent({
  name: 'engine.reached',
  version: 1,
  summary: 'The company has in an engine what it is to have: set up, suspended or removed.',
  scope: 'engines:read',
  data: z.object({ engine, reached: z.enum(['present', 'suspended', 'absent']) }),
});
export const engineFailed = defineEvent({
  name: 'engine.failed',
  version: 1,
  summary: 'A step of setting an engine up failed; it is tried again.',
  scope: 'engines:read',
  data: z.object({ engine, step: z.string().nullable(), code: z.string(), attempts: z.int() }),
});
export const engineDrifted = defineEvent({
  name: 'engine.drifted',
  version: 1,
  summary: 'Something of the company’s was changed or removed in an engine.',
  scope: 'engines:read',
  data: z.object({ engine, step: z.string() }),
});

export const enginePersonChanged = defineEvent({
  name: 'engine.person_changed',
  version: 1,
  summary: 'Somebody was let into an engine, changed or shut out there.',
  scope: 'members:read',
  data: z.object({ engine, person: z.uuid(), status: z.enum(['present', 'disabled']) }),
});

export const instanceConnected = defineEvent({
  name: 'instance.connected',
  version: 1,
  summary: 'The operator connected an engine that companies share.',
  scope: null,
  data: z.object({ id: z.uuid(), engine }),
});

export const engineEvents = [
  engineProgressed,
  engineReached,
  engineFailed,
  engineDrifted,
  enginePersonChanged,
  instanceConnected,
];
