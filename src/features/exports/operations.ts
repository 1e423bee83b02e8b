import { z } from 'zod';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { encode, readExport } from './read.ts';

const DEFAULT_ROWS = 500;
const MAX_ROWS = 2_000;

const exportTenant = defineOperation({
  name: 'tenants.export',
  route: 'GET /export',
  summary: 'Export everything that SmarterOS keeps about the company.',
  description:
    'All rows of all tables, page by page, in a stable order. Works for a suspended company through the operator’s grant.',
  words: 'download backup of everything · respaldo descargar todo',
  effect: 'read',
  access: [{ scope: 'export:read' }],
  input: z.strictObject({
    limit: z.int().min(1).max(MAX_ROWS).default(DEFAULT_ROWS).describe('Rows per page.'),
    cursor: z.string().max(200).optional().describe('`nextCursor` of the page before.'),
  }),
  output: z.object({
    data: z.array(z.object({ table: z.string(), row: z.record(z.string(), z.unknown()) })),
    nextCursor: z.string().nullable(),
  }),
  examples: [
    {
      title: 'The first row',
      input: { limit: 1 },
      output: {
        data: [
          {
            table: 'app.contacts',
            row: {
              tenant_id: EXAMPLE.tenant.id,
              id: EXAMPLE.contact.id,
              name: EXAMPLE.contact.name,
              email: EXAMPLE.contact.email,
              phone: EXAMPLE.contact.phone,
              tax_id: EXAMPLE.contact.taxId,
              tags: [...EXAMPLE.contact.tags],
              created_at: '2026-03-01T12:00:00+00:00',
              updated_at: '2026-03-01T12:00:00+00:00',
              version: 1,
              blocked_at: null,
              fields: null,
            },
          },
        ],
        nextCursor: encode({ table: 'app.contacts', after: EXAMPLE.contact.id }),
      },
    },
  ],
  run: (ctx, { limit, cursor }) => readExport(ctx, cursor, limit),
});

export const exportOperations: readonly Operation[] = [exportTenant];
