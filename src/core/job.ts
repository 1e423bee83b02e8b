import type { Ctx } from './context.ts';
import type { EventDefinition, StoredEvent } from './event.ts';

interface Common {
  /** `<noun>.<verb>`, e.g. `contacts.notify`. */
  readonly name: `${string}.${string}`;
  readonly summary: string;
  /** Runs over role identity, in the platform's own tenant: what concerns people and no company. */
  readonly realm?: 'identity';
  /** Tries before the job is given up; waits grow as e^n seconds (10 tries: about 6 hours). */
  readonly attempts?: number;
}

/** Reacts to an event. Runs at least once per event, so it must bear being repeated with the same id. */
export interface EventJob<T = unknown> extends Common {
  readonly on: EventDefinition<T>;
  readonly every?: never;
  readonly run: (ctx: Ctx, event: StoredEvent<T>) => Promise<void>;
}

/** Runs by the clock, once in every active tenant. */
export interface ScheduledJob extends Common {
  /** Cron expression, UTC, five fields. */
  readonly every: string;
  readonly on?: never;
  readonly run: (ctx: Ctx) => Promise<void>;
}

// A list of jobs holds jobs of many event types; each is only ever called with an event of its own definition.
export type JobDefinition = EventJob<never> | ScheduledJob;

export function defineJob<T>(definition: EventJob<T> | ScheduledJob): JobDefinition {
  return definition as JobDefinition;
}
