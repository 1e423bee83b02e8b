import { z } from 'zod';

/** Ids of Botpress: nothing in them means something in an address. */
export const botpressId = z.string().regex(/^[A-Za-z0-9_-]{1,100}$/);

/** Of the API; it adds fields. */
export interface ApiBot {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly deployedAt?: string;
  readonly tags?: Readonly<Record<string, string>>;
  /** Not in lists. */
  readonly status?: string;
  /** Not in lists; by alias. */
  readonly integrations?: Readonly<Record<string, ApiIntegration>>;
}

export interface ApiIntegration {
  readonly id: string;
  readonly enabled: boolean;
}

export interface ApiConversation {
  readonly id: string;
  readonly integration: string;
  readonly channel: string;
  readonly messageCount?: number;
  readonly tags?: Readonly<Record<string, string>>;
  readonly createdAt: string;
  readonly updatedAt: string;
}

export interface ApiMessage {
  readonly id: string;
  readonly conversationId: string;
  readonly direction: 'incoming' | 'outgoing';
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly userId: string;
  readonly createdAt: string;
}

export const Bot = z
  .object({
    id: z.string(),
    name: z.string(),
    deployedAt: z.string().nullable().describe('When it was last published; null: never.'),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'BotpressBot' });

export const Conversation = z
  .object({
    id: z.string(),
    integration: z.string().describe('What it came by, e.g. `webchat` or `whatsapp`.'),
    channel: z.string(),
    messages: z.int().nullable().describe('How many there are.'),
    tags: z.record(z.string(), z.string()).describe('What bot and integration noted.'),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'BotpressConversation' });

export const Message = z
  .object({
    id: z.string(),
    conversationId: z.string(),
    direction: z.enum(['incoming', 'outgoing']).describe('`incoming`: from the customer.'),
    type: z.string().describe('`text`, `image`, `choice` …'),
    text: z.string().nullable(),
    payload: z.record(z.string(), z.unknown()).describe('As Botpress has it.'),
    userId: z.string(),
    createdAt: z.string(),
  })
  .meta({ id: 'BotpressMessage' });

export const toBot = ({ id, name, deployedAt, createdAt, updatedAt }: ApiBot): z.infer<typeof Bot> => ({
  id,
  name,
  deployedAt: deployedAt ?? null,
  createdAt,
  updatedAt,
});

export const toConversation = (row: ApiConversation): z.infer<typeof Conversation> => ({
  id: row.id,
  integration: row.integration,
  channel: row.channel,
  messages: row.messageCount ?? null,
  tags: row.tags ?? {},
  createdAt: row.createdAt,
  updatedAt: row.updatedAt,
});

export const toMessage = (row: ApiMessage): z.infer<typeof Message> => ({
  id: row.id,
  conversationId: row.conversationId,
  direction: row.direction,
  type: row.type,
  text: typeof row.payload['text'] === 'string' ? row.payload['text'] : null,
  payload: row.payload,
  userId: row.userId,
  createdAt: row.createdAt,
});
