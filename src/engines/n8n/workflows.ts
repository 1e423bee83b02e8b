import { z } from 'zod';
import { defineEngineOperation } from '#core/engine-operation.ts';
import type { EngineCtx } from '#core/engine.ts';
import { pageInput, pageOf } from '#core/pagination.ts';
import { setActive } from './activate.ts';
import { ask, queryOf, type N8nPage } from './client.ts';
import { exampleStarter, exampleSteps } from './examples.ts';
import { ownIds, ownWorkflow, requireOwnInstance } from './own.ts';
import { redact } from './redact.ts';
import { n8nId, toWorkflow, Workflow, WorkflowDetail, type N8nWorkflow } from './shapes.ts';

const READ = [{ scope: 'n8n:read' }] as const;
const WRITE = [{ scope: 'n8n:write' }] as const;
const id = n8nId.describe('Id of the workflow.');

async function listOwn(ctx: EngineCtx, ids: readonly string[]): Promise<N8nWorkflow[]> {
  const found = await Promise.all(
    ids.map((one) =>
      ownWorkflow(ctx, one).catch((error: { code?: string }) => {
        // Gone since the last look of the reconciler, which makes it anew.
        if (error.code === 'engine_not_found') return undefined;
        throw error;
      }),
    ),
  );
  return found.filter((one) => one !== undefined);
}

export const workflows = defineEngineOperation({
  name: 'n8n.workflows',
  route: 'GET /n8n/workflows',
  summary: 'List workflows.',
  description:
    'In an n8n that companies share, these are the operator’s workflows for this company; in one of its own, all of them.',
  words: 'automations processes · automatizaciones flujos procesos',
  effect: 'read',
  access: READ,
  input: z.strictObject({
    ...pageInput,
    active: z.boolean().optional().describe('Only those that are, or are not.'),
    name: z.string().max(128).optional().describe('Part of the name.'),
    tag: z.string().max(100).optional().describe('Only those with this tag.'),
  }),
  output: pageOf(Workflow),
  errors: ['engine_invalid', 'engine_unreachable', 'engine_rejected_credentials'],
  examples: [{ title: 'The first page', input: {}, output: { data: [exampleStarter], nextCursor: null } }],
  run: async (ctx, { limit, cursor, active, name, tag }) => {
    const ids = ownIds(ctx.link);
    if (ids) {
      const all = (await listOwn(ctx, ids)).map(toWorkflow);
      const data = all.filter(
        (one) =>
          (active === undefined || one.active === active) &&
          (name === undefined || one.name.toLowerCase().includes(name.toLowerCase())) &&
          (tag === undefined || one.tags.includes(tag)),
      );
      return { data, nextCursor: null };
    }
    const query = queryOf({ limit, cursor, active, name, tags: tag, excludePinnedData: true });
    const page = await ask<N8nPage<N8nWorkflow>>(ctx, { method: 'GET', path: `/workflows${query}` });
    return { data: page.data.map(toWorkflow), nextCursor: page.nextCursor ?? null };
  },
});

export const workflow = defineEngineOperation({
  name: 'n8n.workflow',
  route: 'GET /n8n/workflows/{id}',
  summary: 'Read a workflow.',
  words: 'automation · automatización flujo',
  effect: 'read',
  access: READ,
  input: z.strictObject({ id }),
  output: WorkflowDetail,
  errors: ['engine_not_found', 'engine_unreachable', 'engine_rejected_credentials'],
  examples: [
    {
      title: 'The starter',
      input: { id: exampleStarter.id },
      output: { ...exampleStarter, steps: exampleSteps },
    },
  ],
  run: async (ctx, input) => {
    const found = await ownWorkflow(ctx, input.id);
    const steps = (found.nodes ?? []).map((node) => ({
      name: node.name,
      type: node.type,
      disabled: node.disabled ?? false,
      parameters: ctx.link.shared ? null : (redact(node.parameters ?? {}) as Record<string, unknown>),
    }));
    return { ...toWorkflow(found), steps };
  },
});

export const create = defineEngineOperation({
  name: 'n8n.create',
  route: 'POST /n8n/workflows',
  summary: 'Create a workflow, switched off.',
  description: 'In an n8n of the company’s own. A shared one runs the operator’s workflows only.',
  words: 'automation process · automatización flujo proceso',
  effect: 'write',
  access: WRITE,
  audit: 'n8n.created',
  input: z.strictObject({
    name: z.string().min(1).max(128),
    nodes: z.array(z.record(z.string(), z.unknown())).max(500).describe('As n8n writes them.'),
    connections: z.record(z.string(), z.unknown()).describe('As n8n writes them.'),
    settings: z.record(z.string(), z.unknown()).default({}).describe('As n8n writes them.'),
  }),
  output: Workflow,
  errors: ['engine_unsupported', 'engine_invalid', 'engine_unreachable', 'engine_outcome_unknown'],
  // The example's company shares its n8n.
  examples: [],
  run: async (ctx, input) => {
    requireOwnInstance(ctx);
    return toWorkflow(await ask<N8nWorkflow>(ctx, { method: 'POST', path: '/workflows', body: input }));
  },
});

const switching = (name: 'activate' | 'deactivate', active: boolean) =>
  defineEngineOperation({
    name: `n8n.${name}`,
    route: `POST /n8n/workflows/{id}/${name}`,
    summary: active ? 'Switch a workflow on.' : 'Switch a workflow off.',
    description: 'In an n8n of the company’s own. Answers when it is so; twice does no harm.',
    words: active
      ? 'automation turn on · encender automatización'
      : 'automation pause stop turn off · apagar pausar detener automatización',
    effect: 'write',
    access: WRITE,
    audit: `n8n.${name}d`,
    input: z.strictObject({ id }),
    output: Workflow,
    errors: [
      'engine_unsupported',
      'engine_not_found',
      'engine_conflict',
      'engine_invalid',
      'engine_unreachable',
    ],
    examples: [],
    run: async (ctx, input) => {
      requireOwnInstance(ctx);
      return toWorkflow(await setActive(ctx, await ownWorkflow(ctx, input.id), active));
    },
  });

export const activate = switching('activate', true);
export const deactivate = switching('deactivate', false);
