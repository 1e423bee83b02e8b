import type { Ctx } from '#core/context.ts';
import { webhookDisabled } from './events.ts';
import { disableWebhook, switchOff } from './store.ts';

/** Switches an endpoint off in the platform's name; nothing when somebody was faster. */
export async function disableEndpoint(ctx: Ctx, id: string, reason: 'gone' | 'failing'): Promise<void> {
  await ctx.db.tx(async (tx) => {
    const [disabled] = await tx.run(disableWebhook(id, reason, ctx.clock.now()));
    await tx.run(switchOff(id));
    if (disabled) ctx.emit(webhookDisabled, { id, reason });
    return { id };
  });
}
