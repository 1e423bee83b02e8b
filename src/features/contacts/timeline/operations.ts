import { z } from 'zod';
import { holdsScope } from '#core/actor.ts';
import { AppError, invalidField } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { pageInput, pageOf } from '#core/pagination.ts';
import { timestamp } from '#core/schemas.ts';
import { defineTimeline, type TimelineEntry, type TimelineSource } from '#core/timeline.ts';
import { bookEntries, subjectOf } from './store.ts';

const bookTimeline = defineTimeline({ name: 'contacts', scope: 'contacts:read', entries: bookEntries });

const Entry = z
  .object({
    at: timestamp,
    id: z.uuid(),
    kind: z.string().describe('What happened, named as events are.'),
    source: z.string().describe('Which part of SmarterOS tells it.'),
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'TimelineEntry' });

const CURSOR = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;
const encode = ({ at, id }: Pick<TimelineEntry, 'at' | 'id'>): string =>
  Buffer.from(`${at} ${id}`).toString('base64url');

/** @throws AppError invalid_input when it isn't one of ours */
function decode(cursor: string | undefined): { at: string; id: string } | null {
  if (cursor === undefined) return null;
  const [, at, id] = CURSOR.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (at && id && !Number.isNaN(Date.parse(at))) return { at, id };
  throw invalidField('cursor', 'cursor', {
    en: 'must be the nextCursor of the page before, unchanged',
    es: 'debe ser el nextCursor de la página anterior, sin cambios',
  });
}

const later = (a: TimelineEntry, b: TimelineEntry): number =>
  a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1;

/** `others`: what features add beside the contact book itself. */
export function timelineOperations(others: readonly TimelineSource[]): readonly Operation[] {
  const sources = [bookTimeline, ...others];
  const timeline = defineOperation({
    name: 'contacts.timeline',
    route: 'GET /contacts/{id}/timeline',
    summary: 'Tell what happened with a contact, newest first.',
    description:
      'Messages, consents, imports, merges and acts, also of contacts that became part of it; only of what the caller may read.',
    words: 'what we talked about, history of a customer · qué hemos hablado, historial, conversaciones',
    effect: 'read',
    access: [{ scope: 'contacts:read' }],
    input: z.strictObject({ id: z.uuid().describe('Id of the contact.'), ...pageInput }),
    output: pageOf(Entry),
    examples: [
      {
        title: 'The newest of it',
        input: { id: EXAMPLE.contact.id, limit: 1 },
        output: {
          data: [
            {
              at: EXAMPLE.contact.createdAt,
              id: EXAMPLE.consentId,
              kind: 'consent.given',
              source: 'consents',
              data: { purpose: 'marketing', channel: 'paper', evidence: 'Carpeta 3, hoja 12' },
            },
          ],
          nextCursor: '****',
        },
      },
    ],
    run: async (ctx, input) => {
      const before = decode(input.cursor);
      const [[subject]] = await ctx.db.batch([subjectOf(input.id)]);
      if (!subject) throw new AppError('not_found');
      const seen = sources.filter(({ scope }) => holdsScope(ctx.actor.scopes, scope));
      const found = await ctx.db.batch(seen.map(({ entries }) => entries(subject, before, input.limit + 1)));
      const all = seen
        .flatMap(({ name }, i) => found[i]!.map((entry) => ({ ...entry, source: name })))
        .toSorted(later);
      const data = all
        .slice(0, input.limit)
        .map((one) => ({ ...one, data: one.data as Record<string, unknown> }));
      const last = data.at(-1);
      return { data, nextCursor: last && all.length > input.limit ? encode(last) : null };
    },
  });
  return [timeline];
}
