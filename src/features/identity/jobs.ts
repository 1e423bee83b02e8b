import { defineJob, type JobDefinition } from '#core/job.ts';
import type { Sealer } from '#platform/seal.ts';
import type { KeyRing } from '#platform/tokens/keys.ts';
import { codeText } from './codes.ts';
import { codeRequested } from './events.ts';
import { cleanCodes } from './otp/jobs.ts';
import { findCodeToSend, insertDevelopmentMessage, unsealCode } from './store.ts';

/** A code lives for minutes: trying for hours would send what no longer works. */
const SEND_ATTEMPTS = 4;

export function identityJobs(parts: {
  sealer: Sealer;
  keys: KeyRing;
  /** Whether messages may go nowhere but into `smarteros messages`. */
  development: boolean;
}): readonly JobDefinition[] {
  const sendCode = defineJob({
    name: 'identity.send_code',
    summary: 'Send a one-time code.',
    realm: 'identity',
    on: codeRequested,
    attempts: SEND_ATTEMPTS,
    run: async (ctx, event) => {
      const { id } = event.data;
      const [[code]] = await ctx.db.batch([findCodeToSend(id)]);
      if (!code?.sealed || Date.parse(code.expires_at) <= ctx.clock.now().getTime()) return;
      if (!parts.development) throw new Error('no sender of codes is configured');
      const text = codeText(parts.sealer.open(code.sealed), code.language);
      const message = { id, to: code.phone, text, at: ctx.clock.now() };
      await ctx.db.batch([insertDevelopmentMessage(message), unsealCode(id)], { id });
    },
  });

  const rotateKeys = defineJob({
    name: 'identity.rotate_keys',
    summary: 'Replace the key of access tokens every 30 days.',
    realm: 'identity',
    every: '17 4 * * *',
    run: () => parts.keys.rotate(),
  });

  return [sendCode, rotateKeys, cleanCodes];
}
