import { z } from 'zod';
import { defineEngineOperation } from '#core/engine-operation.ts';
import type { EngineCtx } from '#core/engine.ts';
import { invalidField } from '#core/errors.ts';
import { pageInput, pageOf } from '#core/pagination.ts';
import { prose } from '#core/schemas.ts';
import { inAccount, queryOf } from './client.ts';
import { exampleConversation, exampleMessages, newMessage } from './examples.ts';
import { READ_ERRORS, WRITE_ERRORS } from './operation-errors.ts';
import { chatwootId, Message, toMessage, type CwMessage } from './shapes.ts';

/** Fixed in Chatwoot, for what comes before a message. */
const PER_PAGE = 20;
const id = chatwootId.describe('Number of the conversation.');

async function before(ctx: EngineCtx, conversation: string, at: number | undefined): Promise<CwMessage[]> {
  const { payload } = await inAccount<{ payload: readonly CwMessage[] }>(ctx, {
    method: 'GET',
    path: `/conversations/${conversation}/messages${queryOf({ before: at })}`,
  });
  return payload.toSorted((a, b) => b.id - a.id);
}

/** A cursor is the id of the last message that was seen, so that nothing new moves anything. @throws AppError invalid_input */
function beforeOf(cursor: string | undefined): number | undefined {
  if (cursor === undefined) return undefined;
  if (chatwootId.safeParse(cursor).success) return Number(cursor);
  throw invalidField('cursor', 'cursor', {
    en: 'must be the nextCursor of the page before, unchanged',
    es: 'debe ser el nextCursor de la página anterior, sin cambios',
  });
}

export const messages = defineEngineOperation({
  name: 'chatwoot.messages',
  route: 'GET /chatwoot/conversations/{id}/messages',
  oldPath: '/chatwoot/messages',
  summary: 'List the messages of a conversation, the newest first.',
  effect: 'read',
  access: [{ scope: 'chatwoot:read' }],
  input: z.strictObject({ id, ...pageInput }),
  output: pageOf(Message),
  errors: READ_ERRORS,
  examples: [
    {
      title: 'The first page',
      input: { id: exampleConversation.id },
      output: { data: exampleMessages, nextCursor: null },
    },
  ],
  run: async (ctx, { id: conversation, limit, cursor }) => {
    const rows: CwMessage[] = [];
    let at = beforeOf(cursor);
    while (rows.length <= limit) {
      const page = await before(ctx, conversation, at);
      // An engine that doesn't heed `before` must not keep us here.
      const older = page.filter(({ id: one }) => at === undefined || one < at);
      rows.push(...older);
      at = older.at(-1)?.id;
      if (at === undefined || page.length < PER_PAGE) break;
    }
    const data = rows.slice(0, limit).map((row) => toMessage(row, conversation));
    return { data, nextCursor: rows.length > limit ? data.at(-1)!.id : null };
  },
});

export const sendMessage = defineEngineOperation({
  name: 'chatwoot.send_message',
  route: 'POST /chatwoot/conversations/{id}/messages',
  oldPath: '/chatwoot/messages',
  summary: 'Send a message in a conversation.',
  description:
    'Outgoing messages reach the customer by the conversation’s channel. `incoming` is what the customer said, and only in inboxes of the channel API.',
  effect: 'write',
  access: [{ scope: 'chatwoot:write' }],
  audit: 'chatwoot.message_sent',
  target: ({ id: conversation }) => conversation,
  input: z.strictObject({
    id,
    content: prose(10_000).describe('Text, Markdown.'),
    type: z.enum(['outgoing', 'incoming']).default('outgoing').describe('Whose words they are.'),
    private: z.boolean().default(false).describe('A note that the customer doesn’t see.'),
  }),
  output: Message,
  errors: WRITE_ERRORS,
  examples: [
    {
      title: 'An answer',
      input: { id: exampleConversation.id, content: 'Claro, le envío el detalle.' },
      output: newMessage,
    },
  ],
  run: async (ctx, { id: conversation, content, type, private: note }) => {
    const sent = await inAccount<CwMessage>(ctx, {
      method: 'POST',
      path: `/conversations/${conversation}/messages`,
      body: { content, message_type: type, private: note },
    });
    return toMessage(sent, conversation);
  },
});
