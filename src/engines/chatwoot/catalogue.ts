import type { Operation } from '#core/operation.ts';
import { contact, contacts, createContact } from './contact-operations.ts';
import { conversation, conversations, createConversation, setStatus } from './conversations.ts';
import { health } from './health.ts';
import { messages, sendMessage } from './messages.ts';

export const chatwootOperations: readonly Operation[] = [
  createContact,
  contacts,
  contact,
  createConversation,
  conversations,
  conversation,
  setStatus,
  sendMessage,
  messages,
  health,
];
