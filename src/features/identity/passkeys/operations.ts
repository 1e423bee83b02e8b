import { z } from 'zod';
import { AppError } from '#core/errors.ts';
import { EXAMPLE, newId } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { aboutPerson, failedProof } from '#features/identity/factors/about.ts';
import { settleRemoval } from '#features/identity/factors/removal.ts';
import { lockPerson } from '#features/identity/factors/store.ts';
import type { IdentityParts } from '#features/identity/parts.ts';
import { findPerson } from '#features/identity/store.ts';
import { ConstraintError } from '#platform/db/errors.ts';
import { EXAMPLE_ATTESTATION, EXAMPLE_CREDENTIAL } from './example.ts';
import { creationOptions } from './options.ts';
import { Attestation, Passkey, passkeyName, PublicKeyOptions } from './schema.ts';
import {
  credentialsOf,
  deletePasskey,
  insertChallenge,
  insertPasskey,
  listPasskeys,
  renamePasskey,
} from './store.ts';
import { checkAttestation } from './verify.ts';

/** As many as anybody has devices. */
const MAX_PASSKEYS = 20;
const id = z.uuid().describe('Id of the passkey.');
const example = {
  id: EXAMPLE.person.passkeyId,
  name: 'Teléfono',
  backedUp: false,
  createdAt: EXAMPLE.tenant.createdAt,
  usedAt: null,
};

export function passkeyOperations(parts: IdentityParts): readonly Operation[] {
  const prepare = defineOperation({
    name: 'auth.passkey_prepare',
    route: 'POST /auth/passkeys/prepare',
    summary: 'Prepare to add a passkey.',
    effect: 'write',
    access: [{ person: true }],
    realm: 'identity',
    stepUp: true,
    audit: 'factor.enrolment_started',
    input: z.strictObject({}),
    output: z.object({ publicKey: PublicKeyOptions }).meta({ id: 'PasskeyCreation' }),
    errors: ['conflict', 'step_up_required'],
    examples: [
      {
        title: 'For navigator.credentials.create',
        as: 'person',
        input: {},
        output: {
          publicKey: {
            challenge: '****',
            rp: { name: 'SmarterOS', id: 'localhost' },
            user: {
              id: Buffer.from(EXAMPLE.person.ugid).toString('base64url'),
              name: EXAMPLE.person.name,
              displayName: EXAMPLE.person.name,
            },
            pubKeyCredParams: [-8, -7, -257].map((alg) => ({ alg, type: 'public-key' })),
            timeout: 300_000,
            attestation: 'none',
            excludeCredentials: [{ id: EXAMPLE_CREDENTIAL, type: 'public-key', transports: ['internal'] }],
            authenticatorSelection: {
              residentKey: 'required',
              userVerification: 'required',
              requireResidentKey: true,
            },
            extensions: { credProps: true },
            hints: [],
          },
        },
      },
    ],
    run: (ctx) =>
      ctx.db.tx(async (tx) => {
        const { id: personId, sessionId } = ctx.actor.person!;
        const [person] = await tx.run(findPerson(personId));
        const credentials = await tx.run(credentialsOf(personId));
        if (credentials.length >= MAX_PASSKEYS) throw tooMany();
        const name = person?.name ?? person?.phone ?? 'SmarterOS';
        const { options, challenge } = await creationOptions(parts, ctx, { id: personId, name }, credentials);
        await tx.run(insertChallenge({ ...challenge, purpose: 'register', sessionId }));
        return aboutPerson(tx, personId, { publicKey: options });
      }),
  });

  const add = defineOperation({
    name: 'auth.passkey_add',
    route: 'POST /auth/passkeys',
    summary: 'Add a passkey.',
    description:
      'It has to be unlocked by PIN, face or finger each time. From then on it can log me in by itself.',
    words: 'fingerprint face key · huella rostro llave',
    effect: 'write',
    access: [{ person: true }],
    realm: 'identity',
    stepUp: true,
    audit: 'factor.added',
    input: z.strictObject({ name: passkeyName, response: Attestation }),
    output: Passkey,
    errors: ['proof_invalid', 'conflict', 'step_up_required'],
    examples: [
      {
        title: 'A new device',
        as: 'person',
        input: { name: 'Computador', response: EXAMPLE_ATTESTATION },
        output: {
          id: newId(1),
          name: 'Computador',
          backedUp: false,
          createdAt: EXAMPLE.now,
          usedAt: null,
        },
      },
    ],
    run: async (ctx, { name, response }) => {
      try {
        return await ctx.db.tx(async (tx) => {
          const { id: personId, sessionId } = ctx.actor.person!;
          await tx.run(lockPerson(personId));
          const info = await checkAttestation(parts, ctx, tx, response, sessionId);
          if (!info) return failedProof(ctx, new AppError('proof_invalid'));
          if ((await tx.run(credentialsOf(personId))).length >= MAX_PASSKEYS) throw tooMany();
          const now = ctx.clock.now();
          const passkey = {
            id: ctx.clock.id(),
            name: name.trim(),
            backedUp: info.credentialBackedUp,
            createdAt: now.toISOString(),
            usedAt: null,
          };
          const { id: credentialId, publicKey, counter } = info.credential;
          const kept = { credentialId, publicKey: Buffer.from(publicKey), counter };
          const transports = response.response.transports ?? [];
          await tx.run(insertPasskey({ ...passkey, ...kept, personId, transports }, now));
          return aboutPerson(tx, personId, passkey);
        });
      } catch (error) {
        const known = error instanceof ConstraintError && error.constraint === 'passkeys_credential';
        throw known ? new AppError('conflict', { cause: error }) : error;
      }
    },
  });

  const list = defineOperation({
    name: 'auth.passkeys',
    route: 'GET /auth/passkeys',
    summary: 'List my passkeys.',
    effect: 'read',
    access: [{ person: true }],
    realm: 'identity',
    input: z.strictObject({}),
    output: z.object({ data: z.array(Passkey) }).meta({ id: 'Passkeys' }),
    examples: [{ title: 'Mine', as: 'person', input: {}, output: { data: [example] } }],
    run: async (ctx) => {
      const [data] = await ctx.db.batch([listPasskeys(ctx.actor.person!.id)]);
      return { data };
    },
  });

  const rename = defineOperation({
    name: 'auth.passkey_rename',
    route: 'PATCH /auth/passkeys/{id}',
    summary: 'Rename a passkey of mine.',
    effect: 'write',
    access: [{ person: true }],
    realm: 'identity',
    audit: 'factor.renamed',
    input: z.strictObject({ id, name: passkeyName }),
    output: Passkey,
    examples: [
      {
        title: 'A better name',
        as: 'person',
        input: { id: example.id, name: 'Teléfono nuevo' },
        output: { ...example, name: 'Teléfono nuevo' },
      },
    ],
    run: (ctx, input) =>
      ctx.db.tx(async (tx) => {
        const [passkey] = await tx.run(renamePasskey(input.id, ctx.actor.person!.id, input.name.trim()));
        if (!passkey) throw new AppError('not_found');
        return passkey;
      }),
  });

  const remove = defineOperation({
    name: 'auth.passkey_remove',
    route: 'DELETE /auth/passkeys/{id}',
    summary: 'Remove a passkey of mine.',
    effect: 'destroy',
    access: [{ person: true }],
    realm: 'identity',
    stepUp: true,
    audit: 'factor.removed',
    input: z.strictObject({ id }),
    output: Passkey,
    errors: ['conflict', 'step_up_required'],
    examples: [{ title: 'A lost device', as: 'person', input: { id: example.id }, output: example }],
    run: (ctx, input) =>
      ctx.db.tx(async (tx) => {
        const { id: personId } = ctx.actor.person!;
        await tx.run(lockPerson(personId));
        const [passkey] = await tx.run(deletePasskey(input.id, personId));
        if (!passkey) throw new AppError('not_found');
        await settleRemoval(tx, personId);
        return aboutPerson(tx, personId, passkey);
      }),
  });

  return [prepare, add, list, rename, remove];
}

const tooMany = (): AppError =>
  new AppError('conflict', {
    detail: {
      en: `You have ${MAX_PASSKEYS} passkeys already: remove one first.`,
      es: `Ya tiene ${MAX_PASSKEYS} llaves de acceso: quite una primero.`,
    },
  });
