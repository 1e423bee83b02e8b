import { z } from 'zod';
import type { Tx } from '#core/db.ts';
import { AppError } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { CODE_SECONDS, RESEND_SECONDS } from '#features/identity/codes.ts';
import { numberNotice } from '#features/identity/events.ts';
import { aboutPerson, failedProof } from '#features/identity/factors/about.ts';
import { lockPerson, revokeSessionsOf } from '#features/identity/factors/store.ts';
import { TIERS } from '#features/identity/otp/budget.ts';
import { checkCode } from '#features/identity/otp/check.ts';
import { requestCode } from '#features/identity/otp/request.ts';
import type { IdentityParts } from '#features/identity/parts.ts';
import { challengeInput, CodeSent, COUNTRY, phoneInput } from '#features/identity/schema.ts';
import { findByPhone, findPerson } from '#features/identity/store.ts';
import { parsePhone } from '#platform/phone.ts';
import { cancelOthers, insertChange, setPhone } from './store.ts';

/** @throws AppError conflict; for whoever has proved that they hold the number */
export async function refuseTaken(tx: Tx, phone: string): Promise<void> {
  const [holder] = await tx.run(findByPhone(phone));
  if (!holder) return;
  throw new AppError('conflict', {
    detail: {
      en: 'Somebody logs in with this number already.',
      es: 'Alguien ya ingresa con este número.',
    },
  });
}

export function numberOperations(parts: IdentityParts): readonly Operation[] {
  const code = defineOperation({
    name: 'auth.phone_code',
    route: 'POST /auth/phone/code',
    summary: 'Send a code to the number that is to become mine.',
    effect: 'write',
    access: [{ person: true }],
    realm: 'identity',
    stepUp: true,
    audit: 'number.code_requested',
    input: z.strictObject({ phone: phoneInput, challenge: challengeInput }),
    output: CodeSent,
    errors: ['challenge_required', 'phone_country_not_allowed', 'step_up_required'],
    examples: [
      {
        title: 'A new mobile',
        as: 'person',
        input: { phone: '+56 9 5555 0002' },
        output: { expiresIn: CODE_SECONDS, resendAfter: RESEND_SECONDS, digits: TIERS[0].digits },
      },
    ],
    run: (ctx, input) => {
      const { e164 } = parsePhone(input.phone, COUNTRY);
      const personId = ctx.actor.person!.id;
      return ctx.db.tx(async (tx) => {
        const asked = { phone: e164, purpose: 'new_phone', personId, challenge: input.challenge } as const;
        return aboutPerson(tx, personId, await requestCode(parts, ctx, tx, asked));
      });
    },
  });

  const set = defineOperation({
    name: 'auth.phone_set',
    route: 'PUT /auth/phone',
    summary: 'Change my number.',
    description:
      'With the code that was sent to it, and a recent proof: by a code to the old number, or by my second factor. The old number is told, and my other sessions end.',
    words: 'change my phone number · cambiar mi número teléfono celular',
    effect: 'write',
    access: [{ person: true }],
    realm: 'identity',
    stepUp: true,
    audit: 'number.changed',
    input: z.strictObject({ phone: phoneInput, code: z.string().min(1).max(20) }),
    output: z.object({ phone: z.string().describe('E.164.') }).meta({ id: 'PhoneSet' }),
    errors: ['otp_invalid', 'otp_expired', 'otp_tries_exceeded', 'conflict', 'step_up_required'],
    examples: [
      {
        title: 'With its code',
        as: 'person',
        input: { phone: EXAMPLE.person.newPhone, code: EXAMPLE.person.code },
        output: { phone: EXAMPLE.person.newPhone },
      },
    ],
    run: (ctx, input) => {
      const { e164: phone } = parsePhone(input.phone, COUNTRY);
      const { id: personId, sessionId } = ctx.actor.person!;
      return ctx.db.tx(async (tx) => {
        await tx.run(lockPerson(personId));
        const wrong = await checkCode(parts, ctx, tx, {
          phone,
          purpose: 'new_phone',
          personId,
          code: input.code,
        });
        if (wrong) return failedProof(ctx, wrong);
        await refuseTaken(tx, phone);
        const now = ctx.clock.now();
        const [person] = await tx.run(findPerson(personId));
        const change = {
          id: ctx.clock.id(),
          person_id: personId,
          kind: 'change',
          old_phone: person!.phone,
          new_phone: phone,
        } as const;
        await tx.run(cancelOthers(personId, now));
        await tx.run(insertChange(change, { now, expiresAt: now, done: true }));
        await tx.run(setPhone(personId, phone, now));
        await tx.run(revokeSessionsOf(personId, sessionId, now));
        ctx.emit(numberNotice, { id: change.id, what: 'changed' });
        return aboutPerson(tx, personId, { phone });
      });
    },
  });

  return [code, set];
}
