import { z } from 'zod';
import { AppError } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { Refused } from '#core/reply.ts';
import { CODE_SECONDS, RESEND_SECONDS } from '#features/identity/codes.ts';
import { numberNotice } from '#features/identity/events.ts';
import { aboutPerson } from '#features/identity/factors/about.ts';
import { lockPerson, revokeSessionsOf } from '#features/identity/factors/store.ts';
import { TIERS } from '#features/identity/otp/budget.ts';
import { checkCode } from '#features/identity/otp/check.ts';
import { requestCode } from '#features/identity/otp/request.ts';
import type { IdentityParts } from '#features/identity/parts.ts';
import { challengeInput, CodeSent, COUNTRY, phoneInput } from '#features/identity/schema.ts';
import { findByPhone } from '#features/identity/store.ts';
import { parsePhone } from '#platform/phone.ts';
import { refuseTaken } from './change-operations.ts';
import { MAX_OPEN, REQUEST_MS, WAIT_HOURS } from './rules.ts';
import {
  cancelOthers,
  closeExpired,
  countOpen,
  endChange,
  insertChange,
  lockReady,
  setPhone,
} from './store.ts';

const newPhone = phoneInput.describe('The number that I have now.');
const code = z.string().min(1).max(20).describe('The digits that were sent to it.');

/** What strangers who lost their number may do: ask, and finish once it was approved and waited for. */
export function lostNumberOperations(parts: IdentityParts): readonly Operation[] {
  const send = defineOperation({
    name: 'auth.lost_number_code',
    route: 'POST /auth/lost-number/code',
    summary: 'Send a code to the number that is to replace a lost one.',
    effect: 'write',
    access: 'public',
    realm: 'identity',
    audit: 'number.code_requested',
    input: z.strictObject({ newPhone, challenge: challengeInput }),
    output: CodeSent,
    errors: ['challenge_required', 'phone_country_not_allowed'],
    examples: [
      {
        title: 'A new mobile',
        as: 'anonymous',
        input: { newPhone: '+56 9 5555 0003' },
        output: { expiresIn: CODE_SECONDS, resendAfter: RESEND_SECONDS, digits: TIERS[0].digits },
      },
    ],
    run: (ctx, input) => {
      const { e164: phone } = parsePhone(input.newPhone, COUNTRY, 'newPhone');
      const asked = { phone, purpose: 'recovery', personId: null, challenge: input.challenge } as const;
      return ctx.db.tx((tx) => requestCode(parts, ctx, tx, asked));
    },
  });

  const ask = defineOperation({
    name: 'auth.lost_number_request',
    route: 'POST /auth/lost-number',
    summary: 'Ask to log in with another number, as mine is lost.',
    description:
      'An owner of all my companies approves it, or the operator where there is no such owner; then it waits 72 hours. The old number is told at once. The answer is the same whether the old number is known or not.',
    words: 'lost stolen phone SIM · perdí robaron teléfono chip',
    effect: 'write',
    access: 'public',
    realm: 'identity',
    audit: 'number.recovery_requested',
    input: z.strictObject({ phone: phoneInput.describe('The lost number.'), newPhone, code }),
    output: z
      .object({ waitHours: z.int().describe('From the approval on.') })
      .meta({ id: 'LostNumberAsked' }),
    errors: ['otp_invalid', 'otp_expired', 'otp_tries_exceeded', 'conflict'],
    examples: [
      {
        title: 'With the code of the new one',
        as: 'anonymous',
        input: {
          phone: EXAMPLE.member.phone,
          newPhone: EXAMPLE.person.newPhone,
          code: EXAMPLE.person.code,
        },
        output: { waitHours: WAIT_HOURS },
      },
    ],
    run: (ctx, input) => {
      const { e164: old } = parsePhone(input.phone, COUNTRY);
      const { e164: next } = parsePhone(input.newPhone, COUNTRY, 'newPhone');
      return ctx.db.tx(async (tx) => {
        const guess = { phone: next, purpose: 'recovery', personId: null, code: input.code } as const;
        const wrong = await checkCode(parts, ctx, tx, guess);
        if (wrong) return new Refused(wrong, 'number.recovery_failed');
        await refuseTaken(tx, next);
        const answer = { waitHours: WAIT_HOURS };
        const [person] = await tx.run(findByPhone(old));
        if (!person || person.disabled) return answer;
        const now = ctx.clock.now();
        await tx.run(lockPerson(person.id));
        await tx.run(closeExpired(person.id, now));
        const [open] = await tx.run(countOpen(person.id));
        if (open!.n >= MAX_OPEN) return answer;
        const change = { id: ctx.clock.id(), person_id: person.id, old_phone: old, new_phone: next };
        const expiresAt = new Date(now.getTime() + REQUEST_MS);
        const [made] = await tx.run(
          insertChange({ ...change, kind: 'lost' }, { now, expiresAt, done: false }),
        );
        if (made) ctx.emit(numberNotice, { id: made.id, what: 'asked' });
        return aboutPerson(tx, person.id, answer);
      });
    },
  });

  const finish = defineOperation({
    name: 'auth.lost_number_finish',
    route: 'POST /auth/lost-number/finish',
    summary: 'Replace a lost number, once it was approved and 72 hours have passed.',
    description:
      'With a new code to the new number. All sessions end; log in with the new number afterwards.',
    effect: 'write',
    access: 'public',
    realm: 'identity',
    audit: 'number.recovered',
    input: z.strictObject({ newPhone, code }),
    output: z.object({ phone: z.string().describe('E.164.') }).meta({ id: 'LostNumberReplaced' }),
    errors: ['otp_invalid', 'otp_expired', 'otp_tries_exceeded', 'conflict'],
    examples: [
      {
        title: 'After the wait',
        as: 'anonymous',
        input: { newPhone: EXAMPLE.person.newPhone, code: EXAMPLE.person.code },
        output: { phone: EXAMPLE.person.newPhone },
      },
    ],
    run: (ctx, input) => {
      const { e164: phone } = parsePhone(input.newPhone, COUNTRY, 'newPhone');
      return ctx.db.tx(async (tx) => {
        const guess = { phone, purpose: 'recovery', personId: null, code: input.code } as const;
        const wrong = await checkCode(parts, ctx, tx, guess);
        if (wrong) return new Refused(wrong, 'number.recovery_failed');
        const now = ctx.clock.now();
        const [ready] = await tx.run(lockReady(phone, now));
        if (!ready) return new Refused(notYet(), 'number.recovery_failed');
        await refuseTaken(tx, phone);
        await tx.run(endChange(ready.id, 'completed', now));
        await tx.run(cancelOthers(ready.person_id, now));
        await tx.run(setPhone(ready.person_id, phone, now));
        await tx.run(revokeSessionsOf(ready.person_id, null, now));
        ctx.emit(numberNotice, { id: ready.id, what: 'completed' });
        return aboutPerson(tx, ready.person_id, { phone });
      });
    },
  });

  return [send, ask, finish];
}

const notYet = (): AppError =>
  new AppError('conflict', {
    detail: {
      en: `Nothing is ready for this number: it has to be approved, and ${WAIT_HOURS} hours have to pass.`,
      es: `No hay nada listo para este número: debe aprobarse y pasar ${WAIT_HOURS} horas.`,
    },
  });
