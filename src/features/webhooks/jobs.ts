import { defineJob, type JobDefinition } from '#core/job.ts';
import { webhookDisabled } from './events.ts';
import { disabledNotice } from './notices.ts';
import { anyOldDeliveries, companyName, dropOldDeliveries, findWebhook, ownersWithMail } from './store.ts';

const DAY_MS = 24 * 3_600_000;
const KEPT_MS = 30 * DAY_MS;
/** Per transaction. */
const SLICE_ROWS = 10_000;

/** By mail, where there is a sender and an owner has an address; the event and webhooks.get say it in any case. */
const notifyOwners = defineJob({
  name: 'webhooks.notify_disabled',
  summary: 'Tell the owners that a webhook was switched off.',
  on: webhookDisabled,
  run: async (ctx, event) => {
    const mail = ctx.engine('mail');
    if (!mail) return;
    const { id, reason } = event.data;
    const [[webhook], [company], owners] = await ctx.db.batch([findWebhook(id), companyName, ownersWithMail]);
    if (!webhook || webhook.enabled || !company) return;
    for (const { id: owner, email, language } of owners) {
      const notice = disabledNotice(language, { company: company.name, url: webhook.url, reason });
      await mail.send({ to: email, ...notice, key: `webhook disabled ${event.id} ${owner}` });
    }
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

export const webhookJobs: readonly JobDefinition[] = [notifyOwners, clean];
