import type { Clock } from '#core/clock.ts';
import { createIssuers, type IdentityParts, type IssuerSettings } from '#features/identity/index.ts';
import type { Pool } from '#platform/db/pool.ts';
import { createSealer } from '#platform/seal.ts';
import { deriveSecret } from '#platform/secrets.ts';
import { dropSetupToken, isSetupToken } from '#platform/setup-token.ts';
import { createAccessTokens } from '#platform/tokens/access.ts';
import { createCheckpoints, type Checkpoints } from '#platform/tokens/checkpoints.ts';
import { createKeyRing, type KeyRing } from '#platform/tokens/keys.ts';

/** Keys and tokens of logins, all derived from the installation's secret or kept in its database. */
export function createIdentity(options: {
  pool: Pool;
  secret: Buffer;
  home: string;
  issuer: string;
  clock: Clock;
  passwords?: boolean;
  issuers?: readonly IssuerSettings[];
  clerkSecret?: string | undefined;
  otp: IdentityParts['otp'];
  mails: boolean;
}): {
  readonly parts: IdentityParts;
  readonly keys: KeyRing;
  /** Of the hashes by which deleted companies are recognised. */
  readonly tombstoneKey: Buffer;
  /** Of the links by which people withdraw their consent. */
  readonly consentKey: Buffer;
  /** Signs how far the audit has come. */
  readonly checkpoints: Checkpoints;
} {
  const { secret, home, issuer, clock, passwords = true, issuers = [], clerkSecret, otp, mails } = options;
  const keys = createKeyRing(options);
  return {
    keys,
    checkpoints: createCheckpoints(secret, issuer),
    consentKey: Buffer.from(deriveSecret(secret, 'consent links'), 'base64url'),
    tombstoneKey: Buffer.from(deriveSecret(secret, 'deleted companies'), 'base64url'),
    parts: {
      tokens: createAccessTokens({ keys, issuer, clock }),
      codeKey: Buffer.from(deriveSecret(secret, 'one-time codes'), 'base64url'),
      sealer: createSealer(secret, 'one-time code'),
      factorSealer: createSealer(secret, 'second factor'),
      throttleKey: Buffer.from(deriveSecret(secret, 'throttles'), 'base64url'),
      publicUrl: issuer,
      passwords,
      issuers: createIssuers(issuers, clock),
      clerkSecret,
      challengeKey: deriveSecret(secret, 'challenges'),
      otp,
      mails,
      invitationKey: Buffer.from(deriveSecret(secret, 'invitations'), 'base64url'),
      setup: { matches: (token) => isSetupToken(home, token), drop: () => dropSetupToken(home) },
    },
  };
}
