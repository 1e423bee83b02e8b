import { z } from 'zod';
import { defineEngineOperation } from '#core/engine-operation.ts';
import type { ErrorCode } from '#core/errors.ts';
import { pageInput, pageOf } from '#core/pagination.ts';
import { ask, pageQuery, type Paged } from './client.ts';
import { exampleBot, exampleConversation, exampleMessage, exampleReply } from './examples.ts';
import { ownBot } from './own.ts';
import {
  Bot,
  botpressId,
  Conversation,
  Message,
  toBot,
  toConversation,
  toMessage,
  type ApiBot,
  type ApiConversation,
  type ApiMessage,
} from './shapes.ts';

const READ = [{ scope: 'botpress:read' }] as const;
const CURSOR_MAX = 2_000;
const TEXT_MAX = 4_000;
const paging = {
  limit: pageInput.limit.describe('Rows per page; 100 at the most come.'),
  // Botpress' own tokens, which are longer than ours.
  cursor: z.string().max(CURSOR_MAX).optional().describe('`nextCursor` of the page before.'),
};
const botId = botpressId.optional().describe('A bot of the company’s; its only one unless said otherwise.');
const conversationId = botpressId.describe('Id of the conversation.');
const ERRORS: readonly ErrorCode[] = [
  'engine_not_found',
  'engine_invalid',
  'engine_forbidden',
  'engine_rate_limited',
  'engine_unreachable',
  'engine_rejected_credentials',
];

export const bots = defineEngineOperation({
  name: 'botpress.bots',
  route: 'GET /botpress/bots',
  summary: 'List the company’s bots.',
  description: 'In a workspace that companies share, it is one; in a workspace of its own, all of them.',
  effect: 'read',
  access: READ,
  input: z.strictObject(paging),
  output: pageOf(Bot),
  errors: ERRORS,
  examples: [{ title: 'The first page', input: {}, output: { data: [exampleBot], nextCursor: null } }],
  run: async (ctx, input) => {
    if (ctx.link.shared) {
      const path = `/v1/admin/bots/${ownBot(ctx.link)}`;
      const { bot } = await ask<{ bot: ApiBot }>(ctx, { method: 'GET', path });
      return { data: [toBot(bot)], nextCursor: null };
    }
    const page = await ask<Paged & { bots: readonly ApiBot[] }>(ctx, {
      method: 'GET',
      path: `/v1/admin/bots?${pageQuery(input)}`,
    });
    return { data: page.bots.map(toBot), nextCursor: page.meta.nextToken ?? null };
  },
});

export const conversations = defineEngineOperation({
  name: 'botpress.conversations',
  route: 'GET /botpress/conversations',
  summary: 'List a bot’s conversations, the one that changed last first.',
  effect: 'read',
  access: READ,
  input: z.strictObject({ ...paging, botId }),
  output: pageOf(Conversation),
  errors: ERRORS,
  examples: [
    { title: 'The first page', input: {}, output: { data: [exampleConversation], nextCursor: null } },
  ],
  run: async (ctx, input) => {
    const query = pageQuery(input, { sortField: 'updatedAt', sortDirection: 'desc' });
    const page = await ask<Paged & { conversations: readonly ApiConversation[] }>(
      ctx,
      { method: 'GET', path: `/v1/chat/conversations?${query}` },
      ownBot(ctx.link, input.botId),
    );
    return { data: page.conversations.map(toConversation), nextCursor: page.meta.nextToken ?? null };
  },
});

export const messages = defineEngineOperation({
  name: 'botpress.messages',
  route: 'GET /botpress/conversations/{id}/messages',
  summary: 'List the messages of a conversation, the newest first.',
  effect: 'read',
  access: READ,
  input: z.strictObject({ id: conversationId, ...paging, botId }),
  output: pageOf(Message),
  errors: ERRORS,
  examples: [
    {
      title: 'The first page',
      input: { id: exampleConversation.id },
      output: { data: [exampleMessage], nextCursor: null },
    },
  ],
  run: async (ctx, input) => {
    const page = await ask<Paged & { messages: readonly ApiMessage[] }>(
      ctx,
      { method: 'GET', path: `/v1/chat/messages?${pageQuery(input, { conversationId: input.id })}` },
      ownBot(ctx.link, input.botId),
    );
    return { data: page.messages.map(toMessage), nextCursor: page.meta.nextToken ?? null };
  },
});

export const sendMessage = defineEngineOperation({
  name: 'botpress.send_message',
  route: 'POST /botpress/conversations/{id}/messages',
  summary: 'Write to a customer, as the bot.',
  effect: 'write',
  access: [{ scope: 'botpress:write' }],
  audit: 'botpress.sent',
  input: z.strictObject({ id: conversationId, text: z.string().min(1).max(TEXT_MAX), botId }),
  output: Message,
  errors: [...ERRORS, 'engine_conflict', 'engine_outcome_unknown'],
  examples: [
    {
      title: 'An answer',
      input: { id: exampleConversation.id, text: exampleReply.text },
      output: exampleReply,
    },
  ],
  target: ({ id }) => id,
  run: async (ctx, { id, text, botId: given }) => {
    const bot = ownBot(ctx.link, given);
    // The bot is the user that speaks for itself; whoever it was is none of the customer's business.
    const body = { conversationId: id, userId: bot, type: 'text', payload: { text }, tags: {} };
    const { message } = await ask<{ message: ApiMessage }>(
      ctx,
      { method: 'POST', path: '/v1/chat/messages', body },
      bot,
    );
    return toMessage(message);
  },
});

export const health = defineEngineOperation({
  name: 'botpress.health',
  route: 'GET /botpress/health',
  summary: 'Ask Botpress whether the company’s bot is well.',
  effect: 'read',
  access: READ,
  input: z.strictObject({}),
  output: z
    .object({
      status: z.string().describe('`active`, `deploying` or `deleting`.'),
      integrations: z
        .array(z.string())
        .describe('What it can be reached by: those that are switched on, e.g. `webchat`.'),
      shared: z.boolean().describe('Other companies have their bots in the same workspace.'),
    })
    .meta({ id: 'BotpressHealth' }),
  errors: ERRORS,
  examples: [
    {
      title: 'It is',
      input: {},
      output: { status: 'active', integrations: ['webchat'], shared: true },
    },
  ],
  run: async (ctx) => {
    const path = `/v1/admin/bots/${ownBot(ctx.link)}`;
    const { bot } = await ask<{ bot: ApiBot }>(ctx, { method: 'GET', path });
    const on = Object.entries(bot.integrations ?? {}).filter(([, { enabled }]) => enabled);
    return {
      status: bot.status ?? 'active',
      integrations: on.map(([alias]) => alias),
      shared: ctx.link.shared,
    };
  },
});
