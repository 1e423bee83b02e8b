import { z } from 'zod';
import { AppError, invalidField } from '#core/errors.ts';
import { newId } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { label } from '#core/schemas.ts';
import { exampleText, uploading } from './examples.ts';
import { content, FORMATS, Import, MAX_BYTES, MAX_PARTS, MAX_WAITING } from './schema.ts';
import { shown } from './shown.ts';
import {
  countWaiting,
  findImport,
  findPart,
  growImport,
  insertImport,
  insertPart,
  lockImport,
} from './store.ts';

/** @throws AppError invalid_input for what isn't base64 */
function bytesOf({ content: text, base64 }: { content: string; base64: boolean }): Buffer {
  if (!base64) return Buffer.from(text);
  const bytes = Buffer.from(text, 'base64');
  if (bytes.toString('base64').replace(/=+$/, '') === text.replace(/=+$/, '')) return bytes;
  throw invalidField('content', 'base64', { en: 'must be base64', es: 'debe estar en base64' });
}

const formatOf = (bytes: Buffer, fileName: string): Import['format'] =>
  /\.vcf$/i.test(fileName) || /BEGIN:VCARD/i.test(bytes.toString('latin1', 0, 200).replaceAll('\0', ''))
    ? 'vcard'
    : 'csv';

const refuse = (en: string, es: string): AppError => new AppError('conflict', { detail: { en, es } });

const create = defineOperation({
  name: 'imports.create',
  route: 'POST /imports',
  summary: 'Upload a file of contacts, CSV or vCard, or its first part.',
  description: `Nothing is read in before imports.start; imports.preview shows what would be. A file of up to ${MAX_BYTES / 1_048_576} MiB comes in parts (imports.add_part) that are cut anywhere. The command line takes \`--file contacts.csv\` and cuts it itself.`,
  words: 'bring customers from a spreadsheet, Excel, phone · traer clientes de una planilla',
  effect: 'write',
  access: [{ scope: 'contacts:write' }],
  audit: 'import.created',
  input: z.strictObject({
    fileName: label(200).default('import').describe('As you call it.'),
    format: z.enum(FORMATS).optional().describe('Found out by name and content if left out.'),
    ...content,
  }),
  output: Import,
  errors: ['conflict'],
  examples: [
    {
      title: 'Two lines of a spreadsheet',
      input: { fileName: 'clientes.csv', content: exampleText },
      output: { ...uploading, id: newId(1), createdAt: '2026-03-02T12:00:00.000Z' },
    },
  ],
  run: (ctx, input) =>
    ctx.db.tx(async (tx) => {
      const bytes = bytesOf(input);
      const fileName = input.fileName.trim();
      const [count] = await tx.run(countWaiting(MAX_WAITING));
      if (count!.waiting >= MAX_WAITING)
        throw refuse(
          `There are ${MAX_WAITING} uploaded files that were not started. Start or cancel some first.`,
          `Hay ${MAX_WAITING} archivos subidos sin iniciar. Inicie o cancele algunos primero.`,
        );
      const format = input.format ?? formatOf(bytes, fileName);
      const id = ctx.clock.id();
      await tx.run(
        insertImport({ id, format, fileName, bytes: bytes.length }, ctx.actor.label, ctx.clock.now()),
      );
      await tx.run(insertPart(id, 1, bytes));
      const [row] = await tx.run(findImport(id));
      return shown(row!);
    }),
});

const addPart = defineOperation({
  name: 'imports.add_part',
  route: 'POST /imports/{id}/parts',
  summary: 'Upload the next part of a file.',
  description: 'In order, beginning with 2. The same part with the same content again is harmless.',
  effect: 'write',
  access: [{ scope: 'contacts:write' }],
  audit: 'import.part_added',
  input: z.strictObject({
    id: z.uuid().describe('Id of the import.'),
    part: z.int().min(2).max(MAX_PARTS).describe('Which part: 2, 3 …'),
    ...content,
  }),
  output: Import,
  errors: ['conflict'],
  examples: [
    {
      title: 'One line more',
      input: { id: uploading.id, part: 2, content: 'Eva Ríos;eva@example.com\n' },
      output: { ...uploading, parts: 2, bytes: uploading.bytes + 26 },
    },
  ],
  run: (ctx, input) =>
    ctx.db.tx(async (tx) => {
      const bytes = bytesOf(input);
      const [row] = await tx.run(lockImport(input.id));
      if (!row) throw new AppError('not_found');
      const [there] = input.part <= row.parts ? await tx.run(findPart(row.id, input.part)) : [];
      if (there?.bytes.equals(bytes)) return shown(row);
      if (row.state !== 'uploading')
        throw refuse('This import has been started already.', 'Esta importación ya se inició.');
      if (input.part !== row.parts + 1)
        throw refuse(`The next part is ${row.parts + 1}.`, `La parte siguiente es la ${row.parts + 1}.`);
      if (row.bytes + bytes.length > MAX_BYTES) throw new AppError('payload_too_large');
      await tx.run(insertPart(row.id, input.part, bytes));
      await tx.run(growImport(row.id, bytes.length, ctx.clock.now()));
      return shown({ ...row, parts: row.parts + 1, bytes: row.bytes + bytes.length });
    }),
});

export const uploadOperations: readonly Operation[] = [create, addPart];
