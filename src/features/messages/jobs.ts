import type { Capabilities } from '#core/capabilities.ts';
import type { Ctx } from '#core/context.ts';
import { defineJob, type JobDefinition } from '#core/job.ts';
import { isPassing, MessageError, needsOperator, type MessageFailure } from '#core/messaging.ts';
import { messageQueued, messageStatusChanged } from './events.ts';
import { messageReference } from './rules.ts';
import { acceptMessage, failMessage, findQueued, postponeMessage, type Outbound } from './store.ts';
import { tokenJobs } from './token.ts';

/** Passing failures that a message survives: with waits that grow as e^n seconds, about three hours. */
const MAX_TRIES = 10;
/** More than that, so that the queue never gives up a message which the row still calls queued. */
const QUEUE_ATTEMPTS = 20;
const MS_PER_SECOND = 1_000;

type WhatsApp = Capabilities['whatsapp'];

function hand(whatsapp: WhatsApp, ctx: Ctx, id: string, message: Outbound): Promise<{ id: string }> {
  const addressed = { to: message.peer, reference: messageReference(ctx.tenant.id, id) };
  return message.template
    ? whatsapp.sendTemplate({ ...addressed, ...message.template })
    : whatsapp.sendText({ ...addressed, text: message.text ?? '' });
}

async function giveUp(ctx: Ctx, id: string, failure: MessageFailure, code: number | null): Promise<void> {
  if (needsOperator(failure)) ctx.log.error({ failure, errorCode: code }, 'WhatsApp needs its operator');
  ctx.emit(messageStatusChanged, { id, status: 'failed', failure });
  await ctx.db.batch([failMessage(id, { failure, code }, ctx.clock.now())], { id });
}

/**
 * At least once: a message whose acceptance was lost on the way is sent again, unless its status has come in the
 * meantime, which the wait before the next try leaves time for.
 */
const deliver = defineJob({
  name: 'messages.deliver',
  summary: 'Send a WhatsApp message.',
  on: messageQueued,
  attempts: QUEUE_ATTEMPTS,
  run: async (ctx, event) => {
    const { id } = event.data;
    const [[message]] = await ctx.db.batch([findQueued(id)]);
    if (!message) return;
    const whatsapp = ctx.engine('whatsapp');
    if (!whatsapp) return giveUp(ctx, id, 'not_configured', null);
    const now = ctx.clock.now();
    if (message.next_try_at !== null && Date.parse(message.next_try_at) > now.getTime()) {
      throw new MessageError('rate');
    }
    try {
      const { id: providerId } = await hand(whatsapp, ctx, id, message);
      ctx.emit(messageStatusChanged, { id, status: 'sent' });
      await ctx.db.batch([acceptMessage(id, providerId, ctx.clock.now())], { id });
    } catch (error) {
      if (!(error instanceof MessageError)) throw error;
      const { failure, code = null, retryAfterSeconds } = error;
      if (!isPassing(failure) || message.tries + 1 >= MAX_TRIES) return giveUp(ctx, id, failure, code);
      const nextTryAt =
        retryAfterSeconds === undefined ? null : new Date(now.getTime() + retryAfterSeconds * MS_PER_SECOND);
      await ctx.db.batch([postponeMessage(id, { failure, code, nextTryAt })], { id });
      throw error;
    }
  },
});

export const messageJobs: readonly JobDefinition[] = [deliver, ...tokenJobs];
