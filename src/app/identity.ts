import type { Clock } from '#core/clock.ts';
import type { IdentityParts } from '#features/identity/index.ts';
import type { Pool } from '#platform/db/pool.ts';
import { createSealer } from '#platform/seal.ts';
import { deriveSecret } from '#platform/secrets.ts';
import { createAccessTokens } from '#platform/tokens/access.ts';
import { createKeyRing, type KeyRing } from '#platform/tokens/keys.ts';

/** Keys and tokens of logins, all derived from the installation's secret or kept in its database. */
export function createIdentity(options: {
  pool: Pool;
  secret: Buffer;
  issuer: string;
  otp: IdentityParts['otp'];
  clock: Clock;
}): {
  readonly parts: IdentityParts;
  readonly keys: KeyRing;
} {
  const { secret, issuer, otp, clock } = options;
  const keys = createKeyRing(options);
  return {
    keys,
    parts: {
      tokens: createAccessTokens({ keys, issuer, clock }),
      codeKey: Buffer.from(deriveSecret(secret, 'one-time codes'), 'base64url'),
      sealer: createSealer(secret, 'one-time code'),
      challengeKey: deriveSecret(secret, 'challenges'),
      otp,
    },
  };
}
