import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Step, StepCtx, Wanted } from '#core/engine.ts';
import { AppError } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { exampleEngine } from './examples.ts';
import type { EngineParts } from './parts.ts';
import { engineName, EnginePlan, wanted } from './schema.ts';
import { findCompany, findEngineRow, type EngineRow } from './store.ts';
import { findEngine } from './view.ts';
import { linkOf, LOOK_MS, stepCtx } from './way.ts';

const PLAN_DIGITS = 24;

/** Changes with all that a plan depends on and we know of: company, engine, instance, and what is wanted. */
export const planToken = (
  tenantId: string,
  row: Pick<EngineRow, 'engine' | 'instanceId' | 'generation'>,
  to: Wanted,
): string =>
  createHash('sha256')
    .update([tenantId, row.engine, row.instanceId, row.generation, to].join(' '))
    .digest('hex')
    .slice(0, PLAN_DIGITS);

/** What the example's removal has read. */
export const examplePlan = planToken(
  EXAMPLE.tenant.id,
  { engine: exampleEngine.engine, instanceId: EXAMPLE.instanceId, generation: 1 },
  'absent',
);

/** Codes that say nothing about the engine as such: the step before it hasn't made what this one looks for. */
const UNCLEAR: ReadonlySet<string> = new Set(['engine_not_found', 'engine_conflict', 'engine_invalid']);

async function statusOf(step: Step, ctx: StepCtx): Promise<'done' | 'to_do' | 'unknown'> {
  try {
    return (await step.observe(ctx)) ? 'done' : 'to_do';
  } catch (error) {
    if (error instanceof AppError && UNCLEAR.has(error.code)) return 'unknown';
    throw error;
  }
}

export function planOperation(parts: EngineParts): Operation {
  return defineOperation({
    name: 'engines.plan',
    route: 'GET /engines/{engine}/plan',
    summary: 'Tell what would be done in an engine, and what of it destroys.',
    description: 'It looks and changes nothing. `engines.remove` wants the `plan` of this answer.',
    effect: 'read',
    access: [{ scope: 'engines:read' }],
    input: z.strictObject({
      engine: engineName,
      wanted: wanted.default('absent').describe('What the company would have there.'),
    }),
    output: EnginePlan,
    errors: [
      'engine_not_connected',
      'engine_unreachable',
      'engine_rejected_credentials',
      'engine_rate_limited',
    ],
    examples: [
      {
        title: 'What removing would take',
        input: { engine: exampleEngine.engine },
        output: {
          engine: exampleEngine.engine,
          from: 'present',
          wanted: 'absent',
          destroys: true,
          steps: [{ name: 'removed', title: 'Workflow deleted', destructive: true, status: 'to_do' }],
          plan: examplePlan,
        },
      },
    ],
    run: async (ctx, input) => {
      const { name, connector } = findEngine(parts.engines, input.engine);
      const [[row], [own]] = await ctx.db.batch([findEngineRow(name), findCompany]);
      if (!row) throw new AppError('engine_not_connected');
      const link = await linkOf(ctx, name, parts);
      const { company } = own!;
      const hookUrl = await parts.hookUrl(ctx, name);
      const look = stepCtx(ctx, parts, {
        engine: name,
        link,
        company,
        hookUrl,
        requestId: ctx.clock.id(),
        changes: false,
        timeoutMs: LOOK_MS,
      });
      const steps = [];
      for (const step of connector.provisioner?.[input.wanted] ?? [])
        steps.push({
          name: step.name,
          title: step.title[ctx.client.language],
          destructive: step.destructive ?? false,
          status: await statusOf(step, look),
        });
      return {
        engine: name,
        from: row.reached,
        wanted: input.wanted,
        destroys: steps.some(({ destructive, status }) => destructive && status !== 'done'),
        steps,
        plan: planToken(ctx.tenant.id, row, input.wanted),
      };
    },
  });
}
