import { z } from 'zod';
import type { Tx } from '#core/db.ts';
import { AppError } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, STEP_UP_SECONDS, type Operation } from '#core/operation.ts';
import { timestamp } from '#core/schemas.ts';
import { checkCode } from '#features/identity/otp/check.ts';
import { requestCode } from '#features/identity/otp/request.ts';
import type { IdentityParts } from '#features/identity/parts.ts';
import { EXAMPLE_CREDENTIAL } from '#features/identity/passkeys/example.ts';
import { requestOptions } from '#features/identity/passkeys/options.ts';
import { challengeInput } from '#features/identity/schema.ts';
import { PublicKeyOptions } from '#features/identity/passkeys/schema.ts';
import { credentialsOf, insertChallenge } from '#features/identity/passkeys/store.ts';
import { checkPassword } from '#features/identity/passwords/check.ts';
import { aboutPerson, failedProof } from './about.ts';
import { checkProof, isStrong, proofInput, requireOne } from './proof.ts';
import { stepUpSession, strengthOf, type Strength } from './store.ts';

/** The strongest that they have; nothing weaker is taken. */
function methodsOf(strength: Strength): string[] {
  if (isStrong(strength))
    return [
      ...(strength.totp ? ['totp'] : []),
      ...(strength.passkeys > 0 ? ['passkey'] : []),
      ...(strength.recovery_codes > 0 ? ['recovery'] : []),
    ];
  if (strength.phone !== null) return ['code'];
  return strength.username === null ? [] : ['password'];
}

export function stepUpOperations(parts: IdentityParts): readonly Operation[] {
  const prepare = defineOperation({
    name: 'auth.step_up_prepare',
    route: 'POST /auth/step-up/prepare',
    summary: 'Prepare to prove anew that it is me.',
    description:
      'Says which proofs are taken. Whoever has a passkey gets what it must sign; whoever has no second factor is sent a code.',
    effect: 'write',
    access: [{ person: true }],
    realm: 'identity',
    audit: 'proof.asked',
    input: z.strictObject({ challenge: challengeInput }),
    output: z
      .object({
        methods: z.array(z.string()).describe('totp, passkey, recovery; or code; or password.'),
        publicKey: PublicKeyOptions.nullable(),
        codeSent: z.boolean().describe('A code is on its way to my phone.'),
      })
      .meta({ id: 'StepUpMethods' }),
    errors: ['challenge_required'],
    examples: [
      {
        title: 'With a passkey',
        as: 'person',
        input: {},
        output: {
          methods: ['passkey', 'recovery'],
          publicKey: {
            challenge: '****',
            rpId: 'localhost',
            allowCredentials: [{ id: EXAMPLE_CREDENTIAL, type: 'public-key', transports: ['internal'] }],
            timeout: 300_000,
            userVerification: 'required',
          },
          codeSent: false,
        },
      },
    ],
    run: (ctx, { challenge: solution }) =>
      ctx.db.tx(async (tx) => {
        const { id, sessionId } = ctx.actor.person!;
        const [strength] = await tx.run(strengthOf(id));
        const methods = methodsOf(strength!);
        if (methods.includes('passkey')) {
          const credentials = await tx.run(credentialsOf(id));
          const { options, challenge } = await requestOptions(parts, ctx, credentials);
          await tx.run(insertChallenge({ ...challenge, purpose: 'step_up', sessionId }));
          return { methods, publicKey: options, codeSent: false };
        }
        const codeSent = methods.includes('code');
        if (codeSent)
          await requestCode(parts, ctx, tx, {
            phone: strength!.phone!,
            purpose: 'step_up',
            personId: id,
            challenge: solution,
          });
        return { methods, publicKey: null, codeSent };
      }),
  });

  const stepUp = defineOperation({
    name: 'auth.step_up',
    route: 'POST /auth/step-up',
    summary: 'Prove anew that it is me, for sensitive acts.',
    description:
      'Counts for ten minutes, in this session. Exactly one proof, and of the strongest kind that I have: see auth.step_up_prepare.',
    effect: 'write',
    access: [{ person: true }],
    realm: 'identity',
    audit: 'proof.succeeded',
    input: z.strictObject({
      ...proofInput,
      code: z.string().min(1).max(20).optional().describe('The digits that were sent to my phone.'),
      password: z.string().min(1).max(256).optional().describe('For whoever has neither factor nor phone.'),
    }),
    output: z
      .object({ provedAt: timestamp, validFor: z.int().describe('Seconds that it counts.') })
      .meta({ id: 'SteppedUp' }),
    errors: [
      'proof_invalid',
      'otp_invalid',
      'otp_expired',
      'otp_tries_exceeded',
      'login_failed',
      'forbidden',
    ],
    examples: [
      {
        title: 'By a recovery code',
        as: 'person',
        input: { recovery: EXAMPLE.person.recoveryCode },
        output: { provedAt: EXAMPLE.now, validFor: STEP_UP_SECONDS },
      },
    ],
    run: async (ctx, input) => {
      requireOne(input, ['totp', 'recovery', 'passkey', 'code', 'password']);
      const { id, sessionId } = ctx.actor.person!;
      const done = { provedAt: ctx.clock.now().toISOString(), validFor: STEP_UP_SECONDS };
      const [[strength]] = await ctx.db.batch([strengthOf(id)]);
      const kind = ['code', 'password'].find((name) => input[name as 'code'] !== undefined);
      if (kind && !methodsOf(strength!).includes(kind)) throw tooWeak();
      const password =
        input.password === undefined
          ? undefined
          : await checkPassword(parts, ctx, strength!.username!, input.password);
      const prove = async (tx: Tx): Promise<AppError | null> => {
        if (password) {
          const found = await password.settle(tx);
          return found instanceof AppError ? found : null;
        }
        if (input.code !== undefined) {
          const guess = {
            phone: strength!.phone!,
            purpose: 'step_up',
            personId: id,
            code: input.code,
          } as const;
          return checkCode(parts, ctx, tx, guess);
        }
        const method = await checkProof(parts, ctx, tx, id, input, { purpose: 'step_up', sessionId });
        return method instanceof AppError ? method : null;
      };
      return ctx.db.tx(async (tx) => {
        const failure = await prove(tx);
        if (failure) return failedProof(ctx, failure);
        await tx.run(stepUpSession(sessionId, ctx.clock.now()));
        return aboutPerson(tx, id, done);
      });
    },
  });

  return [prepare, stepUp];
}

const tooWeak = (): AppError =>
  new AppError('forbidden', {
    detail: {
      en: 'You have a stronger proof than that: use your second factor.',
      es: 'Usted tiene una prueba más fuerte: use su segundo factor.',
    },
  });
