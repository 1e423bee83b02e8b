import { z } from 'zod';
import { AppError } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import type { IdentityParts } from '#features/identity/parts.ts';
import { findPerson } from '#features/identity/store.ts';
import { aboutPerson, failedProof } from './about.ts';
import { confirmTotp } from './proof.ts';
import { settleRemoval } from './removal.ts';
import { newRecoveryCodes, recoveryHash } from './recovery.ts';
import { RecoveryCodes } from './schema.ts';
import { deleteTotp, insertRecoveryCodes, insertTotp, lockPerson, lockTotp, strengthOf } from './store.ts';
import { newTotpSecret, totpUri } from './totp.ts';

export function totpOperations(parts: IdentityParts): readonly Operation[] {
  const enrol = defineOperation({
    name: 'auth.totp_enrol',
    route: 'POST /auth/totp',
    summary: 'Begin to use an app that shows codes.',
    description:
      'The secret is shown once, in this answer. It counts once auth.totp_confirm has seen a first code of the app.',
    words: 'two-factor authenticator 2FA · autenticador verificación en dos pasos segundo factor',
    effect: 'write',
    access: [{ person: true }],
    realm: 'identity',
    stepUp: true,
    audit: 'factor.enrolment_started',
    input: z.strictObject({}),
    output: z
      .object({
        uri: z.string().nullable().meta({ secret: true }).describe('otpauth: address, for a QR code.'),
        secret: z.string().nullable().meta({ secret: true }).describe('The same to type in, base32.'),
      })
      .meta({ id: 'TotpSecret' }),
    errors: ['conflict', 'step_up_required'],
    examples: [{ title: 'Begin', as: 'person', input: {}, output: { uri: '****', secret: '****' } }],
    run: (ctx) =>
      ctx.db.tx(async (tx) => {
        const { id } = ctx.actor.person!;
        await tx.run(lockPerson(id));
        const [totp] = await tx.run(lockTotp(id));
        if (totp?.confirmed_at) throw inUse();
        const secret = newTotpSecret();
        await tx.run(insertTotp(id, parts.factorSealer.seal(secret), ctx.clock.now()));
        const [person] = await tx.run(findPerson(id));
        const uri = totpUri(secret, person?.name ?? person?.phone ?? id);
        return aboutPerson(tx, id, { uri, secret });
      }),
  });

  const confirm = defineOperation({
    name: 'auth.totp_confirm',
    route: 'POST /auth/totp/confirm',
    summary: 'Confirm the app with a first code.',
    description: 'Whoever has no recovery codes yet gets ten, shown once, in this answer.',
    effect: 'write',
    access: [{ person: true }],
    realm: 'identity',
    stepUp: true,
    audit: 'factor.added',
    input: z.strictObject({
      code: z
        .string()
        .regex(/^\d{6}$/)
        .meta({ 'x-expects': { en: 'must be six digits', es: 'deben ser seis dígitos' } })
        .describe('Six digits of the app.'),
    }),
    output: RecoveryCodes,
    errors: ['proof_invalid', 'step_up_required'],
    examples: [
      {
        title: 'A first code',
        as: 'person',
        input: { code: EXAMPLE.person.totpCode },
        output: { recoveryCodes: null },
      },
    ],
    run: (ctx, { code }) =>
      ctx.db.tx(async (tx) => {
        const { id } = ctx.actor.person!;
        const wrong = await confirmTotp(parts, ctx, tx, id, code);
        if (wrong) return failedProof(ctx, wrong);
        const [strength] = await tx.run(strengthOf(id));
        const recoveryCodes = strength!.recovery_codes > 0 ? null : newRecoveryCodes();
        if (recoveryCodes) {
          const hashes = recoveryCodes.map((one) => recoveryHash(id, one));
          await tx.run(insertRecoveryCodes(id, hashes, ctx.clock.now()));
        }
        return aboutPerson(tx, id, { recoveryCodes });
      }),
  });

  const remove = defineOperation({
    name: 'auth.totp_remove',
    route: 'DELETE /auth/totp',
    summary: 'Stop using the app that shows codes.',
    description: 'Removing it again changes nothing.',
    effect: 'destroy',
    access: [{ person: true }],
    realm: 'identity',
    stepUp: true,
    audit: 'factor.removed',
    input: z.strictObject({}),
    output: z.object({ removed: z.literal(true) }).meta({ id: 'FactorRemoved' }),
    errors: ['conflict', 'step_up_required'],
    examples: [{ title: 'Remove', as: 'person', input: {}, output: { removed: true } }],
    run: (ctx) =>
      ctx.db.tx(async (tx) => {
        const { id } = ctx.actor.person!;
        await tx.run(lockPerson(id));
        await tx.run(deleteTotp(id));
        await settleRemoval(tx, id);
        return aboutPerson(tx, id, { removed: true as const });
      }),
  });

  return [enrol, confirm, remove];
}

const inUse = (): AppError =>
  new AppError('conflict', {
    detail: {
      en: 'An app is in use already. Remove it first.',
      es: 'Ya hay una aplicación en uso. Quítela primero.',
    },
  });
