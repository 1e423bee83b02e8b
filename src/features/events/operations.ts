import { z } from 'zod';
import { AppError, invalidField } from '#core/errors.ts';
import { isVisible, type EventDefinition } from '#core/event.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { decodeCursor, encodeCursor, pageInput, pageOf } from '#core/pagination.ts';
import { timestamp } from '#core/schemas.ts';
import { eventsAfter, newestEvents, span } from '#platform/db/events.ts';

const MAX_NAMES = 50;
const position = z.int().min(0);

const Event = z
  .object({
    id: z.uuid().describe('The same on every delivery: whoever gets it twice knows it by this.'),
    name: z.string(),
    version: z.int().describe('Of the data’s shape.'),
    position: position.describe('Ascending in the order of publishing, with gaps.'),
    occurredAt: timestamp,
    data: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'Event' });

const EventType = z
  .object({
    name: z.string(),
    version: z.int(),
    summary: z.string(),
    scope: z.string().describe('Who holds it, beside events:read, sees such events.'),
    schema: z.record(z.string(), z.unknown()).describe('JSON Schema of the data.'),
  })
  .meta({ id: 'EventType' });

const names = z
  .array(z.string().max(100))
  .max(MAX_NAMES)
  .optional()
  .describe('Only events of these names, e.g. contact.created.');

/** Both lists show what goes out only; internal events don't exist for callers. */
export function eventOperations(definitions: readonly EventDefinition[]): readonly Operation[] {
  const outgoing = definitions.filter(({ scope }) => scope !== null);

  function chosen(wanted: readonly string[] | undefined): EventDefinition[] {
    if (!wanted) return outgoing;
    const unknown = wanted.find((name) => !outgoing.some((one) => one.name === name));
    if (unknown !== undefined) {
      throw invalidField('names', 'unknown', {
        en: `${unknown} is no event; events.types lists them`,
        es: `${unknown} no es un evento; events.types los enumera`,
      });
    }
    return outgoing.filter(({ name }) => wanted.includes(name));
  }

  /** Names that the caller may see: all of those asked for, or else as many as there are. @throws AppError */
  function visible(held: ReadonlySet<string>, wanted: readonly string[] | undefined): string[] {
    const all = chosen(wanted);
    const hidden = all.find((one) => !isVisible(one, held));
    if (wanted && hidden) {
      throw new AppError('insufficient_scope', {
        detail: {
          en: `${hidden.name} needs the scope ${hidden.scope}.`,
          es: `${hidden.name} necesita el permiso ${hidden.scope}.`,
        },
        headers: {
          'www-authenticate': `Bearer error="insufficient_scope", scope="events:read ${hidden.scope}"`,
        },
      });
    }
    return all.filter((one) => isVisible(one, held)).map(({ name }) => name);
  }

  const list = defineOperation({
    name: 'events.list',
    route: 'GET /events',
    summary: 'List what happened in the company, in the order in which it was published.',
    description:
      'From the beginning, or after a position: the way to catch up on everything that was missed. `position` of the ' +
      'answer is where to go on from, here with `after` or on the live stream `GET /events/stream`. Each event needs ' +
      'a scope of its own beside events:read; those of other scopes are left out. A page may be short of its limit ' +
      'while `nextCursor` isn’t null.',
    words: 'latest news activity · últimas novedades actividad',
    effect: 'read',
    access: [{ scope: 'events:read' }],
    input: z.strictObject({
      ...pageInput,
      after: position.optional().describe('Only what came after this position. A cursor has precedence.'),
      latest: z
        .boolean()
        .default(false)
        .describe('The newest page instead, oldest of it first; there is no next page.'),
      names,
    }),
    output: pageOf(Event).extend({ position: position.describe('Where to go on from.') }),
    errors: ['insufficient_scope'],
    examples: [
      {
        title: 'What happened so far',
        input: {},
        output: {
          data: [
            {
              id: EXAMPLE.event.id,
              name: 'contact.created',
              version: 1,
              position: EXAMPLE.event.position,
              occurredAt: EXAMPLE.contact.createdAt,
              data: { id: EXAMPLE.contact.id, version: 1 },
            },
          ],
          nextCursor: null,
          position: EXAMPLE.event.position,
        },
      },
      {
        title: 'Nothing since',
        input: { after: EXAMPLE.event.position },
        output: { data: [], nextCursor: null, position: EXAMPLE.event.position },
      },
    ],
    run: async (ctx, { limit, cursor, after = 0, latest, names: wanted }) => {
      const seen = visible(ctx.actor.scopes, wanted);
      const from = cursor === undefined ? after : positionOf(cursor);
      const [rows] = await ctx.db.batch([
        latest ? newestEvents(seen, limit) : eventsAfter(from, seen, limit),
      ]);
      const { events, position: at, more } = span(rows, limit);
      if (!latest && at < from) throw ahead(at);
      return {
        data: events as z.output<typeof Event>[],
        nextCursor: more ? cursorOf(at) : null,
        position: at,
      };
    },
  });

  const types = defineOperation({
    name: 'events.types',
    route: 'GET /events/types',
    summary: 'List the kinds of events, with the shape of their data.',
    description: 'The same as a document for programs: `GET /asyncapi.json`.',
    effect: 'read',
    access: [{ scope: 'events:read' }],
    input: z.strictObject({ names }),
    output: z.object({ data: z.array(EventType) }),
    examples: [
      {
        title: 'One kind',
        input: { names: ['contact.deleted'] },
        output: {
          data: [
            {
              name: 'contact.deleted',
              version: 1,
              summary: 'A contact was deleted.',
              scope: 'contacts:read',
              schema: {
                type: 'object',
                properties: {
                  id: {
                    type: 'string',
                    format: 'uuid',
                    pattern:
                      '^([0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-8][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}|00000000-0000-0000-0000-000000000000|ffffffff-ffff-ffff-ffff-ffffffffffff)$',
                  },
                  version: { type: 'integer', minimum: -9007199254740991, maximum: 9007199254740991 },
                },
                required: ['id', 'version'],
                additionalProperties: false,
              },
            },
          ],
        },
      },
    ],
    run: async (ctx, { names: wanted }) => {
      // Nothing of it is the company's, but who was shut out is told so here as well.
      await ctx.db.batch([]);
      return {
        data: chosen(wanted).map(({ name, version, summary, scope, data }) => ({
          name,
          version,
          summary,
          scope: scope!,
          schema: dataSchema(data),
        })),
      };
    },
  });

  return [list, types];
}

/** JSON Schema 2020-12 of an event's data. */
function dataSchema(data: z.ZodType): Record<string, unknown> {
  const { $schema: _, ...schema } = z.toJSONSchema(data, { target: 'draft-2020-12' });
  return schema;
}

/** Whoever waits for such a position misses all until then; a database that came back from a backup is behind, e.g. */
const ahead = (newest: number): AppError =>
  invalidField('after', 'ahead', {
    en: `lies ahead of the newest event, which is at ${newest}`,
    es: `está más adelante que el último evento, que está en ${newest}`,
  });

/** Cursors look like those of other lists; inside is a position instead of an id. */
const cursorOf = (at: number): string => encodeCursor(at.toString(16).padStart(32, '0'));

/** @throws AppError invalid_input when the text isn't one of our cursors */
function positionOf(cursor: string): number {
  const at = Number(`0x${decodeCursor(cursor)!.replaceAll('-', '')}`);
  if (Number.isSafeInteger(at)) return at;
  throw invalidField('cursor', 'cursor', {
    en: 'must be the nextCursor of the page before, unchanged',
    es: 'debe ser el nextCursor de la página anterior, sin cambios',
  });
}
