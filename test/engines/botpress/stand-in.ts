import { EXAMPLE } from '#core/example.ts';
import { exampleBot, exampleConversation, exampleMessage, exampleReply } from '#engines/botpress/examples.ts';
import type { StandIn } from '#test/engines/stand-in.ts';
import { BotpressServer, type BotpressSeed } from './server.ts';

const TOKEN = 'bp_pat_of_the_example';
const { messages: messageCount, ...conversation } = exampleConversation;
const { text: _, ...message } = exampleMessage;

const SEED: BotpressSeed = {
  bots: [
    {
      ...exampleBot,
      status: 'active',
      tags: { smarterosTenant: EXAMPLE.tenant.id },
      integrations: {
        webchat: { id: 'intver_webchat', enabled: true },
        whatsapp: { id: 'intver_whatsapp', enabled: false },
      },
    },
  ],
  conversations: [{ ...conversation, messageCount, botId: exampleBot.id }],
  messages: [{ ...message, botId: exampleBot.id }],
};

const server = new BotpressServer(TOKEN, () => ({ id: exampleReply.id, createdAt: exampleReply.createdAt }));

export const botpressStandIn: StandIn = {
  engine: 'botpress',
  example: {
    url: 'https://botpress.example.cl',
    credentials: { token: TOKEN },
    settings: { workspaceId: server.workspaceId },
    version: 'cloud',
    capabilities: [],
    state: { botId: exampleBot.id },
    secrets: {},
  },
  reset: () => server.reset(SEED),
  answer: (asked) => server.answer(asked),
};
