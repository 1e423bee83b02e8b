import { randomBytes } from 'node:crypto';
import type { Said } from '#test/engines/stand-in.ts';

export type Body = Record<string, unknown>;

export interface User {
  readonly id: number;
  name: string;
  email: string;
  token: string;
  custom_attributes: Body;
  /** The platform app that may touch it. */
  app: string | null;
}

interface Account {
  readonly id: number;
  name: string;
  locale: string;
  status: string;
  custom_attributes: Body;
  app: string | null;
}

interface Membership {
  readonly account: number;
  readonly user: number;
  role: string;
}

interface Inbox {
  readonly id: number;
  readonly account: number;
  name: string;
  readonly channel_type: string;
  members: number[];
}

export interface Contact {
  readonly id: number;
  readonly account: number;
  name: string | null;
  email: string | null;
  phone_number: string | null;
  identifier: string | null;
  custom_attributes: Body;
  readonly created_at: number;
  last_activity_at: number | null;
}

export interface Conversation {
  /** As people see it: counts from 1 in each account. */
  readonly id: number;
  readonly account: number;
  readonly inbox_id: number;
  readonly contact: number;
  status: string;
  assignee: number | null;
  unread_count: number;
  readonly created_at: number;
}

export interface Message {
  readonly id: number;
  readonly account: number;
  readonly conversation: number;
  readonly content: string;
  readonly message_type: number;
  readonly private: boolean;
  readonly sender: { readonly id: number; readonly name: string; readonly type: string } | null;
  readonly created_at: number;
  readonly attachments?: readonly { readonly file_type: string; readonly data_url: string }[];
}

interface Webhook {
  readonly id: number;
  readonly account: number;
  url: string;
  subscriptions: string[];
  readonly secret: string | null;
}

export interface Delivery {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface Tables {
  users: User[];
  accounts: Account[];
  memberships: Membership[];
  inboxes: Inbox[];
  contacts: Contact[];
  joined: { contact: number; inbox: number; source_id: string }[];
  conversations: Conversation[];
  messages: Message[];
  webhooks: Webhook[];
}

export const emptyTables = (): Tables => ({
  users: [],
  accounts: [],
  memberships: [],
  inboxes: [],
  contacts: [],
  joined: [],
  conversations: [],
  messages: [],
  webhooks: [],
});

export const ok = (body: unknown = ''): Said => ({ status: 200, body });
export const fail = (status: number, error: string): Said => ({ status, body: { error } });
export const GONE = fail(404, 'Resource could not be found');
export const invalid = (message: string, ...attributes: string[]): Said => ({
  status: 422,
  body: { message, attributes },
});
export const nextId = (rows: readonly { readonly id: number }[]): number =>
  Math.max(0, ...rows.map(({ id }) => id)) + 1;
export const newToken = (): string => randomBytes(12).toString('hex');
/** 4.11.2 and newer. */
export const isNewer = (version: string): boolean => !version.startsWith('4.3.');
