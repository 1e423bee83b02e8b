import { z } from 'zod';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { decodeCursor, encodeCursor, pageInput } from '#core/pagination.ts';
import { listFields, type ContactField, type FieldValue } from '#features/contact-fields/index.ts';
import { csvRow } from '#features/contacts/csv.ts';
import { filterInput, filterOf } from '#features/contacts/filter.ts';
import type { Contact } from '#features/contacts/schema.ts';
import { planOnce, toContact } from '#features/contacts/store.ts';
import { exportPage } from './store.ts';

/** Contacts of one page: about 200 kB. */
const PAGE = 1_000;
const MAX_PAGE = 2_000;
const FOLD_AT = 75;

const COLUMNS = {
  en: ['id', 'name', 'email', 'phone', 'tax id', 'tags', 'created at'],
  es: ['id', 'nombre', 'correo', 'teléfono', 'rut', 'etiquetas', 'creado'],
} as const;

const textOf = (value: FieldValue | undefined): string =>
  Array.isArray(value) ? value.join(', ') : value === undefined ? '' : String(value);

const csvOf = (contact: Contact, fields: readonly ContactField[]): string =>
  csvRow([
    contact.id,
    contact.name,
    contact.email ?? '',
    contact.phone ?? '',
    contact.taxId ?? '',
    contact.tags.join(', '),
    contact.createdAt,
    ...fields.map(({ key }) => textOf(contact.fields?.[key])),
  ]);

const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, String.raw`\$&`).replaceAll(/\r\n|\r|\n/g, String.raw`\n`);

/** RFC 6350 §3.2: lines of 75 bytes, no character cut in two. */
function folded(line: string): string {
  const lines: string[] = [];
  let [at, bytes] = ['', 0];
  for (const character of line) {
    const more = Buffer.byteLength(character);
    if (bytes + more > FOLD_AT) {
      lines.push(at);
      [at, bytes] = [' ', 1];
    }
    at += character;
    bytes += more;
  }
  return [...lines, at].join('\r\n');
}

const vcardOf = ({ id, name, email, phone, taxId, tags }: Contact): string =>
  [
    'BEGIN:VCARD',
    'VERSION:4.0',
    `UID:urn:uuid:${id}`,
    `FN:${escaped(name)}`,
    ...(email === undefined ? [] : [`EMAIL:${escaped(email)}`]),
    ...(phone === undefined ? [] : [`TEL;VALUE=uri:tel:${phone}`]),
    ...(taxId === undefined ? [] : [`X-RUT:${escaped(taxId)}`]),
    ...(tags.length === 0 ? [] : [`CATEGORIES:${tags.map(escaped).join(',')}`]),
    'END:VCARD',
    '',
  ]
    .map(folded)
    .join('\r\n');

const exportContacts = defineOperation({
  name: 'contacts.export',
  route: 'GET /contacts/export',
  summary: 'Export contacts as CSV or vCard, page by page.',
  description:
    'The texts of the pages behind each other are the file. Cells that a spreadsheet would take for a formula get an apostrophe before them.',
  words: 'download the customer base, backup, Excel · bajar la base de clientes, respaldo, planilla',
  effect: 'read',
  access: [{ scope: 'contacts:read' }],
  input: z.strictObject({
    format: z.enum(['csv', 'vcard']).default('csv').describe('What the file is.'),
    ...filterInput,
    limit: z.int().min(1).max(MAX_PAGE).default(PAGE).describe('Contacts per page.'),
    cursor: pageInput.cursor,
  }),
  output: z.object({ text: z.string(), nextCursor: z.string().nullable() }).meta({ id: 'ContactExport' }),
  examples: [
    {
      title: 'One card',
      input: { format: 'vcard', tag: 'vip' },
      output: { text: vcardOf({ ...EXAMPLE.contact, tags: ['vip'] }), nextCursor: null },
    },
  ],
  run: async (ctx, { format, limit, cursor, ...input }) => {
    const filter = filterOf(input, ctx.tenant.country);
    const [, rows, fields] = await ctx.db.batch([
      planOnce,
      exportPage(filter, decodeCursor(cursor), limit + 1),
      listFields,
    ]);
    const shown = rows.slice(0, limit).map(toContact);
    const header =
      format === 'csv' && cursor === undefined
        ? [csvRow([...COLUMNS[ctx.client.language], ...fields.map(({ title }) => title)])]
        : [];
    const body = shown.map((contact) => (format === 'csv' ? csvOf(contact, fields) : vcardOf(contact)));
    return {
      text: [...header, ...body].join(''),
      nextCursor: rows.length > limit ? encodeCursor(shown.at(-1)!.id) : null,
    };
  },
});

export const exportOperations: readonly Operation[] = [exportContacts];
