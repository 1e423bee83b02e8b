import { z } from 'zod';
import { timestamp } from '#core/schemas.ts';

export const sourceName = z.string().max(40).describe('Who sends, e.g. `shopify`.');
export const secretInput = z
  .string()
  .min(8)
  .max(500)
  .describe('What both sides know, where the other system gives it out. No answer ever holds it.');

export const Hook = z
  .object({
    engine: z.string().describe('Who sends.'),
    title: z.string(),
    createdAt: timestamp,
    rotatedAt: timestamp.nullable().describe('When the address was last changed.'),
    oldUntil: timestamp.nullable().describe('Until when the address before that is taken too.'),
    lastAt: timestamp.nullable().describe('When something last came in.'),
  })
  .meta({ id: 'IncomingHook' });
export type Hook = z.infer<typeof Hook>;

export const Sender = z
  .object({
    engine: z.string(),
    title: z.string(),
    secret: z
      .enum(['ours', 'theirs'])
      .describe('ours: made here and entered there. theirs: the other system gives it out.'),
  })
  .meta({ id: 'HookSender' });

export const urlField = z
  .string()
  .nullable()
  .meta({ secret: true })
  .describe('Enter it in the other system. It holds a secret: shown once, null when an answer is repeated.');
export const secretField = z
  .string()
  .nullable()
  .meta({ secret: true })
  .describe('Enter it there as well, where it was made here; else null. Shown once.');

const delivery = {
  id: z.uuid(),
  engine: z.string().describe('Who sent it.'),
  kind: z.string().describe('What it is about, in the other system’s words.'),
  bytes: z.int().describe('Length of the body.'),
  status: z
    .enum(['waiting', 'done', 'failed'])
    .describe('Waiting to be read, read, or failed: it is tried again by itself for some hours.'),
  attempts: z.int(),
  errorCode: z.string().nullable().describe('Why the last try failed.'),
  told: z.int().nullable().describe('How many things it told; null before it was read.'),
  receivedAt: timestamp,
  processedAt: timestamp.nullable(),
};

export const HookDelivery = z.object(delivery).meta({ id: 'HookDelivery' });
export type HookDelivery = z.infer<typeof HookDelivery>;

export const HookDeliveryDetails = z
  .object({
    ...delivery,
    body: z
      .string()
      .nullable()
      .describe('As it came. Null after 7 days, and for who may not read the engine that sent it.'),
  })
  .meta({ id: 'HookDeliveryDetails' });
