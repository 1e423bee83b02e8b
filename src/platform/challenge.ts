import { createHmac } from 'node:crypto';
import { createChallenge, verifySolution, type Challenge, type Solution } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/sha';
import { tokenHash } from '#platform/db/lookups.ts';

export type { Challenge } from 'altcha-lib';

/** About 20,000 hashes: a second of a telephone for one person, hours for who wants ten thousand. */
const WORK = { algorithm: 'SHA-256', cost: 5, keyPrefix: '000' } as const;

/** A solution that counts, if it is the first with that hash. */
interface Solved {
  /** Of the challenge: whoever takes it keeps it until `expiresAt`. */
  readonly hash: Buffer;
  readonly issuedAt: Date;
  readonly expiresAt: Date;
}

/** Proofs of work that need no outside service (ALTCHA version 2). */
export interface Challenges {
  /** A solution serves what it was asked for; `purpose` itself, a number or a form, doesn't stand in it. */
  ask(purpose: string, now: Date): Promise<Challenge>;
  /** `payload`: base64 of `{challenge, solution}`, as the ALTCHA widget makes it. Null when it doesn't count. */
  solved(payload: string, purpose: string, now: Date): Promise<Solved | null>;
}

export function createChallenges(key: string, seconds: number): Challenges {
  const bound = (purpose: string): string =>
    createHmac('sha256', key).update(`challenge\0${purpose}`).digest('base64url');
  return {
    ask: (purpose, now) =>
      createChallenge({
        ...WORK,
        deriveKey,
        expiresAt: Math.floor(now.getTime() / 1000) + seconds,
        data: { for: bound(purpose) },
        hmacSignatureSecret: key,
      }),
    async solved(payload, purpose, now) {
      const given = parse(payload);
      if (!given) return null;
      const { expiresAt = 0, data, nonce } = given.challenge.parameters;
      if (expiresAt <= now.getTime() / 1000 || data?.['for'] !== bound(purpose)) return null;
      try {
        // The signature is looked at first: nobody but us decides how much work checking is.
        const { verified } = await verifySolution({ ...given, deriveKey, hmacSignatureSecret: key });
        if (!verified) return null;
      } catch {
        return null;
      }
      const issuedAt = new Date((expiresAt - seconds) * 1000);
      return { hash: tokenHash(nonce), issuedAt, expiresAt: new Date(expiresAt * 1000) };
    },
  };
}

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
