import { z } from 'zod';

/** Text that people read: not blank. Trim it before you store it (`x-expects` words the error). */
export const label = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/\S/)
    .meta({ 'x-expects': { en: 'must not be blank', es: 'no debe estar en blanco' } });

export const timestamp = z.string().describe('ISO 8601, UTC, milliseconds.');
