import { z } from 'zod';
import { label, prose, timestamp } from '#core/schemas.ts';
import { MATCHES } from '#features/contacts/index.ts';
import { CHANNELS, purpose } from '#features/privacy/index.ts';
import { DELIMITERS } from './files/csv.ts';
import { ENCODINGS } from './files/encoding.ts';
import { TARGET } from './mapping.ts';

export const MAX_BYTES = 33_554_432;
/** Characters of one part: with its JSON around it, it fits the API's request. */
const MAX_PART = 700_000;
export const MAX_PARTS = 200;
/** Files of a company that are uploaded and not yet read. */
export const MAX_WAITING = 20;

export const FORMATS = ['csv', 'vcard'] as const;
const STATES = ['uploading', 'running', 'finished', 'cancelled', 'failed', 'undoing', 'undone'] as const;

export const Import = z
  .object({
    id: z.uuid(),
    state: z.enum(STATES),
    format: z.enum(FORMATS),
    fileName: z.string(),
    bytes: z.int(),
    parts: z.int(),
    rows: z.int().describe('Contacts of the file that were looked at.'),
    total: z.int().describe('How many there are; an estimate until it is finished, 0 before it is started.'),
    created: z.int(),
    updated: z.int(),
    skipped: z.int().describe('Were there already.'),
    failed: z.int().describe('Lines with errors: imports.errors.'),
    undone: z.int().describe('Contacts that undoing has removed or restored.'),
    conflicts: z.int().describe('Contacts that undoing left alone: imports.conflicts.'),
    failure: z.string().nullable().describe('Why it failed as a whole.'),
    createdAt: timestamp,
    startedAt: timestamp.nullable(),
    finishedAt: timestamp.nullable(),
  })
  .meta({ id: 'Import' });
export type Import = z.infer<typeof Import>;

export const content = {
  content: z
    .string()
    .max(MAX_PART)
    .describe('A part of the file: as text, or its bytes in base64.')
    .meta({ 'x-upload': { parts: 'imports.add_part', maxBytes: MAX_BYTES } }),
  base64: z.boolean().default(false).describe('`content` is base64: for files that aren’t UTF-8.'),
};

const mapping = z
  .record(z.string().max(210), z.union([z.string().regex(TARGET), z.literal('')]))
  .describe(
    'What each column is: name, firstName, lastName, email, phone, taxId, tags, consent or fields.<key>; empty: ignored. Columns that aren’t named are guessed.',
  );

/** How a file is read; preview and start take the same. */
export const settingsInput = {
  mapping: mapping.optional(),
  header: z.boolean().optional().describe('The first line names the columns; found out if left out.'),
  delimiter: z.enum(DELIMITERS).optional().describe('Of CSV; found out if left out.'),
  encoding: z.enum(ENCODINGS).optional().describe('Found out if left out.'),
  duplicates: z
    .enum(['skip', 'update', 'create'])
    .default('skip')
    .describe('What happens to a contact that is there already: nothing, it is updated, or there are two.'),
  matchBy: z
    .array(z.enum(MATCHES))
    .min(1)
    .max(MATCHES.length)
    .default([...MATCHES])
    .describe('By what contacts are the same, in this order.'),
  tags: z.array(label(50)).max(10).default([]).describe('Tags for all of them.'),
  consent: z
    .strictObject({
      purpose,
      text: prose(10_000).describe('The exact words that they agreed to.'),
      channel: z.enum(CHANNELS).describe('How they did.'),
    })
    .optional()
    .describe('What the column `consent` says yes to; other words than yes in it are kept as its proof.'),
};
const settings = z.strictObject(settingsInput);
export type SettingsInput = z.output<typeof settings>;
