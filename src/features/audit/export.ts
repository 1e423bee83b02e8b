import { z } from 'zod';
import type { SealedRow } from '#core/audit-chain.ts';
import { auditLine, CSV_HEAD, FORMATS, type AuditLine } from '#core/audit-file.ts';
import type { Ctx } from '#core/context.ts';
import { invalidField } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation } from '#core/operation.ts';
import { READERS } from './operations.ts';
import { lastCheckpoint, sealedRows } from './store.ts';

const DEFAULT_ROWS = 500;
const MAX_ROWS = 2_000;
/** Of a bigint. */
const NO_END = 9_223_372_036_854_775_807n;
const PLACE = /^\d{1,19}$/;

/** Cursors are the last row's number. @throws AppError invalid_input */
function placeOf(cursor: string | undefined): bigint {
  if (cursor === undefined) return 0n;
  const text = Buffer.from(cursor, 'base64url').toString('latin1');
  if (PLACE.test(text) && BigInt(text) < NO_END) return BigInt(text);
  throw invalidField('cursor', 'cursor', {
    en: 'must be the nextCursor of the page before, unchanged',
    es: 'debe ser el nextCursor de la página anterior, sin cambios',
  });
}

async function readPage(
  ctx: Ctx,
  place: bigint,
  limit: number,
): Promise<{ rows: SealedRow[]; more: boolean }> {
  const [rows] = await ctx.db.batch([sealedRows(place + 1n, NO_END, limit + 1)]);
  return { rows: rows.slice(0, limit), more: rows.length > limit };
}

export const exportAudit = defineOperation({
  name: 'audit.export',
  route: 'GET /audit/export',
  summary: 'Export the sealed audit, oldest first, with what it takes to verify it elsewhere.',
  description:
    'Pages of whole lines: joined by line ends they are the file that `smarteros audit verify FILE` checks without this ' +
    'installation. The last page ends with the newest checkpoint.',
  words: 'evidence for a lawyer, auditor · evidencia para abogado auditor',
  effect: 'read',
  access: READERS,
  input: z.strictObject({
    format: z.enum(FORMATS).default('jsonl').describe('JSON lines or CSV.'),
    limit: z.int().min(1).max(MAX_ROWS).default(DEFAULT_ROWS).describe('Rows per page.'),
    cursor: z.string().max(200).optional().describe('`nextCursor` of the page before.'),
  }),
  output: z.object({
    data: z.array(z.string()).describe('Lines.'),
    nextCursor: z.string().nullable(),
  }),
  examples: [
    {
      title: 'As JSON lines',
      input: {},
      output: {
        data: [
          JSON.stringify({
            number: 1,
            tenantId: EXAMPLE.tenant.id,
            id: '01960000-0000-7000-8000-000000000021',
            at: '2026-03-01T12:00:00.000000Z',
            actorKind: 'key',
            actorId: EXAMPLE.keyId,
            actorName: 'Example',
            action: 'contact.created',
            operation: 'contacts.create',
            target: EXAMPLE.contact.id,
            requestId: 'example',
            hash: EXAMPLE.auditHash,
          }),
        ],
        nextCursor: null,
      },
    },
  ],
  run: async (ctx, { format, limit, cursor }) => {
    const place = placeOf(cursor);
    const { rows, more } = await readPage(ctx, place, limit);
    const [[checkpoint]] = more ? [[]] : await ctx.db.batch([lastCheckpoint]);
    const lines: AuditLine[] = [...rows, ...(checkpoint ? [{ checkpoint: checkpoint.token }] : [])];
    const data = lines.map((line) => auditLine(line, format));
    if (format === 'csv' && place === 0n) data.unshift(CSV_HEAD);
    return { data, nextCursor: more ? Buffer.from(rows.at(-1)!.number).toString('base64url') : null };
  },
});
