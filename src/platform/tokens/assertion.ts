import { SignJWT } from 'jose';
import type { Clock } from '#core/clock.ts';
import { ALGORITHM, type KeyRing } from './keys.ts';

/** Seconds that an assertion lives: as long as a service needs to read it, and no replay needs more. */
const ASSERTION_SECONDS = 30;
/** Another type than an access token's: neither passes for the other. */
const TYPE = 'smarteros-assertion+jwt';

/** What a service behind the proxy is told of a caller. */
export interface Assertion {
  /** UGID of a person, `<kind>:<id>` of anything else. */
  readonly subject: string;
  readonly kind: string;
  /** Slug of the company; null outside of any. */
  readonly tenant: string | null;
  readonly roles: readonly string[];
  readonly scopes: readonly string[];
}

/**
 * Signs assertions (JWT, ES256, our published keys) for one service each, so that a service need not believe a header.
 * None outlives its caller's credential. `expiresAt`: epoch milliseconds.
 */
export function createAssertions(options: { keys: KeyRing; issuer: string; clock: Clock }) {
  const { keys, issuer, clock } = options;
  return async (assertion: Assertion, audience: string, expiresAt: number | null): Promise<string> => {
    const { kid, key } = await keys.signer();
    const now = Math.floor(clock.now().getTime() / 1000);
    const end = expiresAt === null ? Infinity : Math.ceil(expiresAt / 1000);
    const { subject, kind, tenant, roles, scopes } = assertion;
    return new SignJWT({ kind, tenant, roles, scope: scopes.join(' ') })
      .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid })
      .setSubject(subject)
      .setIssuer(issuer)
      .setAudience(audience)
      .setJti(clock.id())
      .setIssuedAt(now)
      .setNotBefore(now)
      .setExpirationTime(Math.min(now + ASSERTION_SECONDS, end))
      .sign(key);
  };
}

export type Assertions = ReturnType<typeof createAssertions>;
