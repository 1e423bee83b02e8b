import { createHmac } from 'node:crypto';
import { createChallenge, verifySolution, type Challenge, type Solution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import { AppError } from '#core/errors.ts';
import type { Ctx } from '#core/context.ts';
import type { Tx } from '#core/db.ts';
import type { IdentityParts } from '#features/identity/parts.ts';
import { tokenHash } from '#platform/db/lookups.ts';
import { useChallenge } from './store.ts';

/** About 20,000 hashes: a second of a telephone for one person, hours for who wants ten thousand. */
const WORK = { algorithm: 'SHA-256', cost: 5, keyPrefix: '000' } as const;
const CHALLENGE_SECONDS = 600;

type Keys = Pick<IdentityParts, 'challengeKey'>;

/** A solution serves the number that it was asked for; the number itself needs not stand in it. */
const bound = (key: string, phone: string): string =>
  createHmac('sha256', key).update(`challenge\0${phone}`).digest('base64url');

function newChallenge({ challengeKey }: Keys, phone: string, now: Date): Promise<Challenge> {
  return createChallenge({
    ...WORK,
    deriveKey,
    expiresAt: Math.floor(now.getTime() / 1000) + CHALLENGE_SECONDS,
    data: { for: bound(challengeKey, phone) },
    hmacSignatureSecret: challengeKey,
  });
}

/** Base64 of `{challenge, solution}`, as the ALTCHA widget makes it. */
function parse(payload: string): { challenge: Challenge; solution: Solution } | null {
  try {
    const { challenge, solution } = JSON.parse(Buffer.from(payload, 'base64').toString()) as Record<
      string,
      unknown
    >;
    const { parameters, signature } = challenge as Partial<Challenge>;
    if (typeof signature !== 'string' || typeof parameters?.nonce !== 'string') return null;
    return { challenge: challenge as Challenge, solution: solution as Solution };
  } catch {
    return null;
  }
}

async function isSolved(
  { challengeKey }: Keys,
  payload: { challenge: Challenge; solution: Solution },
  phone: string,
  now: Date,
): Promise<boolean> {
  const { parameters } = payload.challenge;
  if ((parameters.expiresAt ?? 0) <= now.getTime() / 1000) return false;
  if (parameters.data?.['for'] !== bound(challengeKey, phone)) return false;
  try {
    // The signature is looked at first: nobody but us decides how much work checking is.
    const { verified } = await verifySolution({
      ...payload,
      deriveKey,
      hmacSignatureSecret: challengeKey,
    });
    return verified;
  } catch {
    return false;
  }
}

/**
 * Takes the solution of a challenge, once.
 * @throws AppError challenge_required, with a new challenge in `data`, when there is none or it doesn't count
 */
export async function requireSolution(
  keys: Keys,
  ctx: Ctx,
  tx: Tx,
  { phone, payload }: { phone: string; payload: string | undefined },
): Promise<void> {
  const now = ctx.clock.now();
  const given = payload === undefined ? null : parse(payload);
  if (given && (await isSolved(keys, given, phone, now))) {
    const { nonce, expiresAt } = given.challenge.parameters;
    const [first] = await tx.run(useChallenge(tokenHash(nonce), new Date(expiresAt! * 1000)));
    if (first) return;
  }
  throw new AppError('challenge_required', { data: { challenge: await newChallenge(keys, phone, now) } });
}
