import type { Actor, TenantRef } from './actor.ts';
import type { CapabilityName, Capabilities } from './capabilities.ts';
import type { Clock } from './clock.ts';
import type { Db } from './db.ts';
import { AppError, type Language } from './errors.ts';
import type { EventDefinition } from './event.ts';

export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** Where a call came from, for limits, sessions and the language of messages. */
export interface Client {
  /** IPv4 address or IPv6 /64. */
  readonly network: string;
  /** What the browser or program calls itself. */
  readonly agent: string | null;
  readonly language: Language;
}

/** All that an operation or a job may touch. Closed: nothing is added for one feature's sake. */
export interface Ctx {
  readonly actor: Actor;
  readonly client: Client;
  /** The tenant of this call; the operator's hidden tenant for operator's and public operations. */
  readonly tenant: TenantRef;
  readonly db: Db;
  /** Adds an event to the transaction of the next database call. */
  emit<T>(event: EventDefinition<T>, data: T): void;
  /** What an engine can do for this tenant; undefined when no configured engine can. */
  engine<N extends CapabilityName>(capability: N): Capabilities[N] | undefined;
  /** The row version that the caller expects (If-Match); compare it with `requireVersion`. */
  readonly ifVersion: number | undefined;
  readonly clock: Clock;
  readonly log: Log;
  /** Aborted when the caller has gone or the process stops. */
  readonly signal: AbortSignal;
}

/** @throws AppError version_conflict when the caller expected another version of the row (If-Match). */
export function requireVersion(ctx: Ctx, current: number): void {
  if (ctx.ifVersion !== undefined && ctx.ifVersion !== current) throw new AppError('version_conflict');
}
