import { z } from 'zod';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { decodeCursor, page, pageInput, pageOf } from '#core/pagination.ts';
import { timestamp } from '#core/schemas.ts';
import { listAudit } from './store.ts';

export const Entry = z
  .object({
    id: z.uuid(),
    at: timestamp,
    actor: z.object({
      kind: z.enum(['anonymous', 'operator', 'key', 'grant', 'job', 'person', 'agent', 'vault']),
      id: z.uuid().nullable(),
      name: z.string(),
    }),
    action: z.string().describe('What happened, e.g. contact.created.'),
    operation: z.string(),
    target: z.string().nullable().describe('Id of what was acted on.'),
    requestId: z.string(),
  })
  .meta({ id: 'AuditEntry' });
export type Entry = z.infer<typeof Entry>;

const list = defineOperation({
  name: 'audit.list',
  route: 'GET /audit',
  summary: 'List who did what, newest first.',
  description: 'The operator without a company sees the platform’s own audit.',
  effect: 'read',
  access: [{ scope: 'audit:read' }, { operator: true }],
  input: z.strictObject({
    ...pageInput,
    target: z.string().max(100).optional().describe('Only acts on this id.'),
    action: z.string().max(100).optional().describe('Only this action.'),
  }),
  output: pageOf(Entry),
  examples: [
    {
      title: 'What happened to a contact',
      input: { target: EXAMPLE.contact.id },
      output: {
        data: [
          {
            id: '01960000-0000-7000-8000-000000000021',
            at: EXAMPLE.contact.createdAt,
            actor: { kind: 'key', id: EXAMPLE.keyId, name: 'Example' },
            action: 'contact.created',
            operation: 'contacts.create',
            target: EXAMPLE.contact.id,
            requestId: 'example',
          },
        ],
        nextCursor: null,
      },
    },
  ],
  run: async (ctx, { limit, cursor, target = null, action = null }) => {
    const [rows] = await ctx.db.batch([listAudit({ target, action }, decodeCursor(cursor), limit + 1)]);
    return page(rows, limit);
  },
});

export const auditOperations: readonly Operation[] = [list];
