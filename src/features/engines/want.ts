import { z } from 'zod';
import type { Ctx } from '#core/context.ts';
import type { Wanted } from '#core/engine.ts';
import { AppError, invalidField } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { inUse, isFree } from './connect.ts';
import { exampleEngine } from './examples.ts';
import type { EngineParts } from './parts.ts';
import { examplePlan, planToken } from './plan.ts';
import { CompanyEngine, engineName } from './schema.ts';
import { lockEngineRow, setDue, setWanted, sharedInstances, wantEngine, type EngineRow } from './store.ts';
import { findEngine, namesOf, toEngine } from './view.ts';

const notOffered = (): AppError =>
  new AppError('conflict', {
    detail: {
      en: 'Whoever runs this installation offers no shared instance of this engine. Connect your own.',
      es: 'Quien administra esta instalación no ofrece este sistema compartido. Conecte el suyo.',
    },
  });
const onItsWayOut = (): AppError =>
  new AppError('conflict', {
    detail: {
      en: 'It was removed, or is being removed. It can be connected anew after that.',
      es: 'Fue quitado, o se está quitando. Después puede activarlo o conectarlo de nuevo.',
    },
  });
const anotherPlan = (): AppError =>
  new AppError('conflict', {
    detail: {
      en: 'Something changed since that plan was made. Read it anew.',
      es: 'Algo cambió desde que se hizo ese plan. Revíselo de nuevo.',
    },
  });

const waiting: CompanyEngine = { ...exampleEngine, status: 'waiting', nextTryAt: EXAMPLE.now };
const input = { engine: exampleEngine.engine };

/** Operations that say what a company is to have in an engine; the reconciler sees to it. */
export function wantOperations(parts: EngineParts): readonly Operation[] {
  /** Changes the row, which must be there. */
  const change = (ctx: Ctx, name: string, next: (row: EngineRow) => ReturnType<typeof setWanted>) => {
    const engine = findEngine(parts.engines, name);
    return ctx.db.tx(async (tx) => {
      const [row] = await tx.run(lockEngineRow(engine.name));
      if (!row) throw new AppError('engine_not_connected');
      const [[changed], shared] = await tx.all([next(row), sharedInstances(engine.name)]);
      return toEngine(engine, changed, ctx.client.language, namesOf(shared));
    });
  };
  const switchTo = (wanted: Wanted) => (ctx: Ctx, name: string) =>
    change(ctx, name, (row) => {
      if (row.wanted === 'absent') throw onItsWayOut();
      return row.wanted === wanted
        ? setDue(row.engine, ctx.clock.now())
        : setWanted(row.engine, wanted, ctx.clock.now());
    });

  const enable = defineOperation({
    name: 'engines.enable',
    route: 'POST /engines/{engine}/enable',
    summary: 'Take the company’s part of an instance that the operator shares.',
    description:
      'It is set up in the background: `engines.get` and events `engine.progressed` tell how far it is.',
    words: 'start using a new system, install · empezar a usar instalar un sistema',
    effect: 'write',
    access: [{ scope: 'engines:write' }],
    audit: 'engine.enabled',
    input: z.strictObject({
      engine: engineName,
      instance: z
        .uuid()
        .optional()
        .describe('Which one. Only the operator, by a grant, names one that isn’t open to all.'),
    }),
    output: CompanyEngine,
    errors: ['conflict'],
    examples: [
      {
        title: 'Once more: it is looked after',
        input: { engine: 'n8n' },
        output: waiting,
      },
    ],
    run: (ctx, { engine: wantedEngine, instance }) => {
      const engine = findEngine(parts.engines, wantedEngine);
      return ctx.db.tx(async (tx) => {
        const [row] = await tx.run(lockEngineRow(engine.name));
        if (row && row.wanted === 'absent' && !isFree(row)) throw onItsWayOut();
        if (row && !isFree(row) && (!row.shared || (instance ?? row.instanceId) !== row.instanceId))
          throw inUse();
        const named = ctx.actor.kind === 'grant' ? instance : undefined;
        const open = await tx.run(sharedInstances(engine.name, named ?? null));
        const found = instance === undefined ? open[0]?.id : open.find(({ id }) => id === instance)?.id;
        const id = row && !isFree(row) ? row.instanceId : found;
        if (id === undefined) throw notOffered();
        const now = ctx.clock.now();
        await tx.run(wantEngine(engine.name, { shared: true, id }, now));
        const [changed] = await tx.run(lockEngineRow(engine.name));
        return toEngine(engine, changed, ctx.client.language, namesOf(open));
      });
    },
  });

  const suspend = defineOperation({
    name: 'engines.suspend',
    route: 'POST /engines/{engine}/suspend',
    summary: 'Shut the company’s part of an engine: nobody gets in, and nothing is lost.',
    description:
      'Operations of the engine are refused at once; in the engine itself it takes effect within seconds.',
    effect: 'write',
    access: [{ scope: 'engines:write' }],
    audit: 'engine.suspended',
    input: z.strictObject({ engine: engineName }),
    output: CompanyEngine,
    errors: ['conflict', 'engine_not_connected'],
    examples: [
      {
        title: 'Suspend',
        input,
        output: {
          ...waiting,
          wanted: 'suspended',
          steps: [{ name: 'stopped', title: 'Workflow stopped' }],
        },
      },
    ],
    run: (ctx, { engine }) => switchTo('suspended')(ctx, engine),
  });

  const resume = defineOperation({
    name: 'engines.resume',
    route: 'POST /engines/{engine}/resume',
    summary: 'Open the company’s part of an engine again.',
    effect: 'write',
    access: [{ scope: 'engines:write' }],
    audit: 'engine.resumed',
    input: z.strictObject({ engine: engineName }),
    output: CompanyEngine,
    errors: ['conflict', 'engine_not_connected'],
    examples: [{ title: 'It was never shut', input, output: { ...exampleEngine } }],
    run: (ctx, { engine }) => switchTo('present')(ctx, engine),
  });

  const remove = defineOperation({
    name: 'engines.remove',
    route: 'DELETE /engines/{engine}',
    summary: 'Remove what the company has in an engine.',
    description:
      'Read `engines.plan` first: what it marks as destructive can’t be brought back. An own instance stays as it is, but for what SmarterOS made there.',
    words: 'uninstall stop using · desinstalar dejar de usar',
    effect: 'destroy',
    access: [{ scope: 'engines:destroy' }],
    stepUp: true,
    audit: 'engine.removed',
    input: z.strictObject({
      engine: engineName,
      plan: z.string().max(100).describe('`plan` of engines.plan.'),
      confirm: z.string().max(40).describe('The engine’s name once more.'),
    }),
    output: CompanyEngine,
    errors: ['conflict', 'engine_not_connected'],
    examples: [
      {
        title: 'With the plan that was read',
        input: { ...input, plan: examplePlan, confirm: 'n8n' },
        output: {
          ...waiting,
          wanted: 'absent',
          steps: [{ name: 'removed', title: 'Workflow deleted' }],
        },
      },
    ],
    run: (ctx, { engine, plan, confirm }) => {
      if (confirm !== engine)
        throw invalidField('confirm', 'mismatch', {
          en: 'must be the engine’s name',
          es: 'debe ser el nombre del sistema',
        });
      return change(ctx, engine, (row) => {
        if (plan !== planToken(ctx.tenant.id, row, 'absent')) throw anotherPlan();
        return setWanted(row.engine, 'absent', ctx.clock.now());
      });
    },
  });

  const retry = defineOperation({
    name: 'engines.retry',
    route: 'POST /engines/{engine}/retry',
    summary: 'Look after the company’s part of an engine now, instead of at the next try.',
    words: 'stuck setup again · pegado reintentar',
    effect: 'write',
    access: [{ scope: 'engines:write' }],
    audit: 'engine.retried',
    input: z.strictObject({ engine: engineName }),
    output: CompanyEngine,
    errors: ['engine_not_connected'],
    examples: [{ title: 'Now', input, output: { ...exampleEngine } }],
    run: (ctx, { engine }) => change(ctx, engine, (row) => setDue(row.engine, ctx.clock.now())),
  });

  return [enable, suspend, resume, remove, retry];
}
