import { z } from 'zod';

/** Ids of Chatwoot are numbers; as text they are fit for audit and paths alike. */
export const chatwootId = z.string().regex(/^[1-9][0-9]{0,14}$/);

/** Custom attribute of a contact that was put away here: deleting it would take its conversations along, and there is no archive. */
export const PUT_AWAY = 'smarteros_removed';

/** Seconds since 1970, or ISO 8601 in a few places. */
export type When = number | string | null | undefined;

export interface CwContact {
  readonly id: number;
  readonly name?: string | null;
  readonly email?: string | null;
  readonly phone_number?: string | null;
  readonly identifier?: string | null;
  readonly blocked?: boolean;
  readonly custom_attributes?: Readonly<Record<string, unknown>> | null;
  readonly additional_attributes?: Readonly<Record<string, unknown>> | null;
  readonly created_at?: When;
  readonly last_activity_at?: When;
  readonly contact_inboxes?: readonly {
    readonly source_id: string;
    readonly inbox: { readonly id: number };
  }[];
}

export interface CwConversation {
  readonly id: number;
  readonly inbox_id: number;
  readonly status: string;
  readonly priority?: string | null;
  readonly labels?: readonly string[];
  readonly unread_count?: number;
  readonly meta?: {
    readonly sender?: { readonly id?: number; readonly name?: string | null } | null;
    readonly assignee?: { readonly id?: number; readonly name?: string | null } | null;
  };
  readonly created_at?: When;
  readonly last_activity_at?: When;
  /** 0 when nobody waits. */
  readonly waiting_since?: When;
  readonly last_non_activity_message?: CwMessage | null;
}

export interface CwMessage {
  readonly id: number;
  readonly content?: string | null;
  readonly conversation_id?: number;
  /** A number in the API, a word in webhooks. */
  readonly message_type: number | string;
  readonly content_type?: string | null;
  readonly private?: boolean;
  readonly status?: string | null;
  readonly created_at?: When;
  readonly sender?: {
    readonly id?: number;
    readonly name?: string | null;
    readonly type?: string | null;
  } | null;
  readonly attachments?: readonly { readonly file_type?: string; readonly data_url?: string }[];
}

export const Contact = z
  .object({
    id: z.string(),
    name: z.string().nullable(),
    email: z.string().nullable(),
    phone: z.string().nullable().describe('E.164.'),
    identifier: z.string().nullable().describe('Who it is here: id of a contact, or UGID of a person.'),
    blocked: z.boolean(),
    attributes: z.record(z.string(), z.unknown()).describe('Custom attributes of Chatwoot.'),
    createdAt: z.string().nullable(),
    lastActivityAt: z.string().nullable(),
  })
  .meta({ id: 'ChatwootContact' });
export type Contact = z.infer<typeof Contact>;

const Named = z.object({ id: z.string(), name: z.string().nullable() });

export const Conversation = z
  .object({
    id: z.string().describe('The number that people see in Chatwoot.'),
    inboxId: z.string(),
    status: z.string().describe('`open`, `resolved`, `pending` or `snoozed`.'),
    priority: z.string().nullable(),
    labels: z.array(z.string()),
    unread: z.int(),
    contact: Named.nullable(),
    assignee: Named.nullable(),
    createdAt: z.string().nullable(),
    lastActivityAt: z.string().nullable(),
    waitingSince: z
      .string()
      .nullable()
      .describe('Since when the customer waits for an answer; null: answered.'),
    lastMessage: z
      .object({
        type: z.string().describe('As in messages.'),
        private: z.boolean(),
        content: z.string().nullable().describe('At most its first 200 characters.'),
        createdAt: z.string().nullable(),
      })
      .nullable()
      .describe('What was said last.'),
  })
  .meta({ id: 'ChatwootConversation' });
export type Conversation = z.infer<typeof Conversation>;

export const Message = z
  .object({
    id: z.string(),
    conversationId: z.string(),
    type: z.string().describe('`incoming`, `outgoing`, `activity` or `template`.'),
    content: z.string().nullable(),
    contentType: z.string(),
    private: z.boolean().describe('A note that the customer doesn’t see.'),
    status: z.string().nullable().describe('`sent`, `delivered`, `read` or `failed`.'),
    sender: z
      .object({
        id: z.string(),
        name: z.string().nullable(),
        type: z.string().nullable().describe('`contact`, `user`, `agent_bot` …'),
      })
      .nullable(),
    attachments: z.array(z.object({ type: z.string(), url: z.string() })),
    createdAt: z.string().nullable(),
  })
  .meta({ id: 'ChatwootMessage' });
export type Message = z.infer<typeof Message>;

const MS = 1_000;
const GLIMPSE_CHARS = 200;

function isoOf(when: When): string | null {
  const at = new Date(typeof when === 'number' ? when * MS : (when ?? Number.NaN));
  return Number.isNaN(at.getTime()) ? null : at.toISOString();
}

/** Milliseconds since 1970; 0 when nobody says. */
export const msOf = (when: When): number => Date.parse(isoOf(when) ?? '') || 0;

const textOf = (text: string | null | undefined): string | null => text || null;

const named = (one: { readonly id?: number; readonly name?: string | null } | null | undefined) =>
  one?.id === undefined ? null : { id: String(one.id), name: textOf(one.name) };

export const toContact = (row: CwContact): Contact => ({
  id: String(row.id),
  name: textOf(row.name),
  email: textOf(row.email),
  phone: textOf(row.phone_number),
  identifier: textOf(row.identifier),
  blocked: row.blocked ?? false,
  attributes: Object.fromEntries(
    Object.entries(row.custom_attributes ?? {}).filter(
      ([name, value]) => value !== null && name !== PUT_AWAY,
    ),
  ),
  createdAt: isoOf(row.created_at),
  lastActivityAt: isoOf(row.last_activity_at),
});

const TYPES = ['incoming', 'outgoing', 'activity', 'template'];

export const typeOf = (type: number | string): string =>
  typeof type === 'number' ? (TYPES[type] ?? String(type)) : type;

const glimpse = (row: CwMessage): Conversation['lastMessage'] => ({
  type: typeOf(row.message_type),
  private: row.private ?? false,
  content: row.content?.slice(0, GLIMPSE_CHARS) ?? null,
  createdAt: isoOf(row.created_at),
});

export const toConversation = (row: CwConversation): Conversation => ({
  id: String(row.id),
  inboxId: String(row.inbox_id),
  status: row.status,
  priority: row.priority ?? null,
  labels: [...(row.labels ?? [])],
  unread: row.unread_count ?? 0,
  contact: named(row.meta?.sender),
  assignee: named(row.meta?.assignee),
  createdAt: isoOf(row.created_at),
  lastActivityAt: isoOf(row.last_activity_at),
  waitingSince: isoOf(row.waiting_since || null),
  lastMessage: row.last_non_activity_message ? glimpse(row.last_non_activity_message) : null,
});

export const toMessage = (row: CwMessage, conversationId: string): Message => {
  const sender = named(row.sender);
  return {
    id: String(row.id),
    conversationId,
    type: typeOf(row.message_type),
    content: row.content ?? null,
    contentType: row.content_type ?? 'text',
    private: row.private ?? false,
    status: row.status ?? null,
    sender: sender && { ...sender, type: row.sender?.type ?? null },
    attachments: (row.attachments ?? []).map(({ file_type: type = 'file', data_url: url = '' }) => ({
      type,
      url,
    })),
    createdAt: isoOf(row.created_at),
  };
};
