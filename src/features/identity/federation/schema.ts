import { z } from 'zod';
import { timestamp } from '#core/schemas.ts';

const MAX_PART = 4096;

export const issuer = z.string().min(1).max(40).describe('Name of the issuer: see auth.oidc_issuers.');
export const next = z.string().min(1).max(500).default('/').describe('Path to go on to afterwards.');

/** What an issuer adds to the address that it sends the browser back to. */
export const returnedInput = {
  issuer,
  state: z.string().min(1).max(MAX_PART),
  code: z.string().min(1).max(MAX_PART).optional(),
  error: z.string().max(MAX_PART).optional(),
  iss: z.string().max(MAX_PART).optional(),
};

export const Identity = z
  .object({
    id: z.uuid(),
    issuer: z.string(),
    email: z.string().nullable().describe('As the issuer says, to recognise it by.'),
    createdAt: timestamp,
    usedAt: timestamp,
  })
  .meta({ id: 'Identity' });
