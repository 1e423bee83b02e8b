import { z } from 'zod';
import type { EngineDefinition } from '#core/engine.ts';
import type { SenderDefinition } from '#core/engine-hooks.ts';
import { defineEvent, type EventDefinition } from '#core/event.ts';
import { sourcesOf } from './parts.ts';

/** Written in the transaction that keeps the message; the job reads it then. */
export const hookReceived = defineEvent({
  name: 'hook.received',
  version: 1,
  summary: 'A message of another system came in.',
  scope: null,
  data: z.object({ id: z.uuid() }),
});

const told = z.object({
  /** The message's, for hook_deliveries.get. */
  deliveryId: z.uuid(),
  /** In the other system's words, e.g. `message_created`. */
  name: z.string(),
  /** Of what it is about, there. */
  id: z.string().nullable(),
  data: z.record(z.string(), z.unknown()),
});

export type ToldEvent = EventDefinition<z.output<typeof told>>;

/**
 * What a system tells, as an event of its own: `chatwoot.told`. So it is seen by those alone who may read that engine; of
 * one without operations, by those who may read incoming webhooks.
 */
export const toldBy = (source: {
  name: string;
  title: string;
  sender: SenderDefinition | undefined;
}): ToldEvent =>
  defineEvent({
    name: `${source.name}.told`,
    version: 1,
    summary: `${source.title} told something by itself.`,
    scope: source.sender ? 'hooks:read' : `${source.name}:read`,
    data: told,
  });

export const hookEvents = (
  engines: readonly EngineDefinition[],
  senders: readonly SenderDefinition[],
): readonly EventDefinition[] => [hookReceived, ...sourcesOf({ engines, senders }).map(toldBy)];
