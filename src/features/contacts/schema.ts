import { z } from 'zod';
import { label, timestamp } from '#core/schemas.ts';
import { fieldInput, FieldValue } from '#features/contact-fields/index.ts';

const MAX_TAGS = 50;
const MAX_TAG = 50;

export const Contact = z
  .object({
    id: z.uuid(),
    name: z.string(),
    email: z.string().optional(),
    phone: z.string().optional().describe('E.164.'),
    taxId: z
      .string()
      .optional()
      .describe('Canonical; with its country’s prefix when that isn’t the company’s.'),
    tags: z.array(z.string()),
    fields: z
      .record(z.string(), FieldValue)
      .readonly()
      .optional()
      .describe('Values of the company’s own fields (contact_fields.list) by key.'),
    createdAt: timestamp,
    version: z.int().min(1).describe('Goes up with each change; the ETag.'),
  })
  .meta({ id: 'Contact' });
export type Contact = z.infer<typeof Contact>;

export const fields = {
  name: label(200).describe('Name of the person or company.'),
  email: z.email().max(254).describe('Mail address.'),
  phone: z.string().min(3).max(30).describe('Phone; numbers without + are read as the company’s country’s.'),
  taxId: z
    .string()
    .min(1)
    .max(30)
    .describe('RUT, CUIT or RUC; of another country with prefix, like AR:20-12345678-6.'),
  tags: z.array(label(MAX_TAG)).max(MAX_TAGS).describe('Tags.'),
  fields: fieldInput.describe(
    'Values of the company’s own fields by key (contact_fields.list); null clears one.',
  ),
};
