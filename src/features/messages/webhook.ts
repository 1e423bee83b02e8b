import type { Ctx, Log } from '#core/context.ts';
import type { Statement } from '#core/db.ts';
import type { InboundMessage, Notice, StatusUpdate } from '#core/messaging.ts';
import { PLATFORM } from '#core/platform.ts';
import { parsePhone } from '#platform/phone.ts';
import { messageArrived, messageStatusChanged } from './events.ts';
import { isNews, readReference, tellsMore } from './rules.ts';
import {
  findLastWriter,
  findMessage,
  findReached,
  insertInbound,
  lockReached,
  stampMessage,
} from './store.ts';

export interface WebhookParts {
  /** Acts in a tenant, or does nothing and answers false when it is suspended or gone. */
  readonly inlet: (
    place: { tenantId: string; label: string; requestId: string },
    work: (ctx: Ctx) => Promise<void>,
  ) => Promise<boolean>;
  /** Asks before a tenant is known. */
  readonly look: <Row>(statement: Statement<Row>) => Promise<Row | undefined>;
  /** Statuses of one-time codes, which belong to no tenant. False when it isn't one. */
  readonly codeStatus: (update: StatusUpdate, requestId: string) => Promise<boolean>;
  readonly log: Log;
}

const LABEL = 'whatsapp.webhook';

/** As the rest of the house writes it: WhatsApp's own ids of some countries carry an extra digit. */
function normalise(from: string): string {
  try {
    return parsePhone(from, PLATFORM.country).e164;
  } catch {
    return from;
  }
}

async function applyStatus(ctx: Ctx, id: string, update: StatusUpdate): Promise<void> {
  const [[seen]] = await ctx.db.batch([findReached(id)]);
  // Looked at before anything is written: a repeat leaves no trace in the audit.
  if (!seen || !tellsMore(seen, update)) return;
  await ctx.db.tx(async (tx) => {
    const [message] = await tx.run(lockReached(id));
    const { status, failure } = update;
    const news = message !== undefined && isNews(message.status, status);
    await tx.run(stampMessage(id, { ...update, providerId: update.id }, news));
    if (news) ctx.emit(messageStatusChanged, { id, status, ...(failure && { failure }) });
    return { id };
  });
}

async function keepMessage(ctx: Ctx, message: InboundMessage): Promise<void> {
  const id = ctx.clock.id();
  await ctx.db.tx(async (tx) => {
    const [inserted] = await tx.run(insertInbound(id, message, ctx.clock.now()));
    if (inserted) ctx.emit(messageArrived, { id });
    return { id };
  });
}

/** Keeps what a webhook call says. Repeats and any order change nothing. */
export function createWebhook(parts: WebhookParts): (notice: Notice, requestId: string) => Promise<void> {
  const { inlet, look, codeStatus, log } = parts;

  async function status(update: StatusUpdate, requestId: string): Promise<void> {
    const known = await look(findMessage(update.id));
    const place = known ? { tenantId: known.tenant_id, id: known.id } : readReference(update);
    if (place) {
      const { tenantId, id } = place;
      await inlet({ tenantId, label: LABEL, requestId }, (ctx) => applyStatus(ctx, id, update));
    } else if (!(await codeStatus(update, requestId))) {
      log.debug({ requestId, status: update.status }, 'status of a message that isn’t ours');
    }
  }

  async function message(given: InboundMessage, requestId: string): Promise<void> {
    // A repeat belongs where it went before, whoever has written to that number since.
    if (await look(findMessage(given.id))) return;
    const inbound = { ...given, from: normalise(given.from) };
    const tenantId = (await look(findLastWriter(inbound.from)))?.tenant_id ?? PLATFORM.id;
    const kept = await inlet({ tenantId, label: LABEL, requestId }, (ctx) => keepMessage(ctx, inbound));
    if (!kept) log.warn({ requestId, tenantId }, 'a message to a suspended company was dropped');
  }

  return async (notice, requestId) => {
    for (const one of notice.messages) await message(one, requestId);
    for (const one of notice.statuses) await status(one, requestId);
  };
}
