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

const cursorOf = (line: number): string => Buffer.from(`line ${line}`).toString('base64url');

/** @throws AppError invalid_input for a cursor that isn't one of ours */
function lineOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  const [, line] = /^line ([1-9]\d{0,8})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (line !== undefined && cursorOf(Number(line)) === cursor) return Number(line);
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
  nextCursor: rows.length > limit ? cursorOf(rows[limit - 1]!.line) : null,
});

const errors = defineOperation({
  name: 'imports.errors',
  route: 'GET /imports/{id}/errors',
  summary: 'List the lines of a file that made no contact, and why.',
  words: 'rejected lines · líneas rechazadas',
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
  input: z.strictObject({
    id,
    limit: z.int().min(1).max(FILE_LINES).default(FILE_LINES).describe('Lines per page.'),
    cursor: pageInput.cursor,
  }),
  output: z.object({ text: z.string(), nextCursor: z.string().nullable() }).meta({ id: 'ImportErrorFile' }),
  examples: [{ title: 'All of it', input: { id: finished.id }, output: { text: '****', nextCursor: null } }],
  run: async (ctx, input) => {
    const [[row], rows] = await ctx.db.batch([
      findImport(input.id),
      listErrors(input.id, lineOf(input.cursor), input.limit + 1),
    ]);
    if (!row) throw new AppError('not_found');
    const { lines, nextCursor } = cut(rows, input.limit);
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
  summary:
    'List the contacts that undoing an import left alone: somebody changed them since, or a legal hold keeps them.',
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
