import type { Issuers } from './federation/issuers.ts';
import type { Sealer } from '#platform/seal.ts';
import type { AccessTokens } from '#platform/tokens/access.ts';

/** What the app gives this feature: keys that only it may use. */
export interface IdentityParts {
  readonly tokens: AccessTokens;
  /** Key of the codes' hashes. */
  readonly codeKey: Buffer;
  /** Seals codes until they are sent. */
  readonly sealer: Sealer;
  /** Seals secrets of second factors, and of logins that are under way elsewhere. */
  readonly factorSealer: Sealer;
  /** Key of the names under which wrong guesses are counted. */
  readonly throttleKey: Buffer;
  /** Where browsers reach us: passkeys belong to its host. */
  readonly publicUrl: string;
  /** Whether people may log in with a password. */
  readonly passwords: boolean;
  /** Where else people may log in. */
  readonly issuers: Issuers;
  /** Of Clerk's messages; without it they are not taken in. */
  readonly clerkSecret?: string | undefined;
  /** Signs challenges. */
  readonly challengeKey: string;
  /** Where codes may be sent, and how many of the whole platform a day. */
  readonly otp: { readonly countries: readonly string[]; readonly dailySends: number };
  /** Whether anything here sends mail: without it no address can be proved. */
  readonly mails: boolean;
  /** Of the tokens in invitations' links. */
  readonly invitationKey: Buffer;
  /** The token by which the first operator is made. */
  readonly setup: { matches(token: string): boolean; drop(): void };
}
