import { z } from 'zod';
import type { Checkpoints } from '#platform/tokens/checkpoints.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { certificateOperations } from './certificates.ts';
import { checkOperation } from './check.ts';
import { connectOperation } from './connect.ts';
import { exampleEngine, exampleEngines, exampleVersion } from './examples.ts';
import { instanceOperations } from './instances/operations.ts';
import type { EngineParts } from './parts.ts';
import { enginePeopleOperations } from './people/operations.ts';
import { planOperation } from './plan.ts';
import { CompanyEngine, CompanyEngineDetails, engineName } from './schema.ts';
import { findEngineRow, findInstanceOf, listEngines, sharedInstances } from './store.ts';
import { connectable, findEngine, namesOf, toEngine } from './view.ts';
import { wantOperations } from './want.ts';

/** Who only describes them has no key to sign receipts with. */
export function engineOperations(parts: EngineParts, checkpoints?: Checkpoints): readonly Operation[] {
  const list = defineOperation({
    name: 'engines.list',
    route: 'GET /engines',
    summary: 'List the engines, what this company has in each, and how far that is.',
    words: 'which systems apps tools we are using, use · qué sistemas aplicaciones usamos',
    effect: 'read',
    access: [{ scope: 'engines:read' }],
    input: z.strictObject({}),
    output: z.object({ data: z.array(CompanyEngine) }),
    examples: [{ title: 'All of them', input: {}, output: { data: exampleEngines } }],
    run: async (ctx) => {
      const [rows, shared] = await ctx.db.batch([listEngines, sharedInstances(null)]);
      const offered = namesOf(shared);
      const byName = new Map(rows.map((row) => [row.engine, row]));
      const { language } = ctx.client;
      return {
        data: connectable(parts.engines).map((one) => toEngine(one, byName.get(one.name), language, offered)),
      };
    },
  });

  const get = defineOperation({
    name: 'engines.get',
    route: 'GET /engines/{engine}',
    summary: 'Get what this company has in an engine, and how far that is.',
    effect: 'read',
    access: [{ scope: 'engines:read' }],
    input: z.strictObject({ engine: engineName }),
    output: CompanyEngineDetails,
    examples: [
      { title: 'One of them', input: { engine: 'n8n' }, output: { ...exampleEngine, ...exampleVersion } },
    ],
    run: async (ctx, input) => {
      const engine = findEngine(parts.engines, input.engine);
      const [[row], [instance], shared] = await ctx.db.batch([
        findEngineRow(engine.name),
        findInstanceOf(engine.name),
        sharedInstances(engine.name),
      ]);
      return {
        ...toEngine(engine, row, ctx.client.language, namesOf(shared)),
        version: instance?.version ?? null,
        capabilities: instance?.capabilities ?? [],
      };
    },
  });

  return [
    list,
    get,
    planOperation(parts),
    connectOperation(parts),
    ...wantOperations(parts),
    checkOperation(parts),
    ...enginePeopleOperations(parts, checkpoints),
    ...instanceOperations(parts),
    ...certificateOperations(parts),
  ];
}
