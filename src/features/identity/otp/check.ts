import type { Ctx } from '#core/context.ts';
import type { Tx } from '#core/db.ts';
import { AppError } from '#core/errors.ts';
import { CODE_TRIES, codeHash, sameHash, type Purpose } from '#features/identity/codes.ts';
import type { IdentityParts } from '#features/identity/parts.ts';
import { countTry, lockCode, useCode } from './store.ts';

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
 */
export async function checkCode(
  { codeKey }: IdentityParts,
  ctx: Ctx,
  tx: Tx,
  { phone, purpose, personId, code: written }: CodeGuess,
): Promise<AppError | null> {
  const given = codeHash(codeKey, written.replace(/\s/g, ''), phone, purpose);
  const now = ctx.clock.now();
  const [code] = await tx.run(lockCode(phone, purpose));
  if (!code || code.person_id !== personId || Date.parse(code.expires_at) <= now.getTime())
    return new AppError('otp_expired');
  if (!sameHash(given, code.hash)) {
    const tries = code.tries + 1;
    await tx.run(countTry(code.id, tries, tries >= CODE_TRIES ? now : null));
    return wrongCode(CODE_TRIES - tries);
  }
  await tx.run(useCode(code.id, now));
  return null;
}

function wrongCode(left: number): AppError {
  if (left <= 0) return new AppError('otp_expired');
  return new AppError('otp_invalid', {
    detail: {
      en: `The code is not right. Tries left: ${left}.`,
      es: `El código no es correcto. Intentos restantes: ${left}.`,
    },
  });
}
