import { jwtVerify, SignJWT } from 'jose';
import type { Clock } from '#core/clock.ts';
import { ALGORITHM, type KeyRing } from './keys.ts';

/** Seconds that an access token lives: short, since a program renews it by its refresh token. */
export const ACCESS_SECONDS = 600;
const TYPE = 'at+jwt';
/** One spelling only: no padding, no spare bits, 64 bytes of signature. */
const COMPACT = /^[\w-]+\.[\w-]+\.[\w-]{85}[AQgw]$/;
const UUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** What an access token says: who, and by which login. What they may do is looked up. */
interface AccessClaims {
  readonly personId: string;
  readonly sessionId: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}

export interface AccessTokens {
  /**
   * For before a transaction that issues a token: the signing key is looked up now, as a look from inside, with every
   * connection held by somebody who waits for the key as well, would wait for itself.
   */
  ready(): Promise<void>;
  issue(personId: string, sessionId: string): Promise<string>;
  /** Null for whatever isn't a live token of ours: forged, expired, for another audience, of another type. */
  verify(token: string): Promise<AccessClaims | null>;
}

/** JWT access tokens (RFC 9068 profile): ES256 and nothing else, issuer and audience are this installation. */
export function createAccessTokens(options: { keys: KeyRing; issuer: string; clock: Clock }): AccessTokens {
  const { keys, issuer, clock } = options;
  return {
    async ready() {
      await keys.signer();
    },
    async issue(personId, sessionId) {
      const { kid, key } = await keys.signer();
      const at = Math.floor(clock.now().getTime() / 1000);
      return new SignJWT({ sid: sessionId })
        .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid })
        .setSubject(personId)
        .setIssuer(issuer)
        .setAudience(issuer)
        .setJti(clock.id())
        .setIssuedAt(at)
        .setNotBefore(at)
        .setExpirationTime(at + ACCESS_SECONDS)
        .sign(key);
    },
    async verify(token) {
      if (!COMPACT.test(token)) return null;
      try {
        const { payload } = await jwtVerify(
          token,
          async ({ kid }) => {
            // The header's own key or address (jwk, jku, x5u, x5c) is never looked at: only our ring counts.
            const key = kid === undefined ? undefined : await keys.verifier(kid);
            if (!key) throw new Error('unknown key');
            return key;
          },
          {
            algorithms: [ALGORITHM],
            typ: TYPE,
            issuer,
            audience: issuer,
            requiredClaims: ['sub', 'sid', 'jti', 'iat', 'nbf', 'exp'],
            currentDate: clock.now(),
            maxTokenAge: ACCESS_SECONDS,
          },
        );
        const { sub, sid, iat, exp } = payload;
        if (exp! - iat! > ACCESS_SECONDS) return null;
        if (!UUID.test(sub ?? '') || typeof sid !== 'string' || !UUID.test(sid)) return null;
        return { personId: sub!, sessionId: sid, expiresAt: exp! * 1000 };
      } catch (error) {
        // A database that is down is no forged token: the caller must hear 503, not 401.
        if (error instanceof Error && error.name === 'AppError') throw error;
        return null;
      }
    },
  };
}
