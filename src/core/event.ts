import type { z } from 'zod';
import { holdsScope, type Scope } from './actor.ts';

/** A fact that happened. Written to the tenant's outbox in the transaction that made it true. */
export interface EventDefinition<T = unknown> {
  /** `<noun>.<past participle>`, e.g. `contact.created`. */
  readonly name: `${string}.${string}`;
  /** Raised when the data's shape changes in a way that a reader could notice. */
  readonly version: number;
  readonly summary: string;
  /** Whoever holds it in the company may see the event; null: it never leaves SmarterOS. */
  readonly scope: Scope | null;
  readonly data: z.ZodType<T>;
}

export function defineEvent<T>(definition: EventDefinition<T>): EventDefinition<T> {
  return definition;
}

/** An event as a job receives it. `id` stays the same over all repeats. */
export interface StoredEvent<T = unknown> {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly occurredAt: string;
  readonly data: T;
}

/** True for who may see such events: they hold its scope. What has none never leaves SmarterOS. */
export const isVisible = ({ scope }: EventDefinition, held: ReadonlySet<string>): boolean =>
  scope !== null && holdsScope(held, scope);

/** An event as it goes out: the same in lists, streams and replays. */
export interface PublishedEvent extends StoredEvent {
  /** Ascending in the order of publishing, with gaps. */
  readonly position: number;
}
