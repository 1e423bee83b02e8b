import { z } from 'zod';
import { AppError } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { exampleEngines } from '#features/engines/examples.ts';
import type { EngineParts } from '#features/engines/parts.ts';
import { engineName } from '#features/engines/schema.ts';
import { listEngines } from '#features/engines/store.ts';
import { errorOf, findEngine } from '#features/engines/view.ts';
import type { Checkpoints } from '#platform/tokens/checkpoints.ts';
import { launchOperation } from './launch.ts';
import { EnginePersonReport, Offboarding } from './schema.ts';
import { enginesOf, findPerson, listPeople, peopleIn, type EnginePerson } from './store.ts';

const stillHere = (): AppError =>
  new AppError('conflict', {
    detail: {
      en: 'This person still belongs to the company. A receipt is for those who left or were shut out.',
      es: 'Esta persona aún pertenece a la empresa. El comprobante es para quienes salieron o fueron excluidos.',
    },
  });

/** Of engines in which somebody may be: those the company has, and those that they were brought to. */
function outcomeOf(engine: string, row: EnginePerson | undefined) {
  if (!row) return { engine, status: 'never_there' as const, at: null };
  const pending = row.wanted === 'present' || row.status !== 'done';
  return {
    engine,
    status: pending ? ('pending' as const) : ('shut_out' as const),
    at: pending ? null : row.reachedAt,
  };
}

export function enginePeopleOperations(
  parts: EngineParts,
  checkpoints: Checkpoints | undefined,
): readonly Operation[] {
  const people = defineOperation({
    name: 'engines.people',
    route: 'GET /engines/{engine}/people',
    summary: 'Tell how far the company’s people are in an engine.',
    description: 'They follow by themselves: whoever comes, changes or leaves does so in the engine as well.',
    words: 'which employees have a user there · qué empleados tienen usuario',
    effect: 'read',
    access: [{ scope: 'engines:read' }],
    input: z.strictObject({ engine: engineName }),
    output: z.object({ data: z.array(EnginePersonReport) }),
    examples: [
      {
        title: 'Nobody was brought there yet',
        input: { engine: 'n8n' },
        output: {
          data: [EXAMPLE.partner, EXAMPLE.person, EXAMPLE.member].map(({ ugid, name }) => ({
            person: ugid,
            name,
            wanted: 'present' as const,
            status: 'waiting' as const,
            attempts: 0,
            error: null,
            wantedAt: null,
            reachedAt: null,
          })),
        },
      },
    ],
    run: async (ctx, input) => {
      const { name } = findEngine(parts.engines, input.engine);
      const [all, rows] = await ctx.db.batch([listPeople, peopleIn(name)]);
      const known = new Map(rows.map((row) => [row.personId, row]));
      const names = new Map(all.map((person) => [person.id, person.name]));
      const fresh = all.filter(({ id, member }) => member && !known.has(id)).map(({ id }) => id);
      const report = [...fresh, ...known.keys()].toSorted().map((person) => {
        const row = known.get(person);
        return {
          person,
          name: names.get(person) ?? null,
          wanted: row?.wanted ?? ('present' as const),
          status: row?.status ?? ('waiting' as const),
          attempts: row?.attempts ?? 0,
          error: errorOf(row?.errorCode ?? null, ctx.client.language, row?.errorWords),
          wantedAt: row?.wantedAt ?? null,
          reachedAt: row?.reachedAt ?? null,
        };
      });
      return { data: report };
    },
  });

  const receipt = defineOperation({
    name: 'members.receipt',
    route: 'GET /members/{id}/receipt',
    summary:
      'Get the signed receipt of somebody’s offboarding: each engine, and when they were shut out of it.',
    description:
      'A JWS by the key of the audit’s checkpoints (`/.well-known/jwks.json`). It is there once all engines are done.',
    words: 'proof that a former employee lost all access · comprobante de salida accesos',
    effect: 'read',
    access: [{ scope: 'members:write' }],
    input: z.strictObject({ id: z.uuid().describe('UGID of whoever left or was shut out.') }),
    output: Offboarding,
    errors: ['conflict'],
    examples: [
      {
        title: 'Somebody who left and was in no engine',
        input: { id: EXAMPLE.formerPersonId },
        output: {
          person: EXAMPLE.formerPersonId,
          complete: true,
          engines: exampleEngines
            .map(({ engine }) => ({ engine, status: 'never_there' as const, at: null }))
            .toSorted((a, b) => a.engine.localeCompare(b.engine)),
          receipt: '****',
        },
      },
    ],
    run: async (ctx, { id }) => {
      const [[person], rows, here] = await ctx.db.batch([findPerson(id), enginesOf(id), listEngines]);
      if (person?.member) throw stillHere();
      const known = new Map(rows.map((row) => [row.engine, row]));
      const names = new Set([...known.keys(), ...here.map(({ engine }) => engine)]);
      const engines = [...names].toSorted().map((engine) => outcomeOf(engine, known.get(engine)));
      const complete = engines.every(({ status }) => status !== 'pending');
      const signed = complete
        ? await checkpoints!.signReceipt({
            tenantId: ctx.tenant.id,
            personId: id,
            engines: engines.map(({ engine, at }) => ({ engine, at })),
            at: ctx.clock.now(),
          })
        : null;
      return { person: id, complete, engines, receipt: signed };
    },
  });

  return [people, launchOperation(parts), receipt];
}
