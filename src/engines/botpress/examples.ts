import { EXAMPLE } from '#core/example.ts';

const at = EXAMPLE.tenant.createdAt;

/** The example tenant's bot in the operator's workspace. */
export const exampleBot = {
  id: 'b1f0c2d4-0000-4000-8000-000000000001',
  name: EXAMPLE.tenant.name,
  deployedAt: at,
  createdAt: at,
  updatedAt: at,
};

export const exampleConversation = {
  id: 'conv_01K5EXAMPLE0000000000000001',
  integration: 'webchat',
  channel: 'channel',
  messages: 1,
  tags: {},
  createdAt: at,
  updatedAt: at,
};

export const exampleMessage = {
  id: 'msg_01K5EXAMPLE00000000000000001',
  conversationId: exampleConversation.id,
  direction: 'incoming' as const,
  type: 'text',
  text: '¿Tienen pan amasado?',
  payload: { text: '¿Tienen pan amasado?' },
  userId: 'user_01K5EXAMPLE0000000000000001',
  createdAt: at,
};

export const exampleReply = {
  id: 'msg_01K5EXAMPLE00000000000000002',
  conversationId: exampleConversation.id,
  direction: 'outgoing' as const,
  type: 'text',
  text: 'Sí, recién salido del horno.',
  payload: { text: 'Sí, recién salido del horno.' },
  userId: exampleBot.id,
  createdAt: EXAMPLE.now,
};
