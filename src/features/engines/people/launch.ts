import { z } from 'zod';
import type { Ctx } from '#core/context.ts';
import type { Statement } from '#core/db.ts';
import type { Back, Launch } from '#core/engine-people.ts';
import type { Link } from '#core/engine.ts';
import { AppError } from '#core/errors.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { exampleUrl } from '#features/engines/examples.ts';
import type { EngineParts } from '#features/engines/parts.ts';
import { engineName } from '#features/engines/schema.ts';
import { findCompany, findEngineRow } from '#features/engines/store.ts';
import { findEngine, type Connectable } from '#features/engines/view.ts';
import { linkOf, stepCtx } from '#features/engines/way.ts';
import { EngineLaunch, LaunchBack } from './schema.ts';
import { dropOldTickets, findPerson, peopleIn, putTicket } from './store.ts';
import { toMember } from './sync.ts';
import { ticketMaker } from './tickets.ts';

const LAUNCH_MS = 10_000;

/** Where people go by themselves; an instance may be reached at another address than ours. */
const plainUrl = ({ settings, url }: Link): string =>
  typeof settings['publicUrl'] === 'string' ? settings['publicUrl'] : url;

/** Who gets no further than the plain address, and why; else their link, and what it is worth something by. */
async function launchOf(
  ctx: Ctx,
  parts: EngineParts,
  { name, connector }: Connectable,
  link: Link,
  back: Back | undefined,
): Promise<Launch & { readonly statements: readonly Statement[] }> {
  const plain = (reason: string) => ({ url: plainUrl(link), expiresAt: null, reason, statements: [] });
  const { person } = ctx.actor;
  const { launch, enter } = connector.people ?? {};
  if (!person) return plain('no_person');
  if (back ? !enter : !launch) return plain('login_needed');
  const [[found], rows, [own]] = await ctx.db.batch([findPerson(person.id), peopleIn(name), findCompany]);
  if (!found?.member) return plain('no_user');
  const row = rows.find(({ personId }) => personId === person.id);
  const { instanceId } = link;
  const of = { engine: name, instanceId, personId: person.id, sessionId: person.sessionId };
  const { made, ticket } = ticketMaker(of, ctx.clock);
  const step = stepCtx(ctx, parts, {
    engine: name,
    link,
    company: own!.company,
    hookUrl: await parts.hookUrl(ctx, name),
    requestId: ctx.clock.id(),
    changes: true,
    timeoutMs: LAUNCH_MS,
  });
  const call = { ...step, ticket };
  const member = toMember(found, parts.publicUrl);
  const id = row?.wanted === 'present' ? row.engineId : null;
  const answer = back ? await enter!(call, member, id, back) : await launch!(call, member, id);
  const statements = made.length > 0 ? [dropOldTickets(ctx.clock.now()), ...made.map(putTicket)] : [];
  return { ...answer, statements };
}

export const launchOperation = (parts: EngineParts): Operation =>
  defineOperation({
    name: 'engines.launch',
    route: 'POST /engines/{engine}/launch',
    summary: 'Get a link that opens an engine, logged in where the engine can do that.',
    description: 'It is for whoever asks: where it doesn’t log in by itself, `reason` says why.',
    words:
      'enter open log in with one click, without password · entrar abrir ingresar con un clic sin contraseña',
    effect: 'write',
    access: [{ scope: 'engines:read' }],
    audit: 'engine.launched',
    input: z.strictObject({ engine: engineName, back: LaunchBack.optional() }),
    output: EngineLaunch,
    errors: ['engine_not_connected', 'engine_not_ready', 'engine_unreachable', 'engine_rejected_credentials'],
    examples: [
      {
        title: 'By a program, which is nobody there',
        input: { engine: 'n8n' },
        output: { engine: 'n8n', url: exampleUrl, expiresAt: null, reason: 'no_person' },
      },
    ],
    run: async (ctx, input) => {
      const engine = findEngine(parts.engines, input.engine);
      const [[row]] = await ctx.db.batch([findEngineRow(engine.name)]);
      const link = await linkOf(ctx, engine.name, parts);
      if (!row?.usable || row.wanted !== 'present') throw new AppError('engine_not_ready');
      const { statements, ...found } = await launchOf(ctx, parts, engine, link, input.back);
      return ctx.db.batch(statements, { engine: engine.name, ...found });
    },
  });
