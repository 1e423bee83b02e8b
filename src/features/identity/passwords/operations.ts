import { z } from 'zod';
import { AppError, invalidField } from '#core/errors.ts';
import { EXAMPLE } from '#core/example.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { Refused } from '#core/reply.ts';
import { aboutPerson } from '#features/identity/factors/about.ts';
import { isStrong } from '#features/identity/factors/proof.ts';
import { lockPerson, revokeSessionsOf, strengthOf } from '#features/identity/factors/store.ts';
import { logIn } from '#features/identity/login.ts';
import type { IdentityParts } from '#features/identity/parts.ts';
import { Login } from '#features/identity/schema.ts';
import { ConstraintError } from '#platform/db/errors.ts';
import { checkPassword, switchedOff } from './check.ts';
import { hashPassword } from './hash.ts';
import { judgePassword } from './policy.ts';
import { deletePassword, upsertPassword } from './store.ts';

const MAX_PASSWORD = 256;
const password = z.string().min(1).max(MAX_PASSWORD);
const newUsername = z
  .string()
  .min(3)
  .max(32)
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/)
  .meta({
    'x-expects': {
      en: 'must have letters, digits, dots, dashes and underscores, and begin with a letter or digit',
      es: 'debe tener letras, dígitos, puntos y guiones, y comenzar con letra o dígito',
    },
  })
  .describe('Unique on this installation; case doesn’t matter.');
const Username = z.object({ username: z.string().nullable() }).meta({ id: 'LocalLogin' });

export function passwordOperations(parts: IdentityParts): readonly Operation[] {
  const login = defineOperation({
    name: 'auth.password_login',
    route: 'POST /auth/password/login',
    summary: 'Log in with user name and password.',
    description:
      'For places without internet. The answer and its time are the same whether the name exists or not; after wrong tries it takes longer and longer until the next is looked at.',
    effect: 'write',
    access: 'public',
    realm: 'identity',
    audit: 'login.succeeded',
    input: z.strictObject({ username: z.string().min(1).max(100), password }),
    output: Login,
    errors: ['login_failed', 'second_factor_required', 'forbidden'],
    examples: [
      {
        title: 'Log in',
        as: 'anonymous',
        input: { username: 'Carla', password: EXAMPLE.person.password },
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
      const compared = await checkPassword(parts, ctx, input.username.toLowerCase(), input.password);
      return logIn(parts, ctx, async (tx) => {
        const found = await compared.settle(tx);
        if (found instanceof AppError) return new Refused(found, 'login.failed');
        return { personId: found.personId, method: 'password' };
      });
    },
  });

  const set = defineOperation({
    name: 'auth.password_set',
    route: 'PUT /auth/password',
    summary: 'Choose user name and password for logins without internet.',
    description:
      '15 characters or more; 8 beside a second factor, which every such login then asks for. Ends my other sessions.',
    effect: 'write',
    access: [{ person: true }],
    realm: 'identity',
    stepUp: true,
    audit: 'factor.password_set',
    input: z.strictObject({ username: newUsername, password }),
    output: Username,
    errors: ['step_up_required', 'forbidden'],
    examples: [
      {
        title: 'A long one',
        as: 'person',
        input: { username: 'Carla', password: 'tres tristes tigres' },
        output: { username: 'carla' },
      },
    ],
    run: async (ctx, input) => {
      if (!parts.passwords) throw switchedOff();
      const { id, sessionId } = ctx.actor.person!;
      const username = input.username.toLowerCase();
      const hash = await hashPassword(input.password);
      try {
        return await ctx.db.tx(async (tx) => {
          await tx.run(lockPerson(id));
          const [strength] = await tx.run(strengthOf(id));
          const { short } = judgePassword(input.password, username, isStrong(strength!));
          const now = ctx.clock.now();
          await tx.run(upsertPassword({ personId: id, username, hash, short, now }));
          await tx.run(revokeSessionsOf(id, sessionId, now));
          return aboutPerson(tx, id, { username });
        });
      } catch (error) {
        const taken = error instanceof ConstraintError && error.constraint === 'passwords_username';
        throw taken
          ? invalidField('username', 'taken', { en: 'is taken', es: 'ya está en uso' })
          : (error as Error);
      }
    },
  });

  const remove = defineOperation({
    name: 'auth.password_remove',
    route: 'DELETE /auth/password',
    summary: 'Give up my local login.',
    description: 'Removing it again changes nothing.',
    effect: 'destroy',
    access: [{ person: true }],
    realm: 'identity',
    stepUp: true,
    audit: 'factor.password_removed',
    input: z.strictObject({}),
    output: Username,
    errors: ['step_up_required'],
    examples: [{ title: 'Remove', as: 'person', input: {}, output: { username: null } }],
    run: (ctx) =>
      ctx.db.tx(async (tx) => {
        const { id } = ctx.actor.person!;
        await tx.run(deletePassword(id));
        return aboutPerson(tx, id, { username: null });
      }),
  });

  return [login, set, remove];
}
