import type { Actor } from '#core/actor.ts';
import type { Clock } from '#core/clock.ts';
import type { Ctx } from '#core/context.ts';
import type { EventDefinition } from '#core/event.ts';
import type { PendingEvent, Records } from '#platform/db/records.ts';
import type { Call } from './types.ts';

interface Rendered {
  readonly text: string;
  /** For repeats under the same idempotency key: secrets are shown once, never stored. */
  readonly stored: string;
}

/** Output check, JSON, audit row and events of one call. */
export function renderer({ call, actor, now, clock }: { call: Call; actor: Actor; now: Date; clock: Clock }) {
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

  function records(answer: unknown): Pick<Records, 'audits' | 'events'> {
    const tenantId =
      operation.concerns && actor.kind === 'operator' ? operation.concerns(answer as never) : undefined;
    const entry = {
      at: now,
      actor,
      action: operation.audit!,
      operation: operation.name,
      target: targetOf(answer) ?? targetOf(call.input),
      requestId: call.requestId,
    };
    const own = { ...entry, id: clock.id() };
    if (tenantId === undefined) return { audits: [own], events: pending };
    return {
      audits: [own, { ...entry, id: clock.id(), tenantId }],
      events: pending.map((event) => ({ ...event, tenantId })),
    };
  }

  return { emit, render, records, emitted: () => pending.length > 0 };
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
