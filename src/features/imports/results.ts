import { z } from 'zod';
import { AppError, invalidField } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { decodeCursor, page, pageInput, pageOf } from '#core/pagination.ts';
import { csvRow } from '#features/contacts/index.ts';
import { finished } from './examples.ts';
import { errorsOf, LineErrors } from './review.ts';
import { findImport, listConflicts, listErrors, type ErrorLine } from './store.ts';

const id = z.uuid().describe('Id of the import.');
/** Lines of one page of the file. */
const FILE_LINES = 1_000;

const ErrorLineShape = z
  .object({ line: z.int(), raw: z.string().describe('As it stands in the file.'), errors: LineErrors })
  .meta({ id: 'ImportErrorLine' });

/** Cursors are line numbers. @throws AppError invalid_input */
function lineOf(cursor: string | undefined): number {
  const line = cursor === undefined ? 0 : Number(/^[1-9]\d{0,8}$/.exec(cursor)?.[0]);
  if (!Number.isNaN(line)) return line;
  throw invalidField('cursor', 'cursor', {
    en: 'must be the nextCursor of the page before, unchanged',
    es: 'debe ser el nextCursor de la página anterior, sin cambios',
  });
}

const cut = (
  rows: readonly ErrorLine[],
  limit: number,
): { lines: readonly ErrorLine[]; nextCursor: string | null } => ({
  lines: rows.slice(0, limit),
  nextCursor: rows.length > limit ? String(rows[limit - 1]!.line) : null,
});

const errors = defineOperation({
  name: 'imports.errors',
  route: 'GET /imports/{id}/errors',
  summary: 'List the lines of a file that made no contact, and why.',
  effect: 'read',
  access: [{ scope: 'contacts:read' }],
  input: z.strictObject({ id, ...pageInput }),
  output: pageOf(ErrorLineShape),
  examples: [
    {
      title: 'One line',
      input: { id: finished.id },
      output: {
        data: [
          {
            line: 4,
            raw: 'Eva Ríos;eva;',
            errors: [{ column: 'Correo', field: 'email', code: 'email', message: '****' }],
          },
        ],
        nextCursor: null,
      },
    },
  ],
  run: async (ctx, input) => {
    const [[row], rows] = await ctx.db.batch([
      findImport(input.id),
      listErrors(input.id, lineOf(input.cursor), input.limit + 1),
    ]);
    if (!row) throw new AppError('not_found');
    const { lines, nextCursor } = cut(rows, input.limit);
    const data = lines.map((one) => ({
      line: one.line,
      raw: one.raw,
      errors: errorsOf(one, ctx.client.language),
    }));
    return { data, nextCursor };
  },
});

const HEADER = {
  en: ['line', 'column', 'code', 'error', 'original line'],
  es: ['línea', 'columna', 'código', 'error', 'línea original'],
} as const;

const errorFile = defineOperation({
  name: 'imports.error_file',
  route: 'GET /imports/{id}/errors.csv',
  summary: 'Get the lines with errors as a CSV file, page by page.',
  description: 'A row per error, to be put behind each other; the first page begins with the header.',
  effect: 'read',
  access: [{ scope: 'contacts:read' }],
  input: z.strictObject({ id, cursor: pageInput.cursor }),
  output: z.object({ text: z.string(), nextCursor: z.string().nullable() }).meta({ id: 'ImportErrorFile' }),
  examples: [{ title: 'All of it', input: { id: finished.id }, output: { text: '****', nextCursor: null } }],
  run: async (ctx, input) => {
    const [[row], rows] = await ctx.db.batch([
      findImport(input.id),
      listErrors(input.id, lineOf(input.cursor), FILE_LINES + 1),
    ]);
    if (!row) throw new AppError('not_found');
    const { lines, nextCursor } = cut(rows, FILE_LINES);
    const { language } = ctx.client;
    const body = lines.flatMap((one) =>
      errorsOf(one, language).map(({ column, code, message }) =>
        csvRow([String(one.line), column ?? '', code, message, one.raw]),
      ),
    );
    const head = input.cursor === undefined ? [csvRow(HEADER[language])] : [];
    return { text: [...head, ...body].join(''), nextCursor };
  },
});

const conflicts = defineOperation({
  name: 'imports.conflicts',
  route: 'GET /imports/{id}/conflicts',
  summary: 'List the contacts that undoing an import left alone, because somebody changed them since.',
  effect: 'read',
  access: [{ scope: 'contacts:read' }],
  input: z.strictObject({ id, ...pageInput }),
  output: pageOf(
    z
      .object({ id: z.uuid().describe('The contact.'), created: z.boolean().describe('By the import.') })
      .meta({ id: 'ImportConflict' }),
  ),
  examples: [
    {
      title: 'One contact',
      input: { id: finished.id },
      output: { data: [{ id: EXAMPLE.conflictId, created: true }], nextCursor: null },
    },
  ],
  run: async (ctx, { id: importId, limit, cursor }) => {
    const [[row], rows] = await ctx.db.batch([
      findImport(importId),
      listConflicts(importId, decodeCursor(cursor), limit + 1),
    ]);
    if (!row) throw new AppError('not_found');
    return page(rows, limit);
  },
});

export const resultOperations: readonly Operation[] = [errors, errorFile, conflicts];
