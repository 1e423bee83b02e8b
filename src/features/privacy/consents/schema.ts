import { z } from 'zod';

export const CHANNELS = ['web_form', 'whatsapp', 'phone', 'paper', 'in_person', 'email', 'api'] as const;
export const purpose = z
  .string()
  .regex(/^[a-z][a-z0-9_]{1,49}$/)
  .describe('What for, in lower case, e.g. marketing.');
