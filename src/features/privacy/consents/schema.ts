import { z } from 'zod';

export const CHANNELS = ['web_form', 'whatsapp', 'phone', 'paper', 'in_person', 'email', 'api'] as const;
export const purpose = z
  .string()
  .regex(/^[a-z][a-z0-9_]{1,49}$/)
  .meta({
    'x-expects': {
      en: 'must be 2 to 50 of a–z, 0–9 and _, beginning with a letter, e.g. marketing',
      es: 'deben ser 2 a 50 de a–z, 0–9 y _, partiendo por una letra; por ejemplo, marketing',
    },
  })
  .describe('What for, in lower case, e.g. marketing.');
