import { z } from 'zod';
import type { Actor } from '#core/actor.ts';
import { requireVersion } from '#core/context.ts';
import { AppError } from '#core/errors.ts';
import { EXAMPLE, newId } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { decodeCursor, page, pageInput, pageOf } from '#core/pagination.ts';
import { timestamp } from '#core/schemas.ts';
import { example, secretExample } from './examples.ts';
import { vetUrl, type WebhookParts } from './parts.ts';
import { checkPatterns, newSecret, ROTATION_MS } from './rules.ts';
import { fields, secretField, Webhook } from './schema.ts';
import {
  countWebhooks,
  deleteWebhook,
  findWebhook,
  insertWebhook,
  listWebhooks,
  lockWebhook,
  rotateSecret,
  switchOff,
  switchOn,
  updateWebhook,
  type Row,
} from './store.ts';

/** Of one company. */
const MAX_WEBHOOKS = 50;

const id = z.uuid().describe('Id of the webhook.');

const toWebhook = (row: Row): Webhook => {
  const { scopes: _scopes, ...webhook } = row;
  return webhook;
};

/** What an endpoint may be sent, by who sets it up; owners' own scopes say nothing about events. */
const scopesOf = (actor: Actor): string[] => [...actor.scopes];

export function endpointOperations(parts: WebhookParts): readonly Operation[] {
  const create = defineOperation({
    name: 'webhooks.create',
    route: 'POST /webhooks',
    summary: 'Have events sent to an address.',
    description:
      'Each event is sent as a signed POST (Standard Webhooks; docs/webhooks.md says how to check it). Only events that you may see yourself are sent, also later.',
    words: 'notify my server, Zapier, Make, integration · avisar a mi servidor integración',
    effect: 'write',
    access: [{ scope: 'webhooks:write' }],
    stepUp: true,
    audit: 'webhook.created',
    input: z.strictObject({ ...fields, description: fields.description.default('') }),
    output: Webhook.extend({ secret: secretField }),
    errors: ['too_many_webhooks'],
    versioned: true,
    examples: [
      {
        title: 'All about contacts',
        input: { url: 'https://erp.example.com/hooks/smarteros', events: ['contact.*'], description: 'ERP' },
        output: {
          ...example,
          id: newId(1),
          url: 'https://erp.example.com/hooks/smarteros',
          description: 'ERP',
          createdAt: EXAMPLE.now,
          updatedAt: EXAMPLE.now,
          secret: secretExample,
        },
      },
    ],
    run: async (ctx, input) => {
      checkPatterns(parts.events, input.events, ctx.actor.scopes);
      await vetUrl(parts, input.url);
      return ctx.db.tx(async (tx) => {
        const [{ count, head }] = (await tx.run(countWebhooks)) as [{ count: number; head: number }];
        if (count >= MAX_WEBHOOKS) throw new AppError('too_many_webhooks');
        const now = ctx.clock.now().toISOString();
        const webhook: Webhook = {
          id: ctx.clock.id(),
          url: input.url,
          events: [...new Set(input.events)],
          description: input.description.trim(),
          enabled: true,
          disabledReason: null,
          disabledAt: null,
          failingSince: null,
          position: head,
          rotatedAt: null,
          createdAt: now,
          updatedAt: now,
          version: 1,
        };
        const secret = newSecret();
        const sealed = parts.sealer.seal(secret);
        for (const one of insertWebhook(webhook, scopesOf(ctx.actor), sealed)) await tx.run(one);
        return { ...webhook, secret };
      });
    },
  });

  const list = defineOperation({
    name: 'webhooks.list',
    route: 'GET /webhooks',
    summary: 'List webhooks, newest first.',
    effect: 'read',
    access: [{ scope: 'webhooks:read' }],
    input: z.strictObject(pageInput),
    output: pageOf(Webhook),
    examples: [{ title: 'All webhooks', input: {}, output: { data: [example], nextCursor: null } }],
    run: async (ctx, { limit, cursor }) => {
      const [rows] = await ctx.db.batch([listWebhooks(decodeCursor(cursor), limit + 1)]);
      return page(rows.map(toWebhook), limit);
    },
  });

  const get = defineOperation({
    name: 'webhooks.get',
    route: 'GET /webhooks/{id}',
    summary: 'Get a webhook.',
    effect: 'read',
    access: [{ scope: 'webhooks:read' }],
    input: z.strictObject({ id }),
    output: Webhook,
    versioned: true,
    examples: [{ title: 'One webhook', input: { id: EXAMPLE.webhook.id }, output: example }],
    run: async (ctx, input) => {
      const [[row]] = await ctx.db.batch([findWebhook(input.id)]);
      if (!row) throw new AppError('not_found');
      return toWebhook(row);
    },
  });

  const update = defineOperation({
    name: 'webhooks.update',
    route: 'PATCH /webhooks/{id}',
    summary: 'Change a webhook, or switch it off or on.',
    description:
      'Whoever changes the address or the events answers for them: from then on it gets what they may see. What happened while it was off isn’t sent by itself when it is switched on again; `webhooks.redeliver` sends it.',
    effect: 'write',
    access: [{ scope: 'webhooks:write' }],
    stepUp: true,
    audit: 'webhook.updated',
    input: z.strictObject({
      id,
      url: fields.url.optional(),
      events: fields.events.optional(),
      description: fields.description.optional(),
      enabled: z.boolean().optional().describe('False stops it, true starts it again.'),
    }),
    output: Webhook,
    versioned: true,
    examples: [
      {
        title: 'Switch off',
        input: { id: EXAMPLE.webhook.id, enabled: false },
        output: {
          ...example,
          enabled: false,
          disabledReason: 'asked',
          disabledAt: EXAMPLE.now,
          updatedAt: EXAMPLE.now,
          version: 2,
        },
      },
    ],
    run: async (ctx, input) => {
      if (input.url !== undefined) await vetUrl(parts, input.url);
      return ctx.db.tx(async (tx) => {
        const [row] = await tx.run(lockWebhook(input.id));
        if (!row) throw new AppError('not_found');
        requireVersion(ctx, row.version);
        const events = input.events ? [...new Set(input.events)] : row.events;
        const redirected = input.url !== undefined || input.events !== undefined;
        // An address of one's own must not get what only whoever made it may see.
        if (redirected) checkPatterns(parts.events, events, ctx.actor.scopes);
        const now = ctx.clock.now().toISOString();
        const enabled = input.enabled ?? row.enabled;
        const switched = enabled !== row.enabled;
        let { position, failingSince, disabledAt, disabledReason } = row;
        if (switched && enabled) {
          position = (await tx.run(switchOn(row.id)))[0]!.position;
          failingSince = disabledAt = disabledReason = null;
        } else if (switched) {
          await tx.run(switchOff(row.id));
          disabledAt = now;
          disabledReason = 'asked';
        }
        const webhook: Webhook = {
          ...toWebhook(row),
          url: input.url ?? row.url,
          events: [...events],
          description: input.description?.trim() ?? row.description,
          enabled,
          disabledAt,
          disabledReason,
          failingSince,
          position,
          updatedAt: now,
          version: row.version + 1,
        };
        await tx.run(updateWebhook(webhook, redirected ? scopesOf(ctx.actor) : row.scopes));
        return webhook;
      });
    },
  });

  const remove = defineOperation({
    name: 'webhooks.delete',
    route: 'DELETE /webhooks/{id}',
    summary: 'Delete a webhook: nothing is sent to it any more.',
    description: 'What is under way may still arrive.',
    effect: 'destroy',
    access: [{ scope: 'webhooks:destroy' }],
    audit: 'webhook.deleted',
    input: z.strictObject({ id }),
    output: Webhook,
    examples: [{ title: 'Delete', input: { id: EXAMPLE.webhook.id }, output: example }],
    run: (ctx, input) =>
      ctx.db.tx(async (tx) => {
        const [row] = await tx.run(lockWebhook(input.id));
        if (!row) throw new AppError('not_found');
        await tx.run(deleteWebhook(row.id));
        return toWebhook(row);
      }),
  });

  const rotate = defineOperation({
    name: 'webhooks.rotate_secret',
    route: 'POST /webhooks/{id}/secret',
    summary: 'Give a webhook another secret.',
    description:
      'For 24 hours each message bears two signatures, by the new secret and by the one before, so that the receiver can change over without losing any.',
    effect: 'write',
    access: [{ scope: 'webhooks:write' }],
    stepUp: true,
    audit: 'webhook.secret_rotated',
    input: z.strictObject({ id }),
    output: z.object({
      id: z.uuid(),
      secret: secretField,
      bothUntil: timestamp.describe('Until when the secret before signs too.'),
    }),
    examples: [
      {
        title: 'Another secret',
        input: { id: EXAMPLE.webhook.id },
        output: { id: EXAMPLE.webhook.id, secret: secretExample, bothUntil: '2026-03-03T12:00:00.000Z' },
      },
    ],
    run: (ctx, input) =>
      ctx.db.tx(async (tx) => {
        const now = ctx.clock.now();
        const secret = newSecret();
        const [row] = await tx.run(rotateSecret(input.id, parts.sealer.seal(secret), now));
        if (!row) throw new AppError('not_found');
        return { id: input.id, secret, bothUntil: new Date(now.getTime() + ROTATION_MS).toISOString() };
      }),
  });

  return [create, list, get, update, remove, rotate];
}
