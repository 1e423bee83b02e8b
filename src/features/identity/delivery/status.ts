import type { Ctx } from '#core/context.ts';
import type { StatusUpdate } from '#core/messaging.ts';
import { codeUndelivered } from '#features/identity/events.ts';
import { blamesNumber, isNews, readCodeReference } from './rules.ts';
import {
  findCodeDelivery,
  lockCodeDelivery,
  markCodeDelivery,
  markReachable,
  markUnreachable,
} from './store.ts';

/** What WhatsApp says became of a one-time code. False when the message was no code of ours. */
export async function applyCodeStatus(ctx: Ctx, update: StatusUpdate): Promise<boolean> {
  const { id: providerId, status, failure } = update;
  const reference = readCodeReference(update);
  const [[seen]] = await ctx.db.batch([findCodeDelivery(providerId, reference)]);
  // Looked at before anything is written: a repeat leaves no trace in the audit.
  if (!seen || !isNews(seen.delivery, status)) return seen !== undefined;
  await ctx.db.tx(async (tx) => {
    const [code] = await tx.run(lockCodeDelivery(providerId, reference));
    if (!code || !isNews(code.delivery, status)) return { id: seen.id };
    await tx.run(markCodeDelivery(code.id, { providerId, status, failure }));
    if (status === 'delivered' || status === 'read') await tx.run(markReachable(code.phone));
    if (failure && blamesNumber(failure)) await tx.run(markUnreachable(code.phone, ctx.clock.now()));
    if (status === 'failed' && !code.ended) ctx.emit(codeUndelivered, { id: code.id });
    return { id: code.id };
  });
  return true;
}
