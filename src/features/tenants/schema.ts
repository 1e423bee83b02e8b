import { z } from 'zod';
import { timestamp } from '#core/schemas.ts';
import { COUNTRIES } from '#core/tax-id.ts';

/** How a company is told from others at a glance. */
const hue = z
  .int()
  .min(0)
  .max(359)
  .nullable()
  .describe(
    'Its colour: an angle of OKLCH. Lightness is up to who shows it, so that every hue can be read. Null: none chosen.',
  );
const logo = z
  .string()
  .nullable()
  .describe('Which logo it has: another value, another logo. The image: GET /tenants/{id}/logo.');
export const looks = { hue, logo };

export const Tenant = z
  .object({
    id: z.uuid(),
    slug: z.string().describe('Its name in addresses and on the command line.'),
    taxId: z.string().describe('Canonical tax id, e.g. 12345678-5.'),
    country: z.enum(COUNTRIES),
    name: z.string(),
    status: z.enum(['active', 'suspended', 'closing']),
    hue,
    language: z.enum(['es', 'en']).describe('In which it writes to people who never chose one.'),
    logo,
    verified: z.boolean().describe('Whether its claim to the tax id was proved.'),
    purgeAfter: timestamp.nullable().describe('While closing: until when its deletion can be undone.'),
    createdAt: timestamp,
    version: z.int().min(1),
  })
  .meta({ id: 'Tenant' });
export type Tenant = z.infer<typeof Tenant>;

/** Path parameter of everything that is about one company. */
export const reference = z.string().min(1).max(50).describe('Id or slug of the company.');
