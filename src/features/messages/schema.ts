import { z } from 'zod';
import { MESSAGE_FAILURES } from '#core/messaging.ts';
import { timestamp } from '#core/schemas.ts';

const MAX_TEXT = 4_096;
const MAX_PARAMETER = 1_024;
const MAX_PARAMETERS = 20;

export const textInput = z.string().min(1).max(MAX_TEXT);

export const Template = z
  .strictObject({
    name: z
      .string()
      .regex(/^[a-z0-9_]{1,512}$/)
      .describe('As it is called in WhatsApp Manager.'),
    language: z
      .string()
      .regex(/^[a-z]{2,3}(?:_[A-Z]{2})?$/)
      .describe('A language in which it is approved, e.g. es or es_CL.'),
    parameters: z
      .array(z.string().min(1).max(MAX_PARAMETER))
      .max(MAX_PARAMETERS)
      .default([])
      .describe('What fills {{1}}, {{2}} … of the body.'),
  })
  .meta({ id: 'MessageTemplate' });

export const Message = z
  .object({
    id: z.uuid(),
    direction: z.enum(['in', 'out']),
    peer: z.string().describe('The person’s number, E.164.'),
    kind: z.string().describe('text or template; of incoming ones what WhatsApp calls it, e.g. image.'),
    text: z.string().optional(),
    template: z
      .object({ name: z.string(), language: z.string(), parameters: z.array(z.string()) })
      .optional(),
    status: z
      .enum(['queued', 'sent', 'delivered', 'read', 'failed', 'received'])
      .describe('The furthest that is known. `sent` means accepted by WhatsApp, not arrived.'),
    failure: z.enum(MESSAGE_FAILURES).optional().describe('Why it failed, or why the last try did.'),
    createdAt: timestamp,
    sentAt: timestamp
      .optional()
      .describe('When WhatsApp accepted it; of incoming ones, when it was written.'),
    deliveredAt: timestamp.optional(),
    readAt: timestamp.optional(),
    failedAt: timestamp.optional(),
  })
  .meta({ id: 'Message' });
export type Message = z.infer<typeof Message>;
