import { defineJob, type JobDefinition } from '#core/job.ts';
import type { Teller } from '#features/notifications/index.ts';
import { webhookDisabled } from './events.ts';
import { disabledNotice } from './notices.ts';
import { anyOldDeliveries, dropOldDeliveries, findWebhook } from './store.ts';

const DAY_MS = 24 * 3_600_000;
const KEPT_MS = 30 * DAY_MS;
/** Per transaction. */
const SLICE_ROWS = 10_000;

/** The event and webhooks.get say it in any case. */
const tellDisabled = (teller: Teller): JobDefinition =>
  defineJob({
    name: 'webhooks.notify_disabled',
    summary: 'Tell whoever looks after webhooks that one was switched off.',
    on: webhookDisabled,
    run: async (ctx, { id, data: { id: webhookId, reason } }) => {
      const [[webhook]] = await ctx.db.batch([findWebhook(webhookId)]);
      if (!webhook || webhook.enabled) return;
      await teller.tell(ctx, {
        id,
        kind: 'webhook.disabled',
        tenantId: ctx.tenant.id,
        words: (language, company) => disabledNotice(language, { company, url: webhook.url, reason }),
      });
    },
  });

const clean = defineJob({
  name: 'webhooks.clean',
  summary: 'Drop deliveries from the log that are older than 30 days.',
  every: '41 3 * * *',
  run: async (ctx) => {
    const before = new Date(ctx.clock.now().getTime() - KEPT_MS);
    // Asked first: a write would leave an audit row every day where there is nothing to drop.
    const [[old]] = await ctx.db.batch([anyOldDeliveries(before)]);
    if (!old?.any) return;
    for (let gone = SLICE_ROWS; gone >= SLICE_ROWS;) {
      ctx.signal.throwIfAborted();
      gone = await ctx.db.tx(async (tx) => (await tx.run(dropOldDeliveries(before, SLICE_ROWS)))[0]!.gone);
    }
  },
});

export const webhookJobs = ({ teller }: { readonly teller: Teller }): readonly JobDefinition[] => [
  tellDisabled(teller),
  clean,
];
