import { isDeepStrictEqual } from 'node:util';
import type { Company, Found, Link, Provisioner, Step, StepCtx } from '#core/engine.ts';
import { setActive } from './activate.ts';
import { ask, askAll, queryOf } from './client.ts';
import { webhookOf, type N8nNode, type N8nWorkflow } from './shapes.ts';
import { fill, type Draft } from './template.ts';

/** Of the company's name in the workflow's, which n8n bounds. */
const NAME_MAX = 60;

/** Stands at the end of the name: n8n lists by name, and knows no other field that we may choose. */
const markerOf = ({ id }: Company): string => `${id}:starter`;

/** What both sides know; read back from the workflow when nobody kept it. */
interface Shared {
  /** Of the webhook: whoever knows it can call. */
  readonly path: string;
  /** We show it to the workflow. */
  readonly token: string;
  /** The workflow shows it to us. */
  readonly hook: string;
}

function draftFor(ctx: StepCtx, { path, token, hook }: Shared): Draft {
  const company = ctx.company.name.slice(0, NAME_MAX).trim();
  return fill('starter', {
    company,
    path,
    token,
    marker: markerOf(ctx.company),
    webhookId: path,
    hookUrl: ctx.hookUrl,
    hookToken: hook,
  });
}

/**
 * Everybody's workflows are in a shared instance, and a name may hold anything: ours ends with the marker. The one that
 * we know comes first, then the oldest.
 */
async function find(ctx: StepCtx): Promise<N8nWorkflow[]> {
  const marker = markerOf(ctx.company);
  const rows = await askAll<N8nWorkflow>(
    ctx,
    `/workflows${queryOf({ name: marker, excludePinnedData: true })}`,
  );
  const known = (ctx.link.state['workflows'] as Record<string, string> | undefined)?.['starter'];
  const rank = ({ id }: N8nWorkflow): number => (id === known ? 0 : 1);
  return rows
    .filter(({ name, isArchived }) => name.endsWith(`[${marker}]`) && !isArchived)
    .toSorted((a, b) => rank(a) - rank(b) || a.createdAt.localeCompare(b.createdAt));
}

const textAt = (value: unknown, ...way: readonly string[]): string | undefined => {
  let at: unknown = value;
  for (const name of way) at = (at as Record<string, unknown> | undefined)?.[name];
  return typeof at === 'string' && at !== '' ? at : undefined;
};

function sharedOf(workflow: N8nWorkflow): Shared | undefined {
  const parameters = (id: string): N8nNode['parameters'] =>
    workflow.nodes?.find((node) => node.id === id)?.parameters;
  const path = textAt(webhookOf(workflow)?.parameters, 'path');
  const token = textAt(parameters('token'), 'conditions', 'conditions', '0', 'rightValue');
  const hook = textAt(parameters('tell'), 'headerParameters', 'parameters', '0', 'value');
  return path && token && hook ? { path, token, hook } : undefined;
}

const essence = ({ id, name, type, parameters, disabled = false }: N8nNode) => ({
  id,
  name,
  type,
  disabled,
  parameters,
});

/** Whether somebody changed it, or the company's name or our address has changed. */
const isAsDrafted = (workflow: N8nWorkflow, draft: Draft): boolean =>
  workflow.name === draft.name &&
  isDeepStrictEqual(workflow.connections, draft.connections) &&
  isDeepStrictEqual(workflow.nodes?.map(essence), draft.nodes.map(essence));

const foundAs = (workflow: N8nWorkflow, shared: Shared): Found => ({
  state: { workflows: { starter: workflow.id } },
  secrets: { ...shared },
});

function keptIn({ secrets }: Link): Shared | undefined {
  const { path, token, hook } = secrets;
  return path && token && hook ? { path, token, hook } : undefined;
}

const remove = (ctx: StepCtx, { id }: N8nWorkflow): Promise<unknown> =>
  ask(ctx, { method: 'DELETE', path: `/workflows/${id}`, harmless: true }).catch(
    (error: { code?: string }) => {
      if (error.code !== 'engine_not_found') throw error;
    },
  );

const starter: Step = {
  name: 'starter',
  title: { es: 'Flujo de bienvenida', en: 'Starter workflow' },
  observe: async (ctx) => {
    const [found, ...more] = await find(ctx);
    const shared = found && sharedOf(found);
    if (!shared || more.length > 0) return null;
    return isAsDrafted(found, draftFor(ctx, shared)) ? foundAs(found, shared) : null;
  },
  apply: async (ctx) => {
    const [found, ...more] = await find(ctx);
    for (const one of more) await remove(ctx, one);
    const shared = (found && sharedOf(found)) ??
      keptIn(ctx.link) ?? { path: `smarteros-${ctx.random()}`, token: ctx.random(), hook: ctx.random() };
    const body = draftFor(ctx, shared);
    const saved = found
      ? await ask<N8nWorkflow>(ctx, { method: 'PUT', path: `/workflows/${found.id}`, body, harmless: true })
      : await ask<N8nWorkflow>(ctx, { method: 'POST', path: '/workflows', body });
    return foundAs(saved, shared);
  },
};

/** Switches all of them, also doubles that a crash may have left. */
const switched = (step: Pick<Step, 'name' | 'title'>, active: boolean): Step => ({
  ...step,
  observe: async (ctx) => {
    const found = await find(ctx);
    return found.every((one) => one.active === active) && (found.length > 0 || !active) ? {} : null;
  },
  apply: async (ctx) => {
    for (const one of await find(ctx)) await setActive(ctx, one, active);
    return {};
  },
});

const removed: Step = {
  name: 'removed',
  title: { es: 'Flujo eliminado', en: 'Workflow deleted' },
  destructive: true,
  observe: async (ctx) => ((await find(ctx)).length === 0 ? {} : null),
  apply: async (ctx) => {
    for (const one of await find(ctx)) await remove(ctx, one);
    return { state: { workflows: {} }, secrets: { path: null, token: null, hook: null } };
  },
};

export const provisioner: Provisioner = {
  present: [
    starter,
    switched({ name: 'active', title: { es: 'Flujo activo', en: 'Workflow active' } }, true),
  ],
  suspended: [switched({ name: 'stopped', title: { es: 'Flujo detenido', en: 'Workflow stopped' } }, false)],
  absent: [removed],
  atATime: 2,
};
