import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { holdsScope } from '#core/actor.ts';
import type { Ctx } from '#core/context.ts';
import { AppError, invalidField } from '#core/errors.ts';
import { EXAMPLE, newId } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { decodeCursor, encodeCursor, pageInput, pageOf } from '#core/pagination.ts';
import { webhookTest } from './events.ts';
import type { WebhookParts } from './parts.ts';
import { bodyOf, eventsFor, headerTime, plainHeaders } from './rules.ts';
import { Delivery, DeliveryDetails } from './schema.ts';
import {
  askForDeliveries,
  findDelivery,
  findWebhook,
  insertTest,
  listDeliveries,
  lockWebhook,
  redeliver,
  type DeliveryRow,
} from './store.ts';

/** Events that one call puts in line again; a longer span takes several. */
const MAX_REDELIVERED = 10_000;
/** Seconds that webhook_deliveries.get waits for an attempt, at the most. */
const MAX_WAIT = 20;
const MS_PER_SECOND = 1_000;
const LOOK_MS = 200;

const id = z.uuid().describe('Id of the webhook.');
const eventId = z.uuid().describe('Id of the event: the `webhook-id` of its delivery.');
const position = z.int().min(1).max(Number.MAX_SAFE_INTEGER);

const waiting: Delivery = {
  webhookId: EXAMPLE.webhook.id,
  eventId: newId(1),
  event: webhookTest.name,
  position: null,
  status: 'waiting',
  tries: 0,
  dueAt: EXAMPLE.now,
  createdAt: EXAMPLE.now,
  attemptedAt: null,
};
const delivered: Delivery = {
  webhookId: EXAMPLE.webhook.id,
  eventId: EXAMPLE.event.id,
  event: 'contact.created',
  position: EXAMPLE.event.position,
  status: 'delivered',
  tries: 1,
  dueAt: null,
  createdAt: EXAMPLE.tenant.createdAt,
  attemptedAt: EXAMPLE.tenant.createdAt,
};

export function deliveryOperations({ events }: WebhookParts): readonly Operation[] {
  const test = defineOperation({
    name: 'webhooks.test',
    route: 'POST /webhooks/{id}/test',
    summary: 'Send a test message to a webhook.',
    description:
      'One attempt, by the very way that events take. `webhook_deliveries.get` with `wait` answers as soon as its outcome is known.',
    words: 'does it arrive · llega',
    effect: 'write',
    access: [{ scope: 'webhooks:write' }],
    audit: 'webhook.tested',
    input: z.strictObject({ id }),
    output: Delivery.extend({ id }),
    errors: ['webhook_disabled'],
    examples: [
      {
        title: 'Try it out',
        input: { id: EXAMPLE.webhook.id },
        output: { ...waiting, id: EXAMPLE.webhook.id },
      },
    ],
    run: (ctx, input) =>
      ctx.db.tx(async (tx) => {
        const [row] = await tx.run(lockWebhook(input.id));
        if (!row) throw new AppError('not_found');
        if (!row.enabled) throw new AppError('webhook_disabled');
        const now = ctx.clock.now();
        const event = {
          id: ctx.clock.id(),
          name: webhookTest.name,
          version: webhookTest.version,
          position: null,
          occurredAt: now.toISOString(),
          data: { message: 'Hello from SmarterOS. / Hola desde SmarterOS.' },
        };
        await tx.run(insertTest(row.id, event.id, event.name, bodyOf(event), now));
        await tx.run(askForDeliveries(row.id));
        return {
          ...waiting,
          id: row.id,
          webhookId: row.id,
          eventId: event.id,
          dueAt: event.occurredAt,
          createdAt: event.occurredAt,
        };
      }),
  });

  const again = defineOperation({
    name: 'webhooks.redeliver',
    route: 'POST /webhooks/{id}/redeliver',
    summary: 'Send an event, or a span of events, again.',
    description: `Give \`eventId\`, a span of positions, or a span of time. Delivered ones are sent again too, under the same \`webhook-id\`; events from before the webhook was made can be sent as well. At most ${MAX_REDELIVERED} events per call: \`nextPosition\` says where the next call goes on.`,
    words: 'did not arrive, send again · no llegó, reenviar',
    effect: 'write',
    access: [{ scope: 'webhooks:write' }],
    audit: 'webhook.redelivered',
    input: z.strictObject({
      id,
      eventId: eventId.optional(),
      fromPosition: position.optional().describe('The first position.'),
      toPosition: position.optional().describe('The last position; the newest if absent.'),
      since: z.iso.datetime().optional().describe('Events that happened then or later.'),
      until: z.iso.datetime().optional().describe('Events that happened before.'),
    }),
    output: z.object({
      id: z.uuid(),
      count: z.int().describe('Events put in line.'),
      nextPosition: z.int().nullable().describe('`fromPosition` of the next call; null: that was all.'),
    }),
    errors: ['webhook_disabled'],
    examples: [
      {
        title: 'One event',
        input: { id: EXAMPLE.webhook.id, eventId: EXAMPLE.event.id },
        output: { id: EXAMPLE.webhook.id, count: 1, nextPosition: null },
      },
    ],
    run: async (ctx, { id: webhookId, ...asked }) => {
      const { fromPosition, since } = asked;
      if (asked.eventId === undefined && fromPosition === undefined && since === undefined) {
        throw invalidField('eventId', 'one_of', {
          en: 'give eventId, fromPosition or since',
          es: 'indique eventId, fromPosition o since',
        });
      }
      return ctx.db.tx(async (tx) => {
        const [row] = await tx.run(lockWebhook(webhookId));
        if (!row) throw new AppError('not_found');
        if (!row.enabled) throw new AppError('webhook_disabled');
        const names = eventsFor(events, row.events, row.scopes);
        const span = {
          eventId: asked.eventId ?? null,
          fromPosition: fromPosition ?? null,
          toPosition: asked.toPosition ?? null,
          since: since ?? null,
          until: asked.until ?? null,
        };
        const [put] = await tx.run(redeliver(row.id, span, names, ctx.clock.now(), MAX_REDELIVERED));
        const { count, last } = put!;
        if (count === 0 && asked.eventId !== undefined) throw new AppError('not_found');
        if (count > 0) await tx.run(askForDeliveries(row.id));
        return { id: row.id, count, nextPosition: count < MAX_REDELIVERED ? null : last! + 1 };
      });
    },
  });

  const list = defineOperation({
    name: 'webhook_deliveries.list',
    route: 'GET /webhooks/{id}/deliveries',
    summary: 'List what was sent to a webhook, newest event first.',
    description: 'Kept for 30 days.',
    words: 'why did it not arrive · por qué no llegó',
    effect: 'read',
    access: [{ scope: 'webhooks:read' }],
    input: z.strictObject({
      ...pageInput,
      id,
      status: z.enum(['waiting', 'delivered', 'failed']).optional().describe('Only those.'),
    }),
    output: pageOf(Delivery),
    examples: [
      {
        title: 'What arrived',
        input: { id: EXAMPLE.webhook.id, status: 'delivered' },
        output: { data: [delivered], nextCursor: null },
      },
    ],
    run: async (ctx, { id: webhookId, limit, cursor, status = null }) => {
      const [[webhook], rows] = await ctx.db.batch([
        findWebhook(webhookId),
        listDeliveries(webhookId, status, decodeCursor(cursor), limit + 1),
      ]);
      if (!webhook) throw new AppError('not_found');
      const data = rows.slice(0, limit);
      return { data, nextCursor: rows.length > limit ? encodeCursor(data.at(-1)!.eventId) : null };
    },
  });

  const get = defineOperation({
    name: 'webhook_deliveries.get',
    route: 'GET /webhooks/{id}/deliveries/{eventId}',
    summary: 'Get a delivery with its attempts: what was sent, and what was answered.',
    effect: 'read',
    access: [{ scope: 'webhooks:read' }],
    input: z.strictObject({
      id,
      eventId,
      wait: z
        .int()
        .min(0)
        .max(MAX_WAIT)
        .default(0)
        .describe('Seconds to wait for an attempt while none is finished since it was put in line.'),
    }),
    output: DeliveryDetails,
    examples: [
      {
        title: 'One delivery',
        input: { id: EXAMPLE.webhook.id, eventId: EXAMPLE.event.id },
        output: {
          ...delivered,
          attempts: [{ at: EXAMPLE.tenant.createdAt, ms: 41, status: 200, headers: {}, answer: 'ok' }],
          request: {
            headers: plainHeaders(EXAMPLE.event.id, headerTime(EXAMPLE.tenant.createdAt)),
            body: bodyOf({
              id: EXAMPLE.event.id,
              name: 'contact.created',
              version: 1,
              position: EXAMPLE.event.position,
              occurredAt: EXAMPLE.tenant.createdAt,
              data: { id: EXAMPLE.contact.id, version: 1 },
            }),
          },
        },
      },
    ],
    run: async (ctx, input) => {
      const row = await findOnce(ctx, input.id, input.eventId, input.wait * MS_PER_SECOND);
      const { attempts, body, version, occurredAt, data, ...one } = row;
      const scope = events.find(({ name }) => name === row.event)?.scope ?? null;
      const visible = scope !== null && holdsScope(ctx.actor.scopes, scope);
      const made =
        body ??
        (data === null || version === null || occurredAt === null
          ? null
          : bodyOf({ id: row.eventId, name: row.event, version, position: row.position, occurredAt, data }));
      const last = attempts.at(-1);
      return {
        ...one,
        attempts,
        request: last
          ? { headers: plainHeaders(row.eventId, headerTime(last.at)), body: visible ? made : null }
          : null,
      };
    },
  });

  return [test, again, list, get];
}

/** @throws AppError not_found */
async function findOnce(ctx: Ctx, webhookId: string, event: string, waitMs: number): Promise<DeliveryRow> {
  for (let leftMs = waitMs; ; leftMs -= LOOK_MS) {
    const [[webhook], [row]] = await ctx.db.batch([findWebhook(webhookId), findDelivery(webhookId, event)]);
    if (!webhook || !row) throw new AppError('not_found');
    if (row.status !== 'waiting' || row.tries > 0 || leftMs <= 0) return row;
    await sleep(LOOK_MS, undefined, { signal: ctx.signal });
  }
}
