import { z } from 'zod';
import { timestamp } from '#core/schemas.ts';
import { PATTERN } from './rules.ts';

const MAX_URL = 2_000;
const MAX_PATTERNS = 50;
const MAX_DESCRIPTION = 200;

export const fields = {
  url: z
    .string()
    .min(1)
    .max(MAX_URL)
    .describe(
      'Where to: https, on the public internet. While developing, http to this very machine goes too.',
    ),
  events: z
    .array(z.string().max(100).regex(PATTERN))
    .min(1)
    .max(MAX_PATTERNS)
    .describe('What is wanted: names such as `contact.created`, all of a noun (`contact.*`), or `*`.'),
  description: z.string().max(MAX_DESCRIPTION).describe('What it is for.'),
};

export const Webhook = z
  .object({
    id: z.uuid(),
    url: z.string(),
    events: z.array(z.string()),
    description: z.string(),
    enabled: z.boolean(),
    disabledReason: z
      .enum(['asked', 'gone', 'failing'])
      .nullable()
      .describe('Why it is off: somebody asked for it, it answered 410, or it failed for five days.'),
    disabledAt: timestamp.nullable(),
    failingSince: timestamp.nullable().describe('The first failure since the last success.'),
    position: z.int().describe('All events up to this position were tried at least once.'),
    rotatedAt: timestamp
      .nullable()
      .describe('When the secret was last changed; the one before signs too for 24 hours after it.'),
    createdAt: timestamp,
    updatedAt: timestamp,
    version: z.int().min(1),
  })
  .meta({ id: 'Webhook' });
export type Webhook = z.infer<typeof Webhook>;

export const secretField = z
  .string()
  .nullable()
  .meta({ secret: true })
  .describe('Signs what is sent (Standard Webhooks). Shown once; null when an answer is repeated.');

const headers = z.record(z.string(), z.string());

export const Attempt = z
  .object({
    at: timestamp,
    ms: z.int().describe('Milliseconds until the answer was there, or was given up.'),
    status: z.int().optional().describe('HTTP status; absent when none came.'),
    error: z
      .enum(['blocked', 'refused', 'timeout', 'dns', 'tls', 'too_large', 'aborted', 'other'])
      .optional()
      .describe('Why no status came: the address is not on the public internet, nobody listens there, …'),
    headers: headers.optional().describe('Of the answer, without those that may hold a secret.'),
    answer: z.string().optional().describe('The first 2 kB of the answer.'),
  })
  .meta({ id: 'WebhookAttempt' });

const delivery = {
  webhookId: z.uuid(),
  eventId: z.uuid().describe('The `webhook-id` of each attempt.'),
  event: z.string(),
  position: z.int().nullable().describe('Null for a test.'),
  status: z
    .enum(['waiting', 'delivered', 'failed'])
    .describe('Waiting for an attempt, answered with 2xx, or given up after the last one.'),
  tries: z.int().describe('Attempts since it was first sent, or last asked for.'),
  dueAt: timestamp.nullable().describe('When the next attempt is.'),
  createdAt: timestamp,
  attemptedAt: timestamp.nullable(),
};

export const Delivery = z.object(delivery).meta({ id: 'WebhookDelivery' });
export type Delivery = z.infer<typeof Delivery>;

export const DeliveryDetails = z
  .object({
    ...delivery,
    attempts: z.array(Attempt).describe('The last ones, oldest first.'),
    request: z
      .object({
        headers: headers.describe('Of the last attempt; the signature is left out.'),
        body: z.string().nullable().describe('Null when you may not see such events, or the event is gone.'),
      })
      .nullable()
      .describe('Null before the first attempt.'),
  })
  .meta({ id: 'WebhookDeliveryDetails' });
