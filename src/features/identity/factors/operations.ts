import { z } from 'zod';
import { AppError } from '#core/errors.ts';
import { defineOperation, type Operation } from '#core/operation.ts';
import { aboutPerson } from './about.ts';
import { isStrong } from './proof.ts';
import { newRecoveryCodes, recoveryHash } from './recovery.ts';
import { Factors, RecoveryCodes } from './schema.ts';
import {
  deleteRecoveryCodes,
  insertRecoveryCodes,
  lockPerson,
  setAlwaysAsk,
  strengthOf,
  type Strength,
} from './store.ts';

const toFactors = (strength: Strength): z.infer<typeof Factors> => ({
  totp: strength.totp,
  passkeys: strength.passkeys,
  recoveryCodes: strength.recovery_codes,
  username: strength.username,
  alwaysAsk: strength.always_ask,
});

const list = defineOperation({
  name: 'auth.factors',
  route: 'GET /auth/factors',
  summary: 'Say how I can prove that it is me.',
  words: 'my security settings · mi seguridad',
  effect: 'read',
  access: [{ person: true }],
  realm: 'identity',
  input: z.strictObject({}),
  output: Factors,
  examples: [
    {
      title: 'Mine',
      as: 'person',
      input: {},
      output: { totp: false, passkeys: 1, recoveryCodes: 1, username: 'carla', alwaysAsk: false },
    },
  ],
  run: async (ctx) => {
    const [[strength]] = await ctx.db.batch([strengthOf(ctx.actor.person!.id)]);
    return toFactors(strength!);
  },
});

const alwaysAsk = defineOperation({
  name: 'auth.always_ask',
  route: 'PUT /auth/always-ask',
  summary: 'Decide whether every login asks for my second factor.',
  description: 'Without it, only sensitive acts do.',
  effect: 'write',
  access: [{ person: true }],
  realm: 'identity',
  stepUp: true,
  audit: 'factor.policy_changed',
  input: z.strictObject({ on: z.boolean().describe('Ask at every login.') }),
  output: Factors,
  errors: ['conflict', 'step_up_required'],
  examples: [
    {
      title: 'Ask always',
      as: 'person',
      input: { on: true },
      output: { totp: false, passkeys: 1, recoveryCodes: 1, username: 'carla', alwaysAsk: true },
    },
  ],
  run: (ctx, { on }) =>
    ctx.db.tx(async (tx) => {
      const { id } = ctx.actor.person!;
      await tx.run(lockPerson(id));
      const [strength] = await tx.run(strengthOf(id));
      if (on && !isStrong(strength!)) throw nothingToAsk();
      await tx.run(setAlwaysAsk(id, on, ctx.clock.now()));
      return aboutPerson(tx, id, { ...toFactors(strength!), alwaysAsk: on });
    }),
});

const recoveryCodes = defineOperation({
  name: 'auth.recovery_codes',
  route: 'POST /auth/recovery-codes',
  summary: 'Make new recovery codes.',
  description: 'Ten, shown once, in this answer. The ones before stop working.',
  words: 'backup codes · códigos de respaldo',
  effect: 'write',
  access: [{ person: true }],
  realm: 'identity',
  stepUp: true,
  audit: 'factor.recovery_codes_made',
  input: z.strictObject({}),
  output: RecoveryCodes,
  errors: ['conflict', 'step_up_required'],
  examples: [
    {
      title: 'Ten new ones',
      as: 'person',
      input: {},
      output: { recoveryCodes: Array.from({ length: 10 }, () => '****') },
    },
  ],
  run: (ctx) =>
    ctx.db.tx(async (tx) => {
      const { id } = ctx.actor.person!;
      await tx.run(lockPerson(id));
      const [strength] = await tx.run(strengthOf(id));
      if (!isStrong(strength!)) throw nothingToAsk();
      const codes = newRecoveryCodes();
      const hashes = codes.map((one) => recoveryHash(id, one));
      await tx.run(deleteRecoveryCodes(id));
      await tx.run(insertRecoveryCodes(id, hashes, ctx.clock.now()));
      return aboutPerson(tx, id, { recoveryCodes: codes });
    }),
});

const nothingToAsk = (): AppError =>
  new AppError('conflict', {
    detail: {
      en: 'You have no second factor yet: add an app or a passkey first.',
      es: 'Aún no tiene un segundo factor: agregue primero una aplicación o una llave de acceso.',
    },
  });

export const factorOperations: readonly Operation[] = [list, alwaysAsk, recoveryCodes];
