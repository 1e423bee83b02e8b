import { engineError } from '#core/engine-errors.ts';
import type { EngineCtx, Link } from '#core/engine.ts';
import { AppError } from '#core/errors.ts';
import { ask } from './client.ts';
import type { N8nWorkflow } from './shapes.ts';

/**
 * In a shared instance one key opens every company's workflows, so what a company has there is what its provisioning
 * wrote down, and nothing that a caller says. Undefined: an instance of its own, all of which is its.
 */
export function ownIds(link: Pick<Link, 'shared' | 'state'>): readonly string[] | undefined {
  if (!link.shared) return undefined;
  const { workflows } = link.state;
  return typeof workflows === 'object' && workflows !== null
    ? Object.values(workflows).filter((id) => typeof id === 'string')
    : [];
}

/** @throws AppError engine_not_found for what is another company's, exactly as for what isn't there */
export function requireOwn(ctx: EngineCtx, workflowId: string): void {
  if (ownIds(ctx.link)?.includes(workflowId) === false) throw engineError('engine_not_found');
}

/** @throws AppError engine_not_found */
export async function ownWorkflow(ctx: EngineCtx, id: string): Promise<N8nWorkflow> {
  requireOwn(ctx, id);
  return ask<N8nWorkflow>(ctx, {
    method: 'GET',
    path: `/workflows/${encodeURIComponent(id)}?excludePinnedData=true`,
  });
}

/** @throws AppError engine_unsupported in a shared instance */
export function requireOwnInstance({ link }: EngineCtx): void {
  if (!link.shared) return;
  throw new AppError('engine_unsupported', {
    detail: {
      en: 'This n8n is shared by many companies and runs the operator’s workflows only. Connect an n8n of your own to write or switch workflows.',
      es: 'Este n8n lo comparten muchas empresas y solo ejecuta los flujos del operador. Conecte un n8n propio para escribir o activar flujos.',
    },
  });
}
