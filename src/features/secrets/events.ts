import { z } from 'zod';
import { defineEvent } from '#core/event.ts';

export const rotationAsked = defineEvent({
  name: 'secrets.rotation_asked',
  version: 1,
  summary: 'The operator wants the key of sealed secrets replaced.',
  scope: null,
  data: z.object({}),
});
export const moveAsked = defineEvent({
  name: 'secrets.move_asked',
  version: 1,
  summary: 'The operator wants all secrets in the store that is set.',
  scope: null,
  data: z.object({}),
});

export const secretEvents = [rotationAsked, moveAsked];
