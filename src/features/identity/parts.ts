import type { Sealer } from '#platform/seal.ts';
import type { AccessTokens } from '#platform/tokens/access.ts';

/** What the app gives this feature: keys that only it may use. */
export interface IdentityParts {
  readonly tokens: AccessTokens;
  /** Key of the codes' hashes. */
  readonly codeKey: Buffer;
  /** Seals codes until they are sent. */
  readonly sealer: Sealer;
  /** Signs challenges. */
  readonly challengeKey: string;
  /** Where codes may be sent, and how many of the whole platform a day. */
  readonly otp: { readonly countries: readonly string[]; readonly dailySends: number };
}
