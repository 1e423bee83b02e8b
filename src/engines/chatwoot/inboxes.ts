import { engineError } from '#core/engine-errors.ts';
import type { EngineCtx } from '#core/engine.ts';
import { inAccount } from './client.ts';

export interface Inbox {
  readonly id: number;
  readonly name: string;
  readonly channel_type: string;
}

/**
 * The company's inbox, or another one of its account. Some ways into Chatwoot look ids up beyond the account, so that one
 * that a caller names is looked up inside it first.
 * @throws AppError engine_not_found for another company's, as for what isn't there
 */
export async function inboxOf(ctx: EngineCtx, asked: string | undefined): Promise<number> {
  const own = ctx.link.state['inboxId'];
  if (asked !== undefined && Number(asked) !== own) {
    const { id } = await inAccount<Inbox>(ctx, { method: 'GET', path: `/inboxes/${asked}` });
    return id;
  }
  if (typeof own !== 'number') throw engineError('engine_not_ready');
  return own;
}

export const listInboxes = async (ctx: EngineCtx): Promise<readonly Inbox[]> =>
  (await inAccount<{ payload: readonly Inbox[] }>(ctx, { method: 'GET', path: '/inboxes' })).payload;
