import { EXAMPLE } from '#core/example.ts';
import type { Contact, Conversation, Message } from './shapes.ts';

/** The example tenant's part of the operator's Chatwoot. Its time has seconds, like Chatwoot's. */
const at = EXAMPLE.tenant.createdAt;
const now = EXAMPLE.now;

export const EXAMPLE_IDS = { user: 7, account: 3, inbox: 5, webhook: 2, conversation: 12 } as const;

export const exampleContact: Contact = {
  id: '41',
  name: EXAMPLE.contact.name,
  email: EXAMPLE.contact.email,
  phone: EXAMPLE.contact.phone,
  identifier: EXAMPLE.contact.id,
  blocked: false,
  attributes: {},
  createdAt: at,
  lastActivityAt: at,
};

export const newContact: Contact = {
  id: '42',
  name: 'Luis Rojas',
  email: null,
  phone: '+56987654321',
  identifier: null,
  blocked: false,
  attributes: { comuna: 'Ñuñoa' },
  createdAt: now,
  lastActivityAt: null,
};

export const exampleConversation: Conversation = {
  id: String(EXAMPLE_IDS.conversation),
  inboxId: String(EXAMPLE_IDS.inbox),
  status: 'open',
  priority: null,
  labels: [],
  unread: 1,
  contact: { id: exampleContact.id, name: exampleContact.name },
  assignee: null,
  createdAt: at,
  lastActivityAt: at,
  waitingSince: at,
  lastMessage: { type: 'incoming', private: false, content: '¿Tienen despacho a Ñuñoa?', createdAt: at },
};

export const newConversation: Conversation = {
  ...exampleConversation,
  id: String(EXAMPLE_IDS.conversation + 1),
  unread: 0,
  createdAt: now,
  lastActivityAt: now,
  waitingSince: null,
  lastMessage: { type: 'outgoing', private: false, content: 'Su pedido está listo.', createdAt: now },
};

const message: Message = {
  id: '102',
  conversationId: exampleConversation.id,
  type: 'incoming',
  content: exampleConversation.lastMessage!.content,
  contentType: 'text',
  private: false,
  status: 'sent',
  sender: { id: exampleContact.id, name: exampleContact.name, type: 'contact' },
  attachments: [],
  createdAt: at,
};

/** The newest first. */
export const exampleMessages: Message[] = [
  message,
  {
    ...message,
    id: '101',
    type: 'outgoing',
    content: 'Hola, ¿en qué le ayudamos?',
    sender: { id: String(EXAMPLE_IDS.user), name: EXAMPLE.tenant.name, type: 'user' },
  },
];

export const newMessage: Message = {
  ...exampleMessages[1]!,
  id: '103',
  content: 'Claro, le envío el detalle.',
  createdAt: now,
};
