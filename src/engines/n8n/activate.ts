import { setTimeout as sleep } from 'node:timers/promises';
import type { EngineCtx } from '#core/engine.ts';
import { AppError } from '#core/errors.ts';
import { ask, askAll } from './client.ts';
import { webhookOf, type N8nWorkflow } from './shapes.ts';

/** PRODUCT §8. */
const DEFAULT_ACTIVE_LIMIT = 100;
const POLL_MS = 150;
const POLLS = 40;
/** What every version answers to a verb that nobody takes: whether something listens, without starting it. */
const HARMLESS_VERB = 'PATCH';
const UNREGISTERED = /not registered/i;

const limitOf = (ctx: EngineCtx): number =>
  typeof ctx.link.settings['activeLimit'] === 'number'
    ? ctx.link.settings['activeLimit']
    : DEFAULT_ACTIVE_LIMIT;

/** @throws AppError engine_conflict when as many workflows are active as the instance may have */
async function requireRoom(ctx: EngineCtx): Promise<void> {
  const limit = limitOf(ctx);
  const active = await askAll<N8nWorkflow>(ctx, '/workflows?active=true&excludePinnedData=true');
  if (active.length < limit) return;
  throw new AppError('engine_conflict', {
    detail: {
      en: `This n8n already has ${limit} active workflows, which is the limit. Deactivate one first.`,
      es: `Este n8n ya tiene ${limit} flujos activos, que es el límite. Desactive uno primero.`,
    },
  });
}

/** Whether n8n would take a call of the workflow's webhook. */
async function listens(ctx: EngineCtx, workflow: N8nWorkflow): Promise<boolean> {
  const path = webhookOf(workflow)?.parameters?.['path'];
  if (typeof path !== 'string' || path.includes(':')) return true;
  const answer = await ctx.http({ method: HARMLESS_VERB, path: `/webhook/${path}`, harmless: true });
  // "…is not registered for PATCH requests. Did you mean to make a POST request?" means that it listens.
  return !(answer.status === 404 && UNREGISTERED.test(answer.text) && !/did you mean/i.test(answer.text));
}

/**
 * Switches a workflow on or off, and waits until it is so: from 2.41 on n8n answers before it is.
 * @throws AppError engine_conflict beyond the limit of active workflows; engine_unreachable when it doesn't come true
 */
export async function setActive(
  ctx: EngineCtx,
  workflow: N8nWorkflow,
  active: boolean,
): Promise<N8nWorkflow> {
  if (active && !workflow.active) await requireRoom(ctx);
  const changed = await ask<N8nWorkflow>(ctx, {
    method: 'POST',
    path: `/workflows/${encodeURIComponent(workflow.id)}/${active ? 'activate' : 'deactivate'}`,
    harmless: true,
  });
  for (let poll = 0; poll < POLLS; poll++) {
    if ((await listens(ctx, workflow)) === active || !webhookOf(workflow)) return { ...workflow, ...changed };
    await sleep(POLL_MS, undefined, { signal: ctx.signal });
  }
  throw new AppError('engine_unreachable', { cause: 'the webhook does not follow' });
}
