import type { Actor } from '#core/actor.ts';
import type { Clock } from '#core/clock.ts';
import type { Ctx } from '#core/context.ts';
import type { Concerning, Refused } from '#core/reply.ts';
import type { EventDefinition } from '#core/event.ts';
import type { AuditEntry, PendingEvent, Records } from '#platform/db/records.ts';
import type { Call } from './types.ts';

interface Rendered {
  readonly text: string;
  /** For repeats under the same idempotency key: secrets are shown once, never stored. */
  readonly stored: string;
}

/** Output check, JSON, audit row and events of one call. */
export function renderer(options: {
  call: Call;
  actor: Actor;
  /** True when the call runs in the platform's own tenant. */
  outside: boolean;
  now: Date;
  clock: Clock;
}) {
  const { call, actor, outside, now, clock } = options;
  const { operation, validateOutput, secretFields } = call.operation;
  const pending: Omit<PendingEvent, 'tenantId'>[] = [];

  const emit: Ctx['emit'] = (event, data) => void pending.push(toPending(event, data, clock.id(), now));

  /** @throws Error when our own answer breaks our own promise: that is a bug, told as `internal`. */
  function render(answer: unknown): Rendered {
    if (!validateOutput(answer)) {
      throw new Error(
        `${operation.name} answered what it doesn’t declare: ${JSON.stringify(validateOutput.errors?.[0]?.instancePath)}`,
      );
    }
    const text = JSON.stringify(answer);
    if (secretFields.length === 0) return { text, stored: text };
    const hidden = Object.fromEntries(secretFields.map((name) => [name, null]));
    return { text, stored: JSON.stringify({ ...(answer as object), ...hidden }) };
  }

  const entry = (action: string, target: string | null) => ({
    id: clock.id(),
    at: now,
    actor,
    action,
    operation: operation.name,
    target,
    requestId: call.requestId,
  });

  function records(answer: unknown, about?: Concerning<unknown>): Pick<Records, 'audits' | 'events'> {
    const concerned = about?.tenants ?? operation.concerns?.(answer as never) ?? [];
    const tenants = outside ? [concerned].flat() : [];
    const target = about?.target ?? targetOf(answer) ?? targetOf(call.input);
    const make = () => entry(operation.audit!, target);
    const own = make();
    const [first] = tenants;
    return {
      audits: [own, ...tenants.map((tenantId) => ({ ...make(), tenantId }))],
      // What happened to a company is told there; what happened to a person stays with the platform.
      events:
        first === undefined || operation.realm
          ? pending
          : pending.map((event) => ({ ...event, tenantId: first })),
    };
  }

  function refusal({ audit, target, concerns }: Refused): Pick<Records, 'audits' | 'events'> {
    const own = entry(audit, target);
    return {
      audits: [own, ...concerns.map((tenantId) => ({ ...entry(audit, target), tenantId }))],
      events: pending,
    };
  }

  /** A row about what an engine is asked. */
  const audit = (action: string, answer?: unknown): AuditEntry =>
    entry(
      action,
      operation.outside?.target?.(call.input as never) ?? targetOf(answer) ?? targetOf(call.input),
    );

  return { emit, render, records, refusal, audit, emitted: () => pending.length > 0 };
}

/** @throws ZodError when the data isn't what the event's definition says. */
export const toPending = <T>(
  event: EventDefinition<T>,
  data: T,
  id: string,
  occurredAt: Date,
): PendingEvent => ({
  id,
  name: event.name,
  version: event.version,
  data: event.data.parse(data),
  occurredAt,
});

export function targetOf(value: unknown): string | null {
  const id = (value as { id?: unknown } | null)?.id;
  return typeof id === 'string' ? id : null;
}
