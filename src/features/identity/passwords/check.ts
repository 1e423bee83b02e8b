import type { Ctx } from '#core/context.ts';
import type { Tx } from '#core/db.ts';
import { AppError } from '#core/errors.ts';
import { guard, peekGuards, refuseWaiting, watch, type Guard } from '#features/identity/factors/throttle.ts';
import type { IdentityParts } from '#features/identity/parts.ts';
import { passwordMatches } from './hash.ts';
import { findPassword } from './store.ts';

/** Wrong guesses before the first wait: of one network at one account, of all at one account, of one network at all. */
const FREE_HERE = 5;
const FREE_ACCOUNT = 20;
const FREE_NETWORK = 20;

/** The account's own network waits first: strangers who guess elsewhere don't shut the person out so soon. */
function guardsOf({ throttleKey: key }: IdentityParts, network: string, username: string): Guard[] {
  return [
    guard(key, 'password here', `${network} ${username}`, FREE_HERE),
    guard(key, 'password account', username, FREE_ACCOUNT),
    guard(key, 'password network', network, FREE_NETWORK, true),
  ];
}

/** A password that was compared; what came out is only told inside the transaction that counts it. */
export interface Compared {
  settle(tx: Tx): Promise<{ personId: string } | AppError>;
}

/**
 * Compares before any transaction, as that takes long, and tells inside one: of parallel guesses no more learn
 * something than would of guesses one by one.
 * @throws AppError rate_limited
 */
export async function checkPassword(
  parts: IdentityParts,
  ctx: Ctx,
  username: string,
  password: string,
): Promise<Compared> {
  if (!parts.passwords) throw switchedOff();
  const guards = guardsOf(parts, ctx.client.network, username);
  const [[known], waiting] = await ctx.db.batch([findPassword(username), peekGuards(guards)]);
  refuseWaiting(waiting, ctx.clock.now());
  const matches = await passwordMatches(known?.hash, password);
  return {
    async settle(tx) {
      const tries = await watch(tx, guards, ctx.clock.now());
      // It may have been changed while we compared.
      const [now] = await tx.run(findPassword(username));
      if (known && matches && now?.hash === known.hash) {
        await tries.passed();
        return { personId: known.person_id };
      }
      await tries.failed();
      return new AppError('login_failed');
    },
  };
}

export const switchedOff = (): AppError =>
  new AppError('forbidden', {
    detail: {
      en: 'Passwords are switched off on this installation.',
      es: 'Las contraseñas están desactivadas en esta instalación.',
    },
  });
