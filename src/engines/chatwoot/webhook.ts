import { isDeepStrictEqual } from 'node:util';
import type { Found, Step, StepCtx } from '#core/engine.ts';
import { inAccount, orNothing } from './client.ts';
import { tenancyOf } from './settings.ts';

interface Webhook {
  readonly id: number;
  readonly url: string;
  readonly subscriptions: readonly string[];
  /** Of versions that sign what they send. */
  readonly secret?: string | null;
}

/** What we want to be told, in the order of the alphabet. */
const SUBSCRIPTIONS = [
  'contact_created',
  'contact_updated',
  'conversation_created',
  'conversation_status_changed',
  'conversation_updated',
  'message_created',
  'message_updated',
];

const list = async (ctx: StepCtx): Promise<readonly Webhook[]> =>
  (
    await inAccount<{ payload: { webhooks: readonly Webhook[] } }>(ctx, {
      method: 'GET',
      path: '/webhooks',
    })
  ).payload.webhooks;

/** By its address, which is unique in an account; else the one that we know, at an address that was ours before. */
function pick(ctx: StepCtx, all: readonly Webhook[]): Webhook | undefined {
  const known = all.find(({ id }) => id === ctx.link.state['webhookId']);
  return all.find(({ url }) => url === ctx.hookUrl) ?? known;
}

/** A version that signs nothing has no secret; what was kept of one would refuse all that it tells. */
const foundAs = ({ id, secret }: Webhook): Found => ({
  state: { webhookId: id },
  secrets: { hook: secret || null },
});

export const webhook: Step = {
  name: 'webhook',
  title: { es: 'Avisos de Chatwoot', en: 'Notices from Chatwoot' },
  observe: async (ctx) => {
    const found = pick(ctx, await list(ctx));
    const asWanted =
      found?.url === ctx.hookUrl && isDeepStrictEqual(found.subscriptions.toSorted(), SUBSCRIPTIONS);
    return asWanted ? foundAs(found) : null;
  },
  apply: async (ctx) => {
    const found = pick(ctx, await list(ctx));
    const { payload } = await inAccount<{ payload: { webhook: Webhook } }>(ctx, {
      method: found ? 'PATCH' : 'POST',
      path: found ? `/webhooks/${found.id}` : '/webhooks',
      body: { name: 'SmarterOS', url: ctx.hookUrl, subscriptions: SUBSCRIPTIONS },
      harmless: found !== undefined,
    });
    return foundAs(payload.webhook);
  },
};

/** In an account that stays, as the company brought it along; any other goes with its webhooks. */
export const webhookGone: Step = {
  name: 'webhook_removed',
  title: { es: 'Avisos quitados', en: 'Notices removed' },
  destructive: true,
  observe: async (ctx) => {
    if (typeof ctx.link.state['accountId'] !== 'number' || tenancyOf(ctx.link) === 'made') return {};
    return pick(ctx, await list(ctx)) ? null : {};
  },
  apply: async (ctx) => {
    const found = pick(ctx, await list(ctx));
    if (found)
      await orNothing(inAccount(ctx, { method: 'DELETE', path: `/webhooks/${found.id}`, harmless: true }));
    return { state: { webhookId: null }, secrets: { hook: null } };
  },
};
