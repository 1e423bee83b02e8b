import { z } from 'zod';
import { defineEngineOperation } from '#core/engine-operation.ts';
import type { EngineCtx } from '#core/engine.ts';
import { pageInput, pageOf } from '#core/pagination.ts';
import { label, prose } from '#core/schemas.ts';
import { inAccount, queryOf } from './client.ts';
import { findContact } from './contact-calls.ts';
import { exampleContact, exampleConversation, newConversation } from './examples.ts';
import { inboxOf } from './inboxes.ts';
import { READ_ERRORS, WRITE_ERRORS } from './operation-errors.ts';
import { readCursor, walk, writeCursor, type Walk } from './pages.ts';
import { chatwootId, Conversation, msOf, toConversation, type CwConversation } from './shapes.ts';

const STATUSES = ['open', 'resolved', 'pending', 'snoozed'] as const;

interface Listed {
  readonly data: {
    readonly meta: Readonly<Record<'all_count' | 'assigned_count' | 'unassigned_count', number>>;
    readonly payload: readonly CwConversation[];
  };
}

interface Filters {
  readonly status: string;
  readonly assignee: 'all' | 'assigned' | 'unassigned';
  readonly waiting: boolean;
  readonly sort: keyof typeof SORTED;
  readonly inboxId?: string | undefined;
  readonly q?: string | undefined;
}

/** By what each order goes. */
const SORTED = {
  created: ({ created_at: at }: CwConversation) => at,
  activity: ({ last_activity_at: at }: CwConversation) => at,
};
const SORT_BY = { created: 'created_at_desc', activity: 'last_activity_at_desc' } as const;

function conversationList(
  ctx: EngineCtx,
  { status, assignee, waiting, sort, inboxId, q }: Filters,
): Walk<CwConversation> {
  return {
    order: 'newest',
    placeOf: (row) => ({ id: row.id, at: msOf(SORTED[sort](row)) }),
    fetch: async (page) => {
      const query = queryOf({
        status,
        assignee_type: assignee,
        inbox_id: inboxId,
        q,
        conversation_type: waiting ? 'unattended' : undefined,
        sort_by: SORT_BY[sort],
        page,
      });
      const { data } = await inAccount<Listed>(ctx, { method: 'GET', path: `/conversations${query}` });
      const { meta, payload } = data;
      // How many a page has is a setting of the instance: only the first tells whether it is the last.
      const last = page === 1 && payload.length >= (meta[`${assignee}_count`] ?? Number.POSITIVE_INFINITY);
      return { rows: payload, last };
    },
  };
}

export const conversations = defineEngineOperation({
  name: 'chatwoot.conversations',
  route: 'GET /chatwoot/conversations',
  summary: 'List conversations in Chatwoot, the newest first.',
  effect: 'read',
  access: [{ scope: 'chatwoot:read' }],
  input: z.strictObject({
    ...pageInput,
    status: z
      .enum([...STATUSES, 'all'])
      .default('open')
      .describe('Only those.'),
    assignee: z
      .enum(['all', 'assigned', 'unassigned'])
      .default('all')
      .describe('Only those that somebody takes care of, or nobody.'),
    waiting: z.boolean().default(false).describe('Only those in which the customer waits for an answer.'),
    sort: z
      .enum(['created', 'activity'])
      .default('created')
      .describe('`activity`: where something happened last comes first, and pages may move meanwhile.'),
    inboxId: chatwootId.optional().describe('Only those of this inbox.'),
    q: label(100).optional().describe('Only those with this in a message, whatever their status.'),
  }),
  output: pageOf(Conversation),
  errors: READ_ERRORS,
  examples: [
    { title: 'Those that are open', input: {}, output: { data: [exampleConversation], nextCursor: null } },
    {
      title: 'Those that somebody takes care of',
      input: { status: 'all', assignee: 'assigned' },
      output: { data: [], nextCursor: null },
    },
  ],
  run: async (ctx, { limit, cursor, ...filters }) => {
    const question = ['conversations', filters];
    const list = conversationList(ctx, filters);
    const { rows, end, more } = await walk(list, readCursor(cursor, question), limit);
    return { data: rows.map(toConversation), nextCursor: more && end ? writeCursor(end, question) : null };
  },
});

const numbered = { id: chatwootId.describe('Number of the conversation.') };

const findConversation = (ctx: EngineCtx, id: string): Promise<CwConversation> =>
  inAccount<CwConversation>(ctx, { method: 'GET', path: `/conversations/${id}` });

export const conversation = defineEngineOperation({
  name: 'chatwoot.conversation',
  route: 'GET /chatwoot/conversations/{id}',
  summary: 'Read a conversation in Chatwoot.',
  description: 'What was said in it: `chatwoot.messages`.',
  effect: 'read',
  access: [{ scope: 'chatwoot:read' }],
  input: z.strictObject(numbered),
  output: Conversation,
  errors: READ_ERRORS,
  examples: [{ title: 'Ana’s', input: { id: exampleConversation.id }, output: exampleConversation }],
  run: async (ctx, { id }) => toConversation(await findConversation(ctx, id)),
});

export const setStatus = defineEngineOperation({
  name: 'chatwoot.set_status',
  route: 'POST /chatwoot/conversations/{id}/status',
  summary: 'Resolve a conversation, or open it again.',
  words: 'close finish conversation reopen · cerrar terminar resolver conversación reabrir',
  effect: 'write',
  access: [{ scope: 'chatwoot:write' }],
  audit: 'chatwoot.status_set',
  target: ({ id }) => id,
  input: z.strictObject({ ...numbered, status: z.enum(STATUSES).describe('What it is from now on.') }),
  output: Conversation,
  errors: WRITE_ERRORS,
  examples: [
    {
      title: 'Resolve',
      input: { id: exampleConversation.id, status: 'resolved' },
      output: { ...exampleConversation, status: 'resolved' },
    },
  ],
  run: async (ctx, { id, status }) => {
    await inAccount(ctx, { method: 'POST', path: `/conversations/${id}/toggle_status`, body: { status } });
    return toConversation(await findConversation(ctx, id));
  },
});

/**
 * What joins a contact to an inbox. Chatwoot finds conversations' contacts by it over all accounts, so that it comes from
 * the company's own contact and never from a caller.
 */
async function sourceOf(ctx: EngineCtx, contactId: string, inboxId: number): Promise<string> {
  const { contact_inboxes: joined = [] } = await findContact(ctx, contactId);
  const known = joined.find(({ inbox }) => inbox.id === inboxId)?.source_id;
  if (known !== undefined) return known;
  const made = await inAccount<{ source_id: string }>(ctx, {
    method: 'POST',
    path: `/contacts/${contactId}/contact_inboxes`,
    body: { inbox_id: inboxId },
  });
  return made.source_id;
}

export const createConversation = defineEngineOperation({
  name: 'chatwoot.create_conversation',
  route: 'POST /chatwoot/conversations',
  summary: 'Begin a conversation in Chatwoot.',
  effect: 'write',
  access: [{ scope: 'chatwoot:write' }],
  audit: 'chatwoot.conversation_created',
  target: ({ contactId }) => contactId,
  input: z.strictObject({
    contactId: chatwootId.describe('Whom it is with.'),
    inboxId: chatwootId.optional().describe('Where; else the company’s inbox.'),
    message: prose(10_000).optional().describe('First message, to the contact.'),
    status: z.enum(STATUSES).default('open').describe('How it begins.'),
  }),
  output: Conversation,
  errors: WRITE_ERRORS,
  examples: [
    {
      title: 'With Ana',
      input: { contactId: exampleContact.id, message: 'Su pedido está listo.' },
      output: newConversation,
    },
  ],
  run: async (ctx, { contactId, inboxId, message, status }) => {
    const inbox = await inboxOf(ctx, inboxId);
    const made = await inAccount<CwConversation>(ctx, {
      method: 'POST',
      path: '/conversations',
      body: {
        source_id: await sourceOf(ctx, contactId, inbox),
        inbox_id: inbox,
        contact_id: Number(contactId),
        status,
        ...(message !== undefined && { message: { content: message } }),
      },
    });
    return toConversation(made);
  },
});
