import type { Ctx } from '#core/context.ts';
import type { Tx } from '#core/db.ts';
import { AppError } from '#core/errors.ts';
import { CODE_TRIES, codeHash, sameHash, type Purpose } from '#features/identity/codes.ts';
import type { IdentityParts } from '#features/identity/parts.ts';
import { parsePhone } from '#platform/phone.ts';
import { NETWORK_FAILURES, NUMBER_FAILURES, TIERS } from './budget.ts';
import { COUNTERS, hoursBefore, tally, tooMuch, waitOf } from './pace.ts';
import { slotsAt } from './slots.ts';
import {
  count,
  countNumberFailure,
  counts,
  countTry,
  forgetNumberFailures,
  lockBudget,
  lockCode,
  numberState,
  useCode,
  voidCode,
} from './store.ts';

export interface CodeGuess {
  /** E.164. */
  readonly phone: string;
  readonly purpose: Purpose;
  /** Of somebody logged in: a code that was asked for by anybody else doesn't count. */
  readonly personId: string | null;
  /** As the person wrote it. */
  readonly code: string;
}

/**
 * Uses a code up, or says why not. A wrong guess is counted in this transaction: answer it with a `Refused` of the
 * error, so that the count is committed; throwing it would undo the count.
 * @throws AppError rate_limited when this network guessed too often
 */
export async function checkCode(
  { codeKey }: IdentityParts,
  ctx: Ctx,
  tx: Tx,
  { phone, purpose, personId, code: written }: CodeGuess,
): Promise<AppError | null> {
  const now = ctx.clock.now();
  const { slot, since, secondsLeft } = slotsAt(now);
  const [code] = await tx.run(lockCode(phone, purpose));
  if (!code || code.person_id !== personId || Date.parse(code.expires_at) <= now.getTime())
    return new AppError('otp_expired');
  const isRight = sameHash(codeHash(codeKey, written.replace(/\s/g, ''), phone, purpose), code.hash);

  // Right or wrong, what follows is the same until it is decided whether the guess counts at all.
  await tx.run(lockBudget(!isRight));
  const [number] = await tx.run(numberState(phone, hoursBefore(now, 1), hoursBefore(now, 24)));
  const [failed, failedFrom] = [COUNTERS.failed(code.digits), COUNTERS.failedFrom(ctx.client.network)];
  const before = tally(await tx.run(counts([failed, failedFrom], slot, since)));
  if (before(failedFrom).hour >= NETWORK_FAILURES) throw tooMuch(secondsLeft);
  const tier = TIERS.findIndex(({ digits }) => digits === code.digits);
  if (before(failed).day >= TIERS[tier]!.failures || number!.failures >= NUMBER_FAILURES[tier]!) {
    await tx.run(voidCode(phone, purpose, now));
    return new AppError('otp_expired');
  }
  if (isRight) {
    await tx.run(useCode(code.id, now));
    await tx.run(forgetNumberFailures(phone));
    const { country } = parsePhone(phone, '');
    if (country !== undefined) await tx.run(count([COUNTERS.verifiedIn(country)], slot, since));
    return null;
  }
  const tries = code.tries + 1;
  await tx.run(countTry(code.id, tries, tries >= CODE_TRIES ? now : null));
  await tx.run(countNumberFailure(phone, now));
  await tx.run(count([failed, failedFrom], slot, since));
  return tries < CODE_TRIES ? wrongCode(CODE_TRIES - tries) : spent(Math.max(1, waitOf(number!, now)));
}

const wrongCode = (left: number): AppError =>
  new AppError('otp_invalid', {
    detail: {
      en: `The code is not right. Tries left: ${left}.`,
      es: `El código no es correcto. Intentos restantes: ${left}.`,
    },
  });

const spent = (seconds: number): AppError =>
  new AppError('otp_tries_exceeded', {
    detail: {
      en: `Too many wrong codes. A new one can be asked for in ${seconds} s.`,
      es: `Demasiados códigos incorrectos. Podrá pedir uno nuevo en ${seconds} s.`,
    },
    retryAfterSeconds: seconds,
  });
