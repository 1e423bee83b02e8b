import { z } from 'zod';
import { holdsScope } from '#core/actor.ts';
import type { Ctx } from '#core/context.ts';
import { AppError } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { decodeCursor, page, pageInput, pageOf } from '#core/pagination.ts';
import { listFields } from '#features/contact-fields/index.ts';
import { importAdvanced } from './events.ts';
import { finished, uploading } from './examples.ts';
import { decodeFile } from './files/encoding.ts';
import { Import, settingsInput } from './schema.ts';
import { encodingOf, requireName, settle } from './settings.ts';
import { shown } from './shown.ts';
import { dropParts, findImport, listImports, listParts, lockImport, setState, startImport } from './store.ts';

const id = z.uuid().describe('Id of the import.');
const refuse = (en: string, es: string): AppError => new AppError('conflict', { detail: { en, es } });

const start = defineOperation({
  name: 'imports.start',
  route: 'POST /imports/{id}/start',
  summary: 'Read an uploaded file in.',
  description:
    'Runs by itself from here: ask imports.get how far it is, or listen to import.progressed and import.finished. Starting what runs already is harmless. A file with a consent column needs consents:write as well.',
  effect: 'write',
  access: [{ scope: 'contacts:write' }],
  audit: 'import.started',
  input: z.strictObject({ id, ...settingsInput }),
  output: Import,
  errors: ['conflict', 'insufficient_scope'],
  examples: [
    {
      title: 'As guessed, updating who is there already',
      input: { id: uploading.id, duplicates: 'update' },
      output: { ...uploading, state: 'running', startedAt: EXAMPLE.now },
    },
  ],
  run: (ctx, { id: importId, ...input }) =>
    ctx.db.tx(async (tx) => {
      if (input.consent && !holdsScope(ctx.actor.scopes, 'consents:write'))
        throw new AppError('insufficient_scope');
      const [row] = await tx.run(lockImport(importId));
      if (!row) throw new AppError('not_found');
      if (row.state !== 'uploading' && row.state !== 'running')
        throw refuse(
          'This import has ended. Upload the file again.',
          'Esta importación ya terminó. Suba el archivo otra vez.',
        );
      ctx.emit(importAdvanced, { id: importId });
      if (row.state === 'running') return shown(row);
      const file = Buffer.concat((await tx.run(listParts(importId))).map(({ bytes }) => bytes));
      const encoding = encodingOf(file, input.encoding);
      const text = decodeFile(file, encoding);
      const { settings } = settle(row.format, { text, encoding }, input, await tx.run(listFields));
      requireName(settings);
      const now = ctx.clock.now();
      await tx.run(startImport(importId, settings, now));
      return { ...shown(row), state: 'running' as const, startedAt: now.toISOString() };
    }),
});

const get = defineOperation({
  name: 'imports.get',
  route: 'GET /imports/{id}',
  summary: 'Show how far an import is.',
  words: 'progress · avance cuánto falta',
  effect: 'read',
  access: [{ scope: 'contacts:read' }],
  input: z.strictObject({ id }),
  output: Import,
  examples: [{ title: 'One that is done', input: { id: finished.id }, output: finished }],
  run: async (ctx, input) => {
    const [[row]] = await ctx.db.batch([findImport(input.id)]);
    if (!row) throw new AppError('not_found');
    return shown(row);
  },
});

const list = defineOperation({
  name: 'imports.list',
  route: 'GET /imports',
  summary: 'List imports, newest first.',
  effect: 'read',
  access: [{ scope: 'contacts:read' }],
  input: z.strictObject(pageInput),
  output: pageOf(Import),
  examples: [{ title: 'All', input: {}, output: { data: [finished, uploading], nextCursor: null } }],
  run: async (ctx, { limit, cursor }) => {
    const [rows] = await ctx.db.batch([listImports(decodeCursor(cursor), limit + 1)]);
    const { data, nextCursor } = page(rows, limit);
    return { data: data.map(shown), nextCursor };
  },
});

/** Ends or turns an import around. */
async function turn(
  ctx: Ctx,
  importId: string,
  from: readonly Import['state'][],
  to: Import['state'],
  refusal: AppError,
): Promise<Import> {
  return ctx.db.tx(async (tx) => {
    const [row] = await tx.run(lockImport(importId));
    if (!row) throw new AppError('not_found');
    // Asked twice: it is done, or being done.
    if (row.state === to || (to === 'undoing' && row.state === 'undone')) return shown(row);
    if (!from.includes(row.state)) throw refusal;
    const now = ctx.clock.now();
    await tx.run(setState(importId, to, now));
    if (to === 'cancelled') await tx.run(dropParts(importId));
    else ctx.emit(importAdvanced, { id: importId });
    return { ...shown(row), state: to, finishedAt: to === 'undoing' ? null : now.toISOString() };
  });
}

const cancel = defineOperation({
  name: 'imports.cancel',
  route: 'POST /imports/{id}/cancel',
  summary: 'Stop an import where it is, or drop an uploaded file.',
  description: 'What was read in stays; imports.undo takes it back.',
  effect: 'write',
  access: [{ scope: 'contacts:write' }],
  audit: 'import.cancelled',
  input: z.strictObject({ id }),
  output: Import,
  errors: ['conflict'],
  examples: [
    {
      title: 'Before it starts',
      input: { id: uploading.id },
      output: { ...uploading, state: 'cancelled', finishedAt: EXAMPLE.now },
    },
  ],
  run: (ctx, input) =>
    turn(
      ctx,
      input.id,
      ['uploading', 'running'],
      'cancelled',
      refuse('This import has ended already.', 'Esta importación ya terminó.'),
    ),
});

const undo = defineOperation({
  name: 'imports.undo',
  route: 'POST /imports/{id}/undo',
  summary: 'Take an import back: remove the contacts that it made, restore those that it changed.',
  description:
    'Contacts that somebody changed since are left alone and listed (imports.conflicts). Possible for 30 days. Consents that came with the file are withdrawn.',
  effect: 'destroy',
  access: [{ scope: 'contacts:destroy' }],
  audit: 'import.undone',
  input: z.strictObject({ id }),
  output: Import,
  errors: ['conflict'],
  examples: [
    {
      title: 'All of it',
      input: { id: finished.id },
      output: { ...finished, state: 'undoing', finishedAt: null },
    },
  ],
  run: (ctx, input) =>
    turn(
      ctx,
      input.id,
      ['finished', 'cancelled', 'failed'],
      'undoing',
      refuse(
        'Only an import that has ended can be taken back, once.',
        'Solo se puede deshacer, una vez, una importación terminada.',
      ),
    ),
});

export const controlOperations: readonly Operation[] = [start, get, list, cancel, undo];
