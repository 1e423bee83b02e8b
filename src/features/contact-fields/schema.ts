import { z } from 'zod';
import { label, timestamp } from '#core/schemas.ts';

export const TYPES = [
  'text',
  'number',
  'date',
  'boolean',
  'one_of',
  'many_of',
  'url',
  'mail',
  'phone',
  'tax_id',
] as const;
export type FieldType = (typeof TYPES)[number];

/** Fields that a company can have: a screen of them, several times over. */
export const MAX_FIELDS = 100;
const MAX_OPTIONS = 100;
/** Characters of a value. */
export const MAX_VALUE = 1_000;
const MAX_OPTION = 100;
/** Bytes of all values of one contact together, as JSON. */
export const MAX_BYTES = 16_384;

export const key = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/)
  .meta({
    'x-expects': {
      en: 'must be lower-case letters, digits and _, beginning with a letter',
      es: 'debe tener minúsculas, dígitos y _, y empezar con una letra',
    },
  });

export const FieldValue = z.union([
  z.string().max(MAX_VALUE),
  z.number(),
  z.boolean(),
  z.array(z.string().max(MAX_OPTION)).max(MAX_OPTIONS),
]);
export type FieldValue = z.infer<typeof FieldValue>;
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** What create and update take; which keys and values are right depends on the company. */
export const fieldInput = z.record(key, FieldValue.nullable());

export const options = z.array(label(MAX_OPTION)).max(MAX_OPTIONS);

export const ContactField = z
  .object({
    id: z.uuid(),
    key: z.string().describe('Its name in `fields` of a contact.'),
    title: z.string(),
    type: z.enum(TYPES),
    options: z.array(z.string()).describe('What one_of and many_of choose from.'),
    archived: z.boolean().describe('Nothing new is written into it; its values stay.'),
    createdAt: timestamp,
    version: z.int(),
  })
  .meta({ id: 'ContactField' });
export type ContactField = z.infer<typeof ContactField>;
