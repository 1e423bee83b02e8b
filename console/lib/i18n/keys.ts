import type { NestedKeyOf, MessageKeys } from 'use-intl';
import type { Messages } from '#messages/es/index.ts';

/** The whole name of a message: `contacts.title`. */
export type MessageKey = MessageKeys<Messages, NestedKeyOf<Messages>>;
