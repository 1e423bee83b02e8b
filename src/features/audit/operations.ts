import { z } from 'zod';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type AccessRule } from '#core/operation.ts';
import { decodeCursor, page, pageInput, pageOf } from '#core/pagination.ts';
import { ACTOR_KINDS, Entry, marked } from './schema.ts';
import { listAudit } from './store.ts';

/** The operator without a company sees the platform's own. */
export const READERS: readonly AccessRule[] = [{ scope: 'audit:read' }, { operator: true }];
const text = z.string().max(100).optional();

export const list = defineOperation({
  name: 'audit.list',
  route: 'GET /audit',
  summary: 'List who did what, newest first.',
  description: 'The operator without a company sees the platform’s own audit.',
  words: 'activity log history who changed deleted · bitácora registro quién cambió borró',
  effect: 'read',
  access: READERS,
  input: z.strictObject({
    ...pageInput,
    actor: z.uuid().optional().describe('Only acts of the person, key, account … with this id.'),
    actorKind: z.enum(ACTOR_KINDS).optional().describe('Only acts of this kind of actor.'),
    action: text.describe('Only this action, e.g. contact.created.'),
    operation: text.describe('Only acts by this operation, e.g. contacts.create.'),
    target: text.describe('Only acts on this id.'),
    requestId: text.describe('Only acts of this request.'),
    since: z.iso.datetime().optional().describe('Only acts of this moment or later.'),
    until: z.iso.datetime().optional().describe('Only acts before this moment.'),
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
  run: async (ctx, { limit, cursor, ...filter }) => {
    const [rows] = await ctx.db.batch([listAudit(filter, decodeCursor(cursor), limit + 1)]);
    return page(rows.map(marked), limit);
  },
});
