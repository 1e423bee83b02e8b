import { z } from 'zod';
import { AppError } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { Refused } from '#core/reply.ts';
import { logIn } from '#features/identity/login.ts';
import type { IdentityParts } from '#features/identity/parts.ts';
import { Login } from '#features/identity/schema.ts';
import { EXAMPLE_ASSERTION } from './example.ts';
import { requestOptions } from './options.ts';
import { Assertion, PublicKeyOptions } from './schema.ts';
import { insertChallenge } from './store.ts';
import { checkAssertion } from './verify.ts';

export function passkeyLoginOperations(parts: IdentityParts): readonly Operation[] {
  const challenge = defineOperation({
    name: 'auth.passkey_challenge',
    route: 'POST /auth/passkeys/challenge',
    summary: 'Get what a passkey has to sign to log in.',
    description: 'Names nobody: the browser lets the person choose among the passkeys that it has for us.',
    effect: 'write',
    access: 'public',
    realm: 'identity',
    audit: 'login.challenge_made',
    input: z.strictObject({}),
    output: z.object({ publicKey: PublicKeyOptions }).meta({ id: 'PasskeyChallenge' }),
    examples: [
      {
        title: 'For navigator.credentials.get',
        as: 'anonymous',
        input: {},
        output: {
          publicKey: {
            challenge: '****',
            rpId: 'localhost',
            timeout: 300_000,
            userVerification: 'required',
          },
        },
      },
    ],
    run: async (ctx) => {
      const { options, challenge: made } = await requestOptions(parts, ctx);
      return ctx.db.batch([insertChallenge({ ...made, purpose: 'login', sessionId: null })], {
        publicKey: options,
      });
    },
  });

  const login = defineOperation({
    name: 'auth.passkey_login',
    route: 'POST /auth/passkeys/login',
    summary: 'Log in with a passkey.',
    description: 'It is two factors in one, so no other is asked for.',
    effect: 'write',
    access: 'public',
    realm: 'identity',
    audit: 'login.succeeded',
    input: z.strictObject({ response: Assertion }),
    output: Login,
    errors: ['proof_invalid'],
    examples: [
      {
        title: 'Log in',
        as: 'anonymous',
        input: { response: EXAMPLE_ASSERTION },
        output: {
          ugid: EXAMPLE.person.ugid,
          accessToken: '****',
          expiresIn: 600,
          refreshToken: 'smr_*******************************************',
          tenants: [{ slug: EXAMPLE.tenant.slug, name: EXAMPLE.tenant.name, role: 'owner' }],
        },
      },
    ],
    run: (ctx, { response }) =>
      logIn(parts, ctx, async (tx) => {
        const occasion = { purpose: 'login', sessionId: null } as const;
        const signed = await checkAssertion(parts, ctx, tx, response, occasion);
        if (!signed) return new Refused(new AppError('proof_invalid'), 'login.failed');
        return { personId: signed.personId, method: 'passkey' };
      }),
  });

  return [challenge, login];
}
