import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { Concerning, Refused, SessionReply } from '#core/reply.ts';
import { parsePhone } from '#platform/phone.ts';
import {
  CODE_DIGITS,
  CODE_SECONDS,
  CODE_TRIES,
  codeHash,
  newCode,
  RESEND_SECONDS,
  sameHash,
  SENDS_PER_HOUR,
} from './codes.ts';
import { UNREACHABLE_MS } from './delivery/rules.ts';
import { unreachableSince } from './delivery/store.ts';
import { codeRequested } from './events.ts';
import type { IdentityParts } from './parts.ts';
import { Login, phoneInput } from './schema.ts';
import { openSession } from './sessions.ts';
import {
  countTry,
  findByPhone,
  insertCode,
  insertPerson,
  lockCode,
  recentCodes,
  tenantsOf,
  useCode,
  voidCode,
} from './store.ts';

const HOUR_MS = 3_600_000;
const COUNTRY = 'CL';

/** @throws AppError rate_limited, with the time when the number may ask again */
function refuseHaste(sent: number, last: string | null, first: string | null, now: Date): void {
  const since = (at: string | null): number => (at === null ? Infinity : now.getTime() - Date.parse(at));
  const wait =
    sent >= SENDS_PER_HOUR ? HOUR_MS - since(first) : sent > 0 ? RESEND_SECONDS * 1000 - since(last) : 0;
  if (wait <= 0) return;
  const seconds = Math.ceil(wait / 1000);
  throw new AppError('rate_limited', {
    detail: {
      en: `A code was sent to this number. Another one can be asked for in ${seconds} s.`,
      es: `Ya se envió un código a este número. Podrá pedir otro en ${seconds} s.`,
    },
    retryAfterSeconds: seconds,
  });
}

export function otpOperations({ codeKey, sealer, tokens }: IdentityParts): readonly Operation[] {
  const send = defineOperation({
    name: 'auth.otp_send',
    route: 'POST /auth/otp/send',
    summary: 'Send a one-time code to a phone.',
    description:
      'By WhatsApp. A new code voids the one before. The answer is the same whether the number is known or not.',
    effect: 'write',
    access: 'public',
    realm: 'identity',
    audit: 'login.code_requested',
    input: z.strictObject({ phone: phoneInput }),
    output: z
      .object({
        expiresIn: z.int().describe('Seconds until the code stops working.'),
        resendAfter: z.int().describe('Seconds until another one can be asked for.'),
        digits: z.int().describe('How many digits the code has.'),
      })
      .meta({ id: 'CodeSent' }),
    errors: ['whatsapp_unreachable'],
    examples: [
      {
        title: 'A Chilean mobile',
        as: 'anonymous',
        input: { phone: '+56 9 5555 0001' },
        output: { expiresIn: CODE_SECONDS, resendAfter: RESEND_SECONDS, digits: CODE_DIGITS },
      },
    ],
    run: async (ctx, input) => {
      const { e164 } = parsePhone(input.phone, COUNTRY);
      const now = ctx.clock.now();
      const code = newCode(CODE_DIGITS);
      const row = {
        id: ctx.clock.id(),
        phone: e164,
        purpose: 'login' as const,
        personId: null,
        digits: CODE_DIGITS,
        hash: codeHash(codeKey, code, e164, 'login'),
        sealed: sealer.seal(code),
        network: ctx.client.network,
        language: ctx.client.language,
        expiresAt: new Date(now.getTime() + CODE_SECONDS * 1000),
      };
      return ctx.db.tx(async (tx) => {
        const [recent] = await tx.run(recentCodes(e164, new Date(now.getTime() - HOUR_MS)));
        refuseHaste(recent!.sent, recent!.last_at, recent!.first_at, now);
        await tx.run(voidCode(e164, 'login', now));
        await tx.run(insertCode(row, now));
        ctx.emit(codeRequested, { id: row.id });
        const [unreachable] = await tx.run(unreachableSince(e164, new Date(now.getTime() - UNREACHABLE_MS)));
        // The code goes out all the same: the number may have WhatsApp by now, or its person a mail address.
        if (unreachable) {
          return new Refused(new AppError('whatsapp_unreachable'), 'login.code_requested', row.id);
        }
        return { expiresIn: CODE_SECONDS, resendAfter: RESEND_SECONDS, digits: CODE_DIGITS };
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
    errors: ['otp_invalid', 'otp_expired'],
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
      const given = codeHash(codeKey, input.code.replace(/\s/g, ''), e164, 'login');
      let cookie: string | null = null;
      const answer = await ctx.db.tx(async (tx) => {
        const now = ctx.clock.now();
        const [code] = await tx.run(lockCode(e164, 'login'));
        if (!code || Date.parse(code.expires_at) <= now.getTime())
          return new Refused(new AppError('otp_expired'), 'login.failed');
        if (!sameHash(given, code.hash)) {
          const tries = code.tries + 1;
          await tx.run(countTry(code.id, tries, tries >= CODE_TRIES ? now : null));
          return new Refused(wrongCode(CODE_TRIES - tries), 'login.failed');
        }
        await tx.run(useCode(code.id, now));
        await tx.run(insertPerson({ id: randomUUID(), phone: e164, language: ctx.client.language, now }));
        const [person] = await tx.run(findByPhone(e164));
        if (person!.disabled) return new Refused(new AppError('forbidden'), 'login.refused', person!.id);
        const tenants = await tx.run(tenantsOf(person!.id));
        const session = await openSession(tokens, ctx.clock, {
          personId: person!.id,
          methods: ['otp'],
          client: ctx.client,
          steppedUp: true,
        });
        for (const one of session.statements) await tx.run(one);
        cookie = session.cookie;
        const login = {
          ugid: person!.id,
          ...session.answer,
          tenants: tenants.map(({ slug, name, role }) => ({ slug, name, role })),
        };
        return new Concerning(
          login,
          person!.id,
          tenants.map(({ id }) => id),
        );
      });
      return new SessionReply(answer, cookie);
    },
  });

  return [send, verify];
}

function wrongCode(left: number): AppError {
  if (left <= 0) return new AppError('otp_expired');
  return new AppError('otp_invalid', {
    detail: {
      en: `The code is not right. Tries left: ${left}.`,
      es: `El código no es correcto. Intentos restantes: ${left}.`,
    },
  });
}
