import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { Refused } from '#core/reply.ts';
import { parsePhone } from '#platform/phone.ts';
import { CODE_SECONDS, RESEND_SECONDS } from './codes.ts';
import { UNREACHABLE_MS } from './delivery/rules.ts';
import { unreachableSince } from './delivery/store.ts';
import { TIERS } from './otp/budget.ts';
import { checkCode } from './otp/check.ts';
import { requestCode } from './otp/request.ts';
import { logIn } from './login.ts';
import type { IdentityParts } from './parts.ts';
import { challengeInput, CodeSent, COUNTRY, Login, phoneInput } from './schema.ts';
import { findByPhone, insertPerson } from './store.ts';

export function otpOperations(parts: IdentityParts): readonly Operation[] {
  const send = defineOperation({
    name: 'auth.otp_send',
    route: 'POST /auth/otp/send',
    summary: 'Send a one-time code to a phone.',
    description:
      'By WhatsApp. A new code voids the one before. The answer is the same whether the number is known or not. ' +
      'When codes are asked for or guessed at unusually often, it takes a proof of work: `challenge_required` brings an ' +
      '[ALTCHA](https://altcha.org) challenge, whose solution belongs into `challenge` of the same request.',
    effect: 'write',
    access: 'public',
    realm: 'identity',
    audit: 'login.code_requested',
    input: z.strictObject({
      phone: phoneInput,
      challenge: challengeInput,
    }),
    output: CodeSent,
    errors: ['challenge_required', 'phone_country_not_allowed', 'whatsapp_unreachable'],
    examples: [
      {
        title: 'A Chilean mobile',
        as: 'anonymous',
        input: { phone: '+56 9 5555 0001' },
        output: { expiresIn: CODE_SECONDS, resendAfter: RESEND_SECONDS, digits: TIERS[0].digits },
      },
    ],
    run: async (ctx, input) => {
      const { e164 } = parsePhone(input.phone, COUNTRY);
      const wanted = { phone: e164, purpose: 'login', personId: null, challenge: input.challenge } as const;
      return ctx.db.tx(async (tx) => {
        const sent = await requestCode(parts, ctx, tx, wanted);
        const since = new Date(ctx.clock.now().getTime() - UNREACHABLE_MS);
        const [unreachable] = await tx.run(unreachableSince(e164, since));
        // The code goes out all the same: the number may have WhatsApp by now, or its person a mail address.
        return unreachable ? new Refused(new AppError('whatsapp_unreachable'), 'login.code_requested') : sent;
      });
    },
  });

  const verify = defineOperation({
    name: 'auth.otp_verify',
    route: 'POST /auth/otp/verify',
    summary: 'Log in with the code.',
    description:
      'Opens a session: a cookie for browsers, tokens for programs. A number that nobody used before becomes a new person.',
    effect: 'write',
    access: 'public',
    realm: 'identity',
    audit: 'login.succeeded',
    input: z.strictObject({
      phone: phoneInput,
      code: z.string().min(1).max(20).describe('The digits of the message.'),
    }),
    output: Login,
    errors: ['otp_invalid', 'otp_expired', 'otp_tries_exceeded', 'second_factor_required'],
    examples: [
      {
        title: 'Log in',
        as: 'anonymous',
        input: { phone: EXAMPLE.person.phone, code: EXAMPLE.person.code },
        output: {
          ugid: EXAMPLE.person.ugid,
          accessToken: '****',
          expiresIn: 600,
          refreshToken: 'smr_*******************************************',
          tenants: [{ slug: EXAMPLE.tenant.slug, name: EXAMPLE.tenant.name, role: 'owner' }],
        },
      },
    ],
    run: async (ctx, input) => {
      const { e164 } = parsePhone(input.phone, COUNTRY);
      return logIn(parts, ctx, async (tx) => {
        const guess = { phone: e164, purpose: 'login' as const, personId: null, code: input.code };
        const refused = await checkCode(parts, ctx, tx, guess);
        if (refused) return new Refused(refused, 'login.failed');
        const now = ctx.clock.now();
        await tx.run(insertPerson({ id: randomUUID(), phone: e164, language: ctx.client.language, now }));
        const [person] = await tx.run(findByPhone(e164));
        return { personId: person!.id, method: 'otp' };
      });
    },
  });

  return [send, verify];
}
