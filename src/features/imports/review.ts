import { z } from 'zod';
import { AppError } from '#core/errors.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { FieldValue, listFields } from '#features/contact-fields/index.ts';
import { uploading } from './examples.ts';
import { DELIMITERS, readCsv } from './files/csv.ts';
import { decodeFile, ENCODINGS, wholeLines } from './files/encoding.ts';
import { readVcards } from './files/vcard.ts';
import { readLine, type Line } from './lines.ts';
import { settingsInput } from './schema.ts';
import { encodingOf, settle } from './settings.ts';
import { findImport, findPart } from './store.ts';

const MAX_LINES = 50;
const MAX_CELL = 200;

export const LineErrors = z.array(
  z.object({
    column: z.string().nullable().describe('Null: the whole line.'),
    field: z.string().nullable(),
    code: z.string(),
    message: z.string().describe('In the caller’s language.'),
  }),
);

/** In the caller's language. */
export const errorsOf = (line: Pick<Line, 'errors'>, language: 'en' | 'es'): z.infer<typeof LineErrors> =>
  line.errors.map(({ column, field, code, ...words }) => ({ column, field, code, message: words[language] }));

const preview = defineOperation({
  name: 'imports.preview',
  route: 'POST /imports/{id}/preview',
  summary: 'Show what the first lines of a file would become, and what is wrong with them.',
  description: 'Changes nothing. Takes what imports.start takes, and tells what was guessed.',
  effect: 'read',
  access: [{ scope: 'contacts:read' }],
  input: z.strictObject({
    id: z.uuid().describe('Id of the import.'),
    lines: z.int().min(1).max(MAX_LINES).default(10).describe('How many.'),
    ...settingsInput,
  }),
  output: z
    .object({
      encoding: z.enum(ENCODINGS),
      delimiter: z.enum(DELIMITERS).nullable(),
      header: z.boolean(),
      columns: z.array(
        z.object({
          name: z.string(),
          target: z.string().nullable().describe('What it is; null: ignored.'),
          sample: z.string(),
        }),
      ),
      lines: z.array(
        z.object({
          line: z.int(),
          contact: z
            .object({
              name: z.string(),
              email: z.string().optional(),
              phone: z.string().optional(),
              taxId: z.string().optional(),
              tags: z.array(z.string()),
              fields: z.record(z.string(), FieldValue).readonly().optional(),
            })
            .nullable(),
          consent: z.boolean(),
          errors: LineErrors,
        }),
      ),
    })
    .meta({ id: 'ImportPreview' }),
  examples: [
    {
      title: 'What was guessed',
      input: { id: uploading.id },
      output: {
        encoding: 'utf-8',
        delimiter: ';',
        header: true,
        columns: [
          { name: 'Nombre', target: 'name', sample: 'Luis Soto' },
          { name: 'Correo', target: 'email', sample: 'luis@example.com' },
          { name: 'RUT', target: 'taxId', sample: '22.222.222-2' },
        ],
        lines: [
          {
            line: 2,
            contact: { name: 'Luis Soto', email: 'luis@example.com', taxId: '22222222-2', tags: [] },
            consent: false,
            errors: [],
          },
          {
            line: 3,
            contact: null,
            consent: false,
            errors: [
              {
                column: 'Correo',
                field: 'email',
                code: 'email',
                message: '****',
              },
            ],
          },
        ],
      },
    },
  ],
  run: async (ctx, { id, lines: most, ...input }) => {
    const [[row], [part], definitions] = await ctx.db.batch([findImport(id), findPart(id, 1), listFields]);
    if (!row) throw new AppError('not_found');
    if (!part)
      throw new AppError('conflict', {
        detail: {
          en: 'The file is gone: it has been read already.',
          es: 'El archivo ya no está: fue leído.',
        },
      });
    const bytes = row.parts > 1 ? wholeLines(part.bytes) : part.bytes;
    const encoding = encodingOf(bytes, input.encoding);
    const text = decodeFile(bytes, encoding);
    const { settings, table } = settle(row.format, { text, encoding }, input, definitions);
    const { records } =
      row.format === 'csv'
        ? readCsv(text, table.begin, settings.delimiter, most)
        : readVcards(text, table.begin, most);
    const read = records.map((record) => readLine(record, settings, definitions, ctx.tenant.country));
    return {
      encoding,
      delimiter: row.format === 'csv' ? settings.delimiter : null,
      header: table.header,
      columns: table.columns.map((name, i) => ({
        name,
        target: settings.targets[i] ?? null,
        sample: (records[0]?.cells[i] ?? '').trim().slice(0, MAX_CELL),
      })),
      lines: read.map((one) => ({
        line: one.line,
        contact: one.values ?? null,
        consent: one.consent !== undefined,
        errors: errorsOf(one, ctx.client.language),
      })),
    };
  },
});

export const reviewOperations: readonly Operation[] = [preview];
