import type { Ctx } from '#core/context.ts';
import type { StatusUpdate } from '#core/messaging.ts';
import { codeUndelivered } from '#features/identity/events.ts';
import { blamesNumber, isNews, readCodeReference } from './rules.ts';
import { lockCodeDelivery, markCodeDelivery, markReachable, markUnreachable } from './store.ts';

/** What WhatsApp says became of a one-time code. False when the message was no code of ours. */
export async function applyCodeStatus(ctx: Ctx, update: StatusUpdate): Promise<boolean> {
  let known = false;
  await ctx.db.tx(async (tx) => {
    const [code] = await tx.run(lockCodeDelivery(update.id, readCodeReference(update)));
    known = code !== undefined;
    const { status, failure } = update;
    if (!code || !isNews(code.delivery, status)) return null;
    await tx.run(markCodeDelivery(code.id, { providerId: update.id, status, failure }));
    if (status === 'delivered' || status === 'read') await tx.run(markReachable(code.phone));
    if (failure && blamesNumber(failure)) await tx.run(markUnreachable(code.phone, ctx.clock.now()));
    if (status === 'failed' && !code.ended) ctx.emit(codeUndelivered, { id: code.id });
    return { id: code.id };
  });
  return known;
}
