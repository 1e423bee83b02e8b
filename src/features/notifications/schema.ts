import { z } from 'zod';
import { CHANNELS, KINDS, type Kind } from './kinds.ts';

const way = z.enum(['mail', 'whatsapp']);

export const kind = z
  .enum(KINDS.map((one) => one.kind) as [Kind, ...Kind[]])
  .describe('Of what: the event that it comes from.');
export const channel = z
  .enum(CHANNELS)
  .describe(
    'By which way first; the other one stands in for it. best: what suits the kind; off: not at all.',
  );

export const Notification = z
  .object({
    kind,
    channel,
    required: z.boolean().describe('It can’t be switched off: it is about who has the company.'),
    way: way.nullable().describe('By which way you are told as of now; null: by none.'),
  })
  .meta({ id: 'Notification' });
export type Notification = z.infer<typeof Notification>;

export const Notifications = z
  .object({
    data: z.array(Notification),
    ways: z.array(
      z.object({
        way,
        to: z.string().nullable().describe('Your number or address; null: none.'),
        available: z.boolean().describe('Whether this installation can send by it.'),
      }),
    ),
    development: z
      .boolean()
      .describe('What can’t be sent is shown by `smarteros messages` of this installation instead.'),
  })
  .meta({ id: 'Notifications' });
