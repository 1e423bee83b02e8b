import { z } from 'zod';
import { AppError } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { Refused } from '#core/reply.ts';
import { aboutPerson } from '#features/identity/factors/about.ts';
import { lockPerson } from '#features/identity/factors/store.ts';
import type { IdentityParts } from '#features/identity/parts.ts';
import { safeNext, setOut } from './flow.ts';
import { arrived, expiry, travelled } from './operations.ts';
import { Identity, issuer, next, returnedInput } from './schema.ts';
import {
  deleteIdentity,
  insertFlow,
  insertIdentity,
  listIdentities,
  lockIdentity,
  otherLogins,
} from './store.ts';

const example = {
  id: EXAMPLE.person.identityId,
  issuer: 'https://login.example.com',
  email: 'carla@example.com',
  createdAt: EXAMPLE.tenant.createdAt,
  usedAt: EXAMPLE.tenant.createdAt,
};

export function linkOperations(parts: IdentityParts): readonly Operation[] {
  const start = defineOperation({
    name: 'auth.oidc_link',
    route: 'POST /auth/oidc/link',
    summary: 'Set out to link an account at another issuer to me.',
    description: 'Linking needs proof of both: a recent one of mine here, and a login there.',
    words: 'Google Microsoft account · cuenta Google Microsoft',
    effect: 'write',
    access: [{ person: true }],
    realm: 'identity',
    stepUp: true,
    audit: 'identity.link_started',
    input: z.strictObject({ issuer, next }),
    output: z.object({ url: z.string().describe('Where my browser has to go.') }).meta({ id: 'LinkStart' }),
    errors: ['not_found', 'step_up_required'],
    examples: [],
    run: async (ctx, input) => {
      const { sessionId } = ctx.actor.person!;
      const settings = parts.issuers.find(input.issuer);
      const path = safeNext(parts, input.next);
      const { url, state, flow } = await setOut(parts, settings, { sessionId }, path);
      return ctx.db.batch([insertFlow(state, flow, expiry(ctx))], { url });
    },
  });

  const finish = defineOperation({
    name: 'auth.oidc_link_finish',
    route: 'POST /auth/oidc/link/finish',
    summary: 'Link the account that the other issuer vouched for.',
    description: 'In the session that set out.',
    effect: 'write',
    access: [{ person: true }],
    realm: 'identity',
    audit: 'identity.linked',
    input: z.strictObject(returnedInput),
    output: Identity.extend({ next: z.string().describe('Path to go on to.') }).meta({
      id: 'LinkedIdentity',
    }),
    errors: ['federation_failed', 'conflict', 'not_found'],
    examples: [],
    run: async (ctx, input) => {
      const settings = parts.issuers.find(input.issuer);
      const trip = await travelled(parts, ctx, settings, input, 'link');
      return ctx.db.tx(async (tx) => {
        const { id } = ctx.actor.person!;
        const claims = await arrived(ctx, tx, settings, input.state, trip, 'identity.link_failed');
        if (claims instanceof Refused) return claims;
        const [known] = await tx.run(lockIdentity(claims.issuer, claims.subject));
        if (known) return new Refused(linkedAlready(), 'identity.link_failed', id);
        const [row] = await tx.run(
          insertIdentity({ id: ctx.clock.id(), personId: id, ...claims }, ctx.clock.now()),
        );
        return aboutPerson(tx, id, { ...row!, next: trip.next });
      });
    },
  });

  const list = defineOperation({
    name: 'auth.identities',
    route: 'GET /auth/identities',
    summary: 'List my accounts at other issuers.',
    effect: 'read',
    access: [{ person: true }],
    realm: 'identity',
    input: z.strictObject({}),
    output: z.object({ data: z.array(Identity) }).meta({ id: 'Identities' }),
    examples: [{ title: 'Mine', as: 'person', input: {}, output: { data: [example] } }],
    run: async (ctx) => {
      const [data] = await ctx.db.batch([listIdentities(ctx.actor.person!.id)]);
      return { data };
    },
  });

  const unlink = defineOperation({
    name: 'auth.identity_unlink',
    route: 'DELETE /auth/identities/{id}',
    summary: 'Unlink an account at another issuer.',
    effect: 'destroy',
    access: [{ person: true }],
    realm: 'identity',
    stepUp: true,
    audit: 'identity.unlinked',
    input: z.strictObject({ id: z.uuid().describe('Id of the identity.') }),
    output: Identity,
    errors: ['conflict', 'step_up_required'],
    examples: [{ title: 'One of mine', as: 'person', input: { id: example.id }, output: example }],
    run: (ctx, input) =>
      ctx.db.tx(async (tx) => {
        const { id } = ctx.actor.person!;
        await tx.run(lockPerson(id));
        const [left] = await tx.run(otherLogins(id, input.id));
        const [gone] = await tx.run(deleteIdentity(input.id, id));
        if (!gone) throw new AppError('not_found');
        if (!left?.others) throw onlyLogin();
        return aboutPerson(tx, id, gone);
      }),
  });

  return [start, finish, list, unlink];
}

const linkedAlready = (): AppError =>
  new AppError('conflict', {
    detail: {
      en: 'This account is linked already. Whoever has it can unlink it.',
      es: 'Esta cuenta ya está vinculada. Quien la tiene puede desvincularla.',
    },
  });

const onlyLogin = (): AppError =>
  new AppError('conflict', {
    detail: {
      en: 'It is your only way to log in: add a passkey or another one first.',
      es: 'Es su única forma de ingresar: agregue primero una llave de acceso u otra.',
    },
  });
