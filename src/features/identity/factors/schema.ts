import { z } from 'zod';

export const RecoveryCodes = z
  .object({
    recoveryCodes: z
      .array(z.string())
      .nullable()
      .meta({ secret: true })
      .describe('Each works once, instead of the second factor. Keep them on paper.'),
  })
  .meta({ id: 'RecoveryCodes' });

export const Factors = z
  .object({
    totp: z.boolean().describe('An app that shows codes.'),
    passkeys: z.int(),
    recoveryCodes: z.int().describe('How many are left.'),
    username: z.string().nullable().describe('Of the local login; null without one.'),
    alwaysAsk: z.boolean().describe('Every login asks for the second factor.'),
  })
  .meta({ id: 'Factors' });
