import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import type { InboundMessage, Notice, StatusUpdate } from '#core/messaging.ts';
import { failureOf } from './errors.ts';

const MS_PER_SECOND = 1_000;
const SIGNATURE = /^sha256=([0-9a-f]{64})$/;

/** Compares texts of any length without telling by its time where they differ. */
function same(a: string, b: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(a), hash(b));
}

/** What to answer to Meta's handshake; undefined when it doesn't know our verify token. */
export function challenge(query: Readonly<Record<string, unknown>>, verifyToken: string): string | undefined {
  const { 'hub.mode': mode, 'hub.verify_token': token, 'hub.challenge': answer } = query;
  if (mode !== 'subscribe' || typeof token !== 'string' || typeof answer !== 'string') return undefined;
  return same(token, verifyToken) ? answer : undefined;
}

/** True when Meta signed these very bytes: the same JSON written anew differs as soon as there is an emoji. */
export function isSigned(signature: string | undefined, body: Buffer, appSecret: string): boolean {
  const [, hex] = SIGNATURE.exec(signature ?? '') ?? [];
  if (hex === undefined) return false;
  return timingSafeEqual(Buffer.from(hex, 'hex'), createHmac('sha256', appSecret).update(body).digest());
}

/** Seconds since 1970, as text. */
const moment = z
  .string()
  .regex(/^\d{1,11}$/)
  .transform((text) => new Date(Number(text) * MS_PER_SECOND));
const e164 = z
  .string()
  .regex(/^\d{5,15}$/)
  .transform((digits) => `+${digits}`);
const id = z.string().min(1).max(512);
const words = z.string().max(65_536);
/** Something whose shape isn't ours to insist on. */
const perhaps = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

const ProviderError = z.object({
  code: z.int(),
  error_data: perhaps(z.object({ details: perhaps(z.string()) })),
});

const Message = z.object({
  id,
  from: e164,
  timestamp: moment,
  type: z.string().max(64),
  text: perhaps(z.object({ body: words })),
  button: perhaps(z.object({ text: words })),
  interactive: perhaps(
    z.object({
      button_reply: perhaps(z.object({ title: words })),
      list_reply: perhaps(z.object({ title: words })),
    }),
  ),
  image: perhaps(z.object({ caption: perhaps(words) })),
  video: perhaps(z.object({ caption: perhaps(words) })),
  document: perhaps(z.object({ caption: perhaps(words) })),
});

const Status = z.object({
  id,
  status: z.enum(['sent', 'delivered', 'read', 'failed']),
  timestamp: moment,
  biz_opaque_callback_data: perhaps(z.string().max(512)),
  errors: perhaps(z.array(z.unknown())),
});

const list = z.array(z.unknown()).catch([]);
const Change = z.object({
  field: z.literal('messages'),
  value: z.object({
    metadata: z.object({ phone_number_id: z.string() }),
    messages: list,
    statuses: list,
    errors: list,
  }),
});
const Payload = z.object({ entry: z.array(z.object({ changes: list })) });

/** The items that have the shape; others (new kinds, users without a number) are left out, never in the way. */
const fitting = <T extends z.ZodType>(items: readonly unknown[], schema: T): z.output<T>[] =>
  items.flatMap((item) => {
    const parsed = schema.safeParse(item);
    return parsed.success ? [parsed.data] : [];
  });

function toMessage(message: z.output<typeof Message>): InboundMessage {
  const { interactive, image, video, document } = message;
  return {
    id: message.id,
    from: message.from,
    at: message.timestamp,
    kind: message.type,
    text:
      message.text?.body ??
      message.button?.text ??
      interactive?.button_reply?.title ??
      interactive?.list_reply?.title ??
      image?.caption ??
      video?.caption ??
      document?.caption ??
      null,
  };
}

function toStatus({ errors = [], ...status }: z.output<typeof Status>): StatusUpdate {
  const [error] = fitting(errors, ProviderError);
  return {
    id: status.id,
    status: status.status,
    at: status.timestamp,
    reference: status.biz_opaque_callback_data ?? null,
    failure:
      status.status === 'failed' ? failureOf(error?.code ?? -1, error?.error_data?.details ?? '') : null,
    code: error?.code ?? null,
  };
}

/** What a payload says about the number `phoneId`; what concerns other numbers of the account isn't ours. */
export function readPayload(body: Buffer, phoneId: string): Notice {
  const payload = Payload.safeParse(parseJson(body));
  const values = fitting(payload.data?.entry.flatMap(({ changes }) => changes) ?? [], Change)
    .map(({ value }) => value)
    .filter(({ metadata }) => metadata.phone_number_id === phoneId);
  return {
    messages: values.flatMap(({ messages }) => fitting(messages, Message).map(toMessage)),
    statuses: values.flatMap(({ statuses }) => fitting(statuses, Status).map(toStatus)),
    failures: values.flatMap(({ errors }) =>
      fitting(errors, ProviderError).map(({ code, error_data: data }) => ({
        failure: failureOf(code, data?.details ?? ''),
        code,
      })),
    ),
  };
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}
