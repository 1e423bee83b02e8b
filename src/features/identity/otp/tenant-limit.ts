import type { Clock } from '#core/clock.ts';
import type { Tx } from '#core/db.ts';
import { AppError } from '#core/errors.ts';
import { slotsAt } from './slots.ts';
import { countInTenant } from './store.ts';

/**
 * Counts one act of the transaction's company (over role app), for what it may do only so often: invitations, codes
 * for its people.
 * @throws AppError rate_limited beyond `perHour` or `perDay` (at least the last 24 hours); the act isn't counted then
 */
export async function takeTenantLimit(
  tx: Tx,
  clock: Clock,
  limit: { name: string; perHour: number; perDay: number },
): Promise<void> {
  const { slot, since, secondsLeft } = slotsAt(clock.now());
  const [counted] = await tx.run(countInTenant(limit.name, slot, since));
  if (counted!.hour <= limit.perHour && counted!.day <= limit.perDay) return;
  throw new AppError('rate_limited', {
    detail: {
      en: `This company has done that too often. Try again in ${secondsLeft} s.`,
      es: `Esta empresa lo ha hecho demasiadas veces. Intente de nuevo en ${secondsLeft} s.`,
    },
    retryAfterSeconds: secondsLeft,
  });
}
