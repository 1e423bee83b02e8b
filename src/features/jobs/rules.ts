import { z } from 'zod';
import { ERRORS, type ErrorCode, type Language } from '#core/errors.ts';
import type { JobDefinition } from '#core/job.ts';
import { decodeCursor } from '#core/pagination.ts';
import { timestamp } from '#core/schemas.ts';
import type { JobRow } from './store.ts';

export const STATES = ['waiting', 'running', 'cancelling', 'failed', 'cancelled'] as const;

export const Job = z
  .object({
    id: z.string(),
    tenantId: z.uuid().nullable().describe('The company it works for; null for the platform’s own.'),
    name: z.string(),
    summary: z.string().describe('What it does.'),
    state: z
      .enum(STATES)
      .describe(
        'A running job may have been taken by a worker a moment ago. One that is done is no longer in the list.',
      ),
    attempts: z.int().describe('Times that it was begun.'),
    maxAttempts: z.int(),
    nextRunAt: timestamp.nullable().describe('Of a waiting job.'),
    startedAt: timestamp.nullable().describe('Of a running job.'),
    createdAt: timestamp,
    event: z
      .object({ id: z.uuid(), name: z.string() })
      .nullable()
      .describe('What it reacts to; null for jobs that run by the clock.'),
    cause: z
      .object({ code: z.string(), message: z.string() })
      .nullable()
      .describe('Why the last attempt failed.'),
  })
  .meta({ id: 'Job' });

/** Jobs by name: of this release, which may lack one that still lies in the queue. */
export type Definitions = ReadonlyMap<string, JobDefinition>;

/** The queue keeps `code: words`; anything else is the queue's own and nobody's business. */
function causeOf(stored: string | null, language: Language): z.output<typeof Job>['cause'] {
  if (stored === null) return null;
  const [, given = '', words = ''] = /^(\w+): (.*)$/s.exec(stored) ?? [];
  const known = Object.hasOwn(ERRORS, given);
  const code = known ? (given as ErrorCode) : 'internal';
  return { code, message: known && language === 'en' ? words : ERRORS[code].title[language] };
}

export function toJob(row: JobRow, definitions: Definitions, language: Language): z.output<typeof Job> {
  const definition = definitions.get(row.name);
  const taken = row.state === 'running' || row.state === 'cancelling';
  return {
    id: row.id,
    tenantId: row.tenant_id,
    name: row.name,
    summary: definition?.summary ?? '',
    state: row.state,
    attempts: row.attempts,
    maxAttempts: row.max_attempts,
    nextRunAt: row.state === 'waiting' ? row.run_at : null,
    startedAt: taken ? row.locked_at : null,
    createdAt: row.created_at,
    event: row.event_id === null ? null : { id: row.event_id, name: definition?.on?.name ?? '' },
    cause: causeOf(row.last_error, language),
  };
}

const HEX = 16;
/** As the UUID that cursors are made of. */
export const cursorOf = (id: string): string => BigInt(id).toString(HEX).padStart(32, '0');
/** @throws AppError invalid_input when the text isn't one of our cursors */
export function afterCursor(cursor: string | undefined): string | null {
  const decoded = decodeCursor(cursor);
  return decoded && BigInt.asIntN(64, BigInt(`0x${decoded.replaceAll('-', '')}`)).toString();
}
