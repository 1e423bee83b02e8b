import { z } from 'zod';
import type { Ctx } from '#core/context.ts';
import { AppError, invalidField } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type AccessRule, type Operation } from '#core/operation.ts';
import { CHOOSING, KINDS, kindOf, kindsFor, wayOf, type Channel, type Kind, type Ways } from './kinds.ts';
import { channel, kind, Notification, Notifications } from './schema.ts';
import { sendable, type NoticeParts } from './send.ts';
import { findOwnWays, listChoices, putChoice } from './store.ts';

/** Whoever is in a company; a program with that scope is told of nothing. */
const access: readonly AccessRule[] = [{ scope: CHOOSING }];

const example = (of: Kind, chosen: Channel = 'best'): Notification => ({
  kind: of,
  channel: chosen,
  required: kindOf(of).required,
  way: null,
});

export function notificationOperations({ development, template }: NoticeParts): readonly Operation[] {
  const shown = (of: Kind, chosen: Channel | undefined, there: Ways): Notification => ({
    kind: of,
    channel: chosen ?? 'best',
    required: kindOf(of).required,
    way: wayOf(kindOf(of), chosen ?? 'best', there),
  });

  function waysOf(ctx: Ctx, own: { phone: string | null; email: string | null } | undefined) {
    const can = sendable(ctx, template);
    const to = { mail: own?.email ?? null, whatsapp: own?.phone ?? null };
    const there = { mail: can.mail && to.mail !== null, whatsapp: can.whatsapp && to.whatsapp !== null };
    const ways = (['mail', 'whatsapp'] as const).map((way) => ({ way, to: to[way], available: can[way] }));
    return { there, ways };
  }

  const list = defineOperation({
    name: 'notifications.list',
    route: 'GET /notifications',
    summary: 'List what you are told of in this company, and by which way.',
    description:
      'Only what concerns your role: owners are told of more than guests, and programs of nothing.',
    words: 'notices alerts preferences settings email whatsapp · avisos alertas preferencias correo',
    effect: 'read',
    access,
    input: z.strictObject({}),
    output: Notifications,
    examples: [
      {
        title: 'An owner’s',
        as: 'person',
        input: {},
        output: {
          data: KINDS.map((one) => example(one.kind)),
          ways: [
            { way: 'mail', to: null, available: false },
            { way: 'whatsapp', to: EXAMPLE.person.phone, available: false },
          ],
          development: true,
        },
      },
    ],
    run: async (ctx) => {
      const { person, scopes } = ctx.actor;
      const id = person?.id ?? null;
      const [[own], choices] = await ctx.db.batch([findOwnWays(id), listChoices(id)]);
      const { there, ways } = waysOf(ctx, own);
      const chosen = new Map(choices.map((one) => [one.kind, one.channel]));
      const kinds = person ? kindsFor(scopes) : [];
      const data = kinds.map((one) => shown(one.kind, chosen.get(one.kind), there));
      return { data, ways, development };
    },
  });

  const set = defineOperation({
    name: 'notifications.set',
    route: 'PUT /notifications/{kind}',
    summary: 'Choose by which way you are told of something, or not at all.',
    description:
      'For yourself, in this company. What is about who has the company can’t be switched off. Leaving the company forgets it.',
    words: 'mute unsubscribe turn off alerts · silenciar desactivar avisos',
    effect: 'write',
    access,
    audit: 'notification.set',
    input: z.strictObject({ kind, channel }),
    output: Notification,
    errors: ['not_found'],
    examples: [
      {
        title: 'Nothing of webhooks',
        as: 'person',
        input: { kind: 'webhook.disabled', channel: 'off' },
        output: example('webhook.disabled', 'off'),
      },
    ],
    run: (ctx, input) =>
      ctx.db.tx(async (tx) => {
        const { person, scopes } = ctx.actor;
        if (!person || !kindsFor(scopes).some((one) => one.kind === input.kind))
          throw new AppError('not_found', {
            detail: {
              en: 'You aren’t told of this: it is for people whose role has to do with it.',
              es: 'De esto no se le avisa: es para personas cuyo rol tiene que ver con ello.',
            },
          });
        if (kindOf(input.kind).required && input.channel === 'off')
          throw invalidField('channel', 'required', {
            en: 'can’t be off: this is about who has the company',
            es: 'no puede ser off: se trata de quién tiene la empresa',
          });
        const [own] = await tx.run(findOwnWays(person.id));
        await tx.run(putChoice(person.id, input.kind, input.channel, ctx.clock.now()));
        return shown(input.kind, input.channel, waysOf(ctx, own).there);
      }),
  });

  return [list, set];
}
