import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { HookDefinition, HookRequest, Told } from '#core/engine-hooks.ts';
import { toEngineContact } from './synced.ts';
import { typeOf, type CwContact } from './shapes.ts';

/** How old a delivery may be, and how far our clocks may differ. */
const FRESH_MS = 300_000;
const MS = 1_000;

const id = z.number().int().min(1);
const Named = z.looseObject({ event: z.string().regex(/^[a-z][a-z_]{0,59}$/) });
const Conversation = z.looseObject({
  id,
  inbox_id: id.nullish(),
  status: z.string().max(40).nullish(),
  meta: z.looseObject({ sender: z.looseObject({ id: id.nullish() }).nullish() }).nullish(),
});
const Message = z.looseObject({
  id,
  message_type: z.union([z.string().max(40), z.number()]),
  private: z.boolean().nullish(),
  inbox: z.looseObject({ id: id.nullish() }).nullish(),
  conversation: z.looseObject({ id: id.nullish() }).nullish(),
});
const ContactBody = z.looseObject({
  id,
  name: z.string().nullish(),
  email: z.string().nullish(),
  phone_number: z.string().nullish(),
  identifier: z.string().nullish(),
  custom_attributes: z.record(z.string(), z.unknown()).nullish(),
});

const parse = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
};

function isSigned({ headers, body }: HookRequest, secret: string, now: Date): boolean {
  const timestamp = headers['x-chatwoot-timestamp'] ?? '';
  const signature = headers['x-chatwoot-signature'] ?? '';
  if (!/^\d{1,12}$/.test(timestamp) || Math.abs(now.getTime() - Number(timestamp) * MS) > FRESH_MS)
    return false;
  const hex = createHmac('sha256', secret).update(`${timestamp}.`).update(body).digest('hex');
  const [shown, right] = [signature, `sha256=${hex}`].map((text) => Buffer.from(text));
  return shown!.length === right!.length && timingSafeEqual(shown!, right!);
}

const numberOf = (value: number | null | undefined): string | null => (value ? String(value) : null);

function readConversation(name: string, body: unknown): readonly Told[] {
  const { success, data } = Conversation.safeParse(body);
  if (!success) return [];
  const conversationId = String(data.id);
  return [
    {
      what: 'event',
      name,
      id: conversationId,
      data: {
        conversationId,
        inboxId: numberOf(data.inbox_id),
        status: data.status ?? null,
        contactId: numberOf(data.meta?.sender?.id),
      },
    },
  ];
}

/** Without its text, which nobody needs to keep: who is interested reads the conversation. */
function readMessage(name: string, body: unknown): readonly Told[] {
  const { success, data } = Message.safeParse(body);
  if (!success) return [];
  const messageId = String(data.id);
  return [
    {
      what: 'event',
      name,
      id: messageId,
      data: {
        messageId,
        conversationId: numberOf(data.conversation?.id),
        inboxId: numberOf(data.inbox?.id),
        type: typeOf(data.message_type),
        private: data.private ?? false,
      },
    },
  ];
}

/**
 * What Chatwoot tells. From 4.11.2 on each webhook has a secret and signs; a company that has one is told nothing unsigned.
 * Older versions sign nothing, and are believed by the secret in the address.
 */
export const hooks: HookDefinition = {
  verify: (request, { secrets }, now) => {
    const { hook } = secrets;
    if (hook && !isSigned(request, hook, now)) return undefined;
    const { success, data } = Named.safeParse(parse(request.body));
    if (!success) return undefined;
    // `X-Chatwoot-Delivery` isn't signed: whoever saw one delivery could bring it again under another id.
    return { id: hook ? request.headers['x-chatwoot-signature'] : undefined, kind: data.event };
  },
  read: (kind, body) => {
    if (kind.startsWith('conversation_') && !kind.includes('typing')) return readConversation(kind, body);
    if (kind.startsWith('message_')) return readMessage(kind, body);
    if (kind !== 'contact_created' && kind !== 'contact_updated') return [];
    const { success, data } = ContactBody.safeParse(body);
    return success ? [{ what: 'contact', ...toEngineContact(data as CwContact) }] : [];
  },
};
