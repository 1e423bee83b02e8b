import { z } from 'zod';
import type { Ctx } from '#core/context.ts';
import type { Tx } from '#core/db.ts';
import { AppError } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import {
  CODE_SECONDS,
  CODE_TRIES,
  codeHash,
  newCode,
  RESEND_SECONDS,
  sameHash,
} from '#features/identity/codes.ts';
import { emailCodeRequested, emailNotice } from '#features/identity/events.ts';
import { aboutPerson, failedProof } from '#features/identity/factors/about.ts';
import { lockPerson } from '#features/identity/factors/store.ts';
import type { IdentityParts } from '#features/identity/parts.ts';
import { CodeSent } from '#features/identity/schema.ts';
import { findPerson } from '#features/identity/store.ts';
import { DAY_MS, DIGITS, PER_DAY } from './rules.ts';
import {
  countEmailTry,
  emailState,
  endEmailCode,
  findByEmail,
  insertEmailCode,
  insertRemoval,
  lockEmail,
  lockEmailCode,
  setEmail,
  voidEmailCodes,
} from './store.ts';

const emailInput = z.email().max(254).describe('Mail address.');
const EmailSet = z
  .object({ email: z.string().nullable().describe('Lower case; null: none.') })
  .meta({ id: 'EmailSet' });

const wait = (seconds: number): AppError =>
  new AppError('rate_limited', {
    detail: {
      en: `Another code can be asked for in ${seconds} s.`,
      es: `Podrá pedir otro código en ${seconds} s.`,
    },
    retryAfterSeconds: seconds,
  });

/** @throws AppError rate_limited */
async function refuseHaste(ctx: Ctx, tx: Tx, personId: string, email: string): Promise<void> {
  const now = ctx.clock.now().getTime();
  const [state] = await tx.run(emailState(personId, email, new Date(now - DAY_MS)));
  const secondsTo = (at: string | null, ms: number): number =>
    at === null ? 0 : Math.ceil((Date.parse(at) + ms - now) / 1000);
  const soon = secondsTo(state!.last_at, RESEND_SECONDS * 1000);
  if (soon > 0) throw wait(soon);
  if (Math.max(state!.asked, state!.got) >= PER_DAY)
    throw wait(Math.max(1, secondsTo(state!.first_at, DAY_MS)));
}

/** @throws AppError conflict; for whoever has proved that they read its mail */
async function refuseTaken(tx: Tx, email: string, personId: string): Promise<void> {
  const [holder] = await tx.run(findByEmail(email));
  if (!holder || holder.id === personId) return;
  throw new AppError('conflict', {
    detail: {
      en: 'This address belongs to somebody else’s login already.',
      es: 'Este correo ya pertenece al ingreso de otra persona.',
    },
  });
}

/**
 * One's own mail address: login codes go there when WhatsApp can't, and invitations to it can be accepted. So it counts
 * only once it is proved.
 */
export function emailOperations(parts: IdentityParts): readonly Operation[] {
  const code = defineOperation({
    name: 'auth.email_code',
    route: 'POST /auth/email/code',
    summary: 'Send a code to the mail address that is to become mine.',
    effect: 'write',
    access: [{ person: true }],
    realm: 'identity',
    stepUp: true,
    audit: 'email.code_requested',
    input: z.strictObject({ email: emailInput }),
    output: CodeSent,
    errors: ['step_up_required', 'unavailable'],
    examples: [
      {
        title: 'A new address',
        as: 'person',
        input: { email: 'carla@example.cl' },
        output: { expiresIn: CODE_SECONDS, resendAfter: RESEND_SECONDS, digits: DIGITS },
      },
    ],
    run: (ctx, input) => {
      if (!parts.mails)
        throw new AppError('unavailable', {
          detail: {
            en: 'This installation sends no mail yet, so no address can be proved. Ask whoever runs it.',
            es: 'Esta instalación todavía no envía correos, así que no se puede comprobar ninguno. Avise a quien la administra.',
          },
        });
      const email = input.email.toLowerCase();
      const personId = ctx.actor.person!.id;
      return ctx.db.tx(async (tx) => {
        await tx.run(lockPerson(personId));
        await tx.run(lockEmail(email));
        await refuseHaste(ctx, tx, personId, email);
        const now = ctx.clock.now();
        const digits = newCode(DIGITS);
        const row = {
          id: ctx.clock.id(),
          personId,
          email,
          hash: codeHash(parts.codeKey, digits, email, 'new_email'),
          sealed: parts.sealer.seal(digits),
          language: ctx.client.language,
          expiresAt: new Date(now.getTime() + CODE_SECONDS * 1000),
        };
        await tx.run(voidEmailCodes(personId, now));
        await tx.run(insertEmailCode(row, now));
        ctx.emit(emailCodeRequested, { id: row.id });
        const sent = { expiresIn: CODE_SECONDS, resendAfter: RESEND_SECONDS, digits: DIGITS };
        return aboutPerson(tx, personId, sent);
      });
    },
  });

  const set = defineOperation({
    name: 'auth.email_set',
    route: 'PUT /auth/email',
    summary: 'Change my mail address.',
    description:
      'With the code that was sent to it, and a recent proof. My phone and the old address are told.',
    words: 'change my mail address · cambiar mi correo electrónico',
    effect: 'write',
    access: [{ person: true }],
    realm: 'identity',
    stepUp: true,
    audit: 'email.changed',
    input: z.strictObject({ email: emailInput, code: z.string().min(1).max(20) }),
    output: EmailSet,
    errors: ['otp_invalid', 'otp_expired', 'otp_tries_exceeded', 'conflict', 'step_up_required'],
    examples: [
      {
        title: 'With its code',
        as: 'person',
        input: { email: EXAMPLE.person.newEmail, code: EXAMPLE.person.code },
        output: { email: EXAMPLE.person.newEmail },
      },
    ],
    run: (ctx, input) => {
      const email = input.email.toLowerCase();
      const { id: personId } = ctx.actor.person!;
      return ctx.db.tx(async (tx) => {
        await tx.run(lockPerson(personId));
        await tx.run(lockEmail(email));
        const now = ctx.clock.now();
        const [open] = await tx.run(lockEmailCode(personId));
        if (!open || open.email !== email || Date.parse(open.expires_at) <= now.getTime())
          return failedProof(ctx, new AppError('otp_expired'));
        const hash = codeHash(parts.codeKey, input.code.replace(/\s/g, ''), email, 'new_email');
        if (!sameHash(hash, open.hash)) {
          await tx.run(countEmailTry(open.id));
          if (open.tries + 1 < CODE_TRIES) return failedProof(ctx, new AppError('otp_invalid'));
          await tx.run(endEmailCode(open.id, 'spent', now));
          return failedProof(ctx, new AppError('otp_tries_exceeded'));
        }
        await refuseTaken(tx, email, personId);
        await tx.run(endEmailCode(open.id, 'used', now));
        await tx.run(setEmail(personId, email, now));
        ctx.emit(emailNotice, { id: open.id, what: 'changed' });
        return aboutPerson(tx, personId, { email });
      });
    },
  });

  const remove = defineOperation({
    name: 'auth.email_remove',
    route: 'DELETE /auth/email',
    summary: 'Have no mail address any more.',
    description:
      'Nothing is sent to it from then on but a last notice. Where there is none, this changes nothing.',
    effect: 'write',
    access: [{ person: true }],
    realm: 'identity',
    stepUp: true,
    audit: 'email.removed',
    input: z.strictObject({}),
    output: EmailSet,
    errors: ['step_up_required'],
    examples: [{ title: 'There was none', as: 'person', input: {}, output: { email: null } }],
    run: (ctx) => {
      const { id: personId } = ctx.actor.person!;
      return ctx.db.tx(async (tx) => {
        await tx.run(lockPerson(personId));
        const [person] = await tx.run(findPerson(personId));
        const now = ctx.clock.now();
        if (person!.email !== null) {
          const id = ctx.clock.id();
          await tx.run(voidEmailCodes(personId, now));
          await tx.run(insertRemoval(id, personId, now));
          await tx.run(setEmail(personId, null, now));
          ctx.emit(emailNotice, { id, what: 'removed' });
        }
        return aboutPerson(tx, personId, { email: null });
      });
    },
  });

  return [code, set, remove];
}
