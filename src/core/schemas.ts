import { z } from 'zod';

/** One line that people read: not blank, no control characters, so that it fits a mail's subject. Trim it before you store it. */
export const label = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    // oxlint-disable-next-line no-control-regex -- they are what it refuses; \p{Cc} isn't known to every reader of our schemas
    .regex(/^[^\u0000-\u001f\u007f]*[^\s\u0000-\u001f\u007f][^\u0000-\u001f\u007f]*$/)
    .meta({
      'x-expects': {
        en: 'must be one line that isn’t blank',
        es: 'debe ser una línea que no esté en blanco',
      },
    });

/** Text of several lines. Trim it before you store it. */
export const prose = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .regex(/\S/)
    .meta({ 'x-expects': { en: 'must not be blank', es: 'no debe estar en blanco' } });

export const timestamp = z.string().describe('ISO 8601, UTC, milliseconds.');
