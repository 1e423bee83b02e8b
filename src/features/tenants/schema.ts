import { z } from 'zod';
import { timestamp } from '#core/schemas.ts';
import { COUNTRIES } from '#core/tax-id.ts';

export const Tenant = z
  .object({
    id: z.uuid(),
    slug: z.string().describe('Its name in addresses and on the command line.'),
    taxId: z.string().describe('Canonical tax id, e.g. 12345678-5.'),
    country: z.enum(COUNTRIES),
    name: z.string(),
    status: z.enum(['active', 'suspended', 'closing']),
    verified: z.boolean().describe('Whether its claim to the tax id was proved.'),
    purgeAfter: timestamp.nullable().describe('While closing: until when its deletion can be undone.'),
    createdAt: timestamp,
    version: z.int().min(1),
  })
  .meta({ id: 'Tenant' });
export type Tenant = z.infer<typeof Tenant>;

/** Path parameter of everything that is about one company. */
export const reference = z.string().min(1).max(50).describe('Id or slug of the company.');
