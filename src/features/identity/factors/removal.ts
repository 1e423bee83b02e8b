import type { Tx } from '#core/db.ts';
import { AppError } from '#core/errors.ts';
import { isStrong } from './proof.ts';
import { deleteRecoveryCodes, strengthOf } from './store.ts';

/**
 * For after a factor was deleted, in the same transaction: recovery codes stand for a factor, and go with the last.
 * @throws AppError conflict when it was the last one and the password is too short to stand alone
 */
export async function settleRemoval(tx: Tx, personId: string): Promise<void> {
  const [strength] = await tx.run(strengthOf(personId));
  if (isStrong(strength!)) return;
  if (strength!.short !== true) {
    await tx.run(deleteRecoveryCodes(personId));
    return;
  }
  throw new AppError('conflict', {
    detail: {
      en: 'Your password counts only with a second factor. Choose one of 15 characters or more first.',
      es: 'Su contraseña solo sirve con un segundo factor. Elija primero una de 15 caracteres o más.',
    },
  });
}
