import { EXAMPLE } from '#core/example.ts';
import {
  EXAMPLE_IDS,
  exampleContact,
  exampleConversation,
  exampleMessages,
} from '#engines/chatwoot/examples.ts';
import type { StandIn } from '#test/engines/stand-in.ts';
import { emptyTables, type Tables } from './data.ts';
import { ChatwootServer } from './server.ts';

const TOKEN = 'token-of-the-example';
const seconds = (iso: string): number => Date.parse(iso) / 1_000;
const at = seconds(EXAMPLE.tenant.createdAt);

const server = new ChatwootServer();
server.now = () => seconds(EXAMPLE.now);

const { user, account, inbox, webhook, conversation } = EXAMPLE_IDS;
const SEED: Tables = {
  ...emptyTables(),
  users: [
    {
      id: user,
      name: EXAMPLE.tenant.name,
      email: `company-${EXAMPLE.tenant.id}@smarteros.invalid`,
      token: TOKEN,
      custom_attributes: {},
      app: server.platformToken,
    },
  ],
  accounts: [
    {
      id: account,
      name: EXAMPLE.tenant.name,
      locale: 'es',
      status: 'active',
      custom_attributes: { smarteros_tenant: EXAMPLE.tenant.id },
      app: server.platformToken,
    },
  ],
  memberships: [{ account, user, role: 'administrator' }],
  inboxes: [{ id: inbox, account, name: 'SmarterOS', channel_type: 'Channel::Api', members: [] }],
  contacts: [
    {
      id: Number(exampleContact.id),
      account,
      name: exampleContact.name,
      email: exampleContact.email,
      phone_number: exampleContact.phone,
      identifier: exampleContact.identifier,
      custom_attributes: {},
      created_at: at,
      last_activity_at: at,
    },
  ],
  joined: [{ contact: Number(exampleContact.id), inbox, source_id: 'source-of-the-example' }],
  conversations: [
    {
      id: conversation,
      account,
      inbox_id: inbox,
      contact: Number(exampleContact.id),
      status: exampleConversation.status,
      assignee: null,
      unread_count: exampleConversation.unread,
      created_at: at,
    },
  ],
  messages: exampleMessages
    .map((one) => ({
      id: Number(one.id),
      account,
      conversation,
      content: one.content!,
      message_type: one.type === 'incoming' ? 0 : 1,
      private: false,
      sender: { id: Number(one.sender!.id), name: one.sender!.name!, type: one.sender!.type! },
      created_at: at,
    }))
    .toReversed(),
};

export const chatwootStandIn: StandIn = {
  engine: 'chatwoot',
  example: {
    url: 'https://chatwoot.example.cl',
    credentials: { platformToken: server.platformToken },
    settings: {},
    version: server.version,
    capabilities: ['platform', 'sso'],
    state: { userId: user, accountId: account, inboxId: inbox, webhookId: webhook },
    secrets: { token: TOKEN },
  },
  reset: () => server.reset(SEED),
  answer: (asked) => server.answer(asked),
};
