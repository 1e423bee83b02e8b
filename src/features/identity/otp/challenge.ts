import { AppError } from '#core/errors.ts';
import type { Ctx } from '#core/context.ts';
import type { Tx } from '#core/db.ts';
import type { IdentityParts } from '#features/identity/parts.ts';
import { createChallenges } from '#platform/challenge.ts';
import { useChallenge } from './store.ts';

const CHALLENGE_SECONDS = 600;

/**
 * Takes the solution of a challenge for that number, once.
 * @throws AppError challenge_required, with a new challenge in `data`, when there is none or it doesn't count
 */
export async function requireSolution(
  { challengeKey }: Pick<IdentityParts, 'challengeKey'>,
  ctx: Ctx,
  tx: Tx,
  { phone, payload }: { phone: string; payload: string | undefined },
): Promise<void> {
  const challenges = createChallenges(challengeKey, CHALLENGE_SECONDS);
  const now = ctx.clock.now();
  const solved = payload === undefined ? null : await challenges.solved(payload, phone, now);
  if (solved) {
    const [first] = await tx.run(useChallenge(solved.hash, solved.expiresAt));
    if (first) return;
  }
  throw new AppError('challenge_required', { data: { challenge: await challenges.ask(phone, now) } });
}
