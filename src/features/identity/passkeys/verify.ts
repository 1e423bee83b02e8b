import type { VerifiedRegistrationResponse } from '@simplewebauthn/server';
import type { Ctx } from '#core/context.ts';
import type { Tx } from '#core/db.ts';
import { tokenHash } from '#platform/db/lookups.ts';
import type { IdentityParts } from '#features/identity/parts.ts';
import type { Assertion, Attestation } from './schema.ts';
import { lockCredential, takeChallenge, usePasskey, type ChallengePurpose } from './store.ts';

/** Loaded at the first passkey: a command line and a worker never see one. */
export const webauthn = (): Promise<typeof import('@simplewebauthn/server')> =>
  import('@simplewebauthn/server');

/** COSE: EdDSA, ES256, RS256; what every authenticator can, and every Node can check. */
export const ALGORITHMS = [-8, -7, -257];

/** Passkeys belong to a host name, and answers to them come from its pages. */
export function relyingParty(publicUrl: string): { id: string; origin: string; name: string } {
  const { hostname, origin } = new URL(publicUrl);
  return { id: hostname, origin, name: 'SmarterOS' };
}

/** The challenge that the browser says it signed; whether it did is looked at later. */
function challengeOf(clientDataJSON: string): string | null {
  try {
    const data = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString()) as { challenge?: unknown };
    return typeof data.challenge === 'string' ? data.challenge : null;
  } catch {
    return null;
  }
}

export interface Occasion {
  readonly purpose: ChallengePurpose;
  /** The login that asked for the challenge; null for logins themselves. */
  readonly sessionId: string | null;
}

/** Uses the challenge up. Null when it isn't live, or was given to somebody else or for something else. */
async function takenChallenge(
  ctx: Ctx,
  tx: Tx,
  clientDataJSON: string,
  { purpose, sessionId }: Occasion,
): Promise<string | null> {
  const challenge = challengeOf(clientDataJSON);
  if (challenge === null) return null;
  const [taken] = await tx.run(takeChallenge(tokenHash(challenge), purpose, sessionId, ctx.clock.now()));
  return taken ? challenge : null;
}

/**
 * Looks at a signature: challenge, origin, host, user verification, counter. Null when anything is wrong; the challenge
 * is used up then, so answer with a `Refused`.
 */
export async function checkAssertion(
  { publicUrl }: IdentityParts,
  ctx: Ctx,
  tx: Tx,
  response: Assertion,
  occasion: Occasion,
): Promise<{ personId: string } | null> {
  const challenge = await takenChallenge(ctx, tx, response.response.clientDataJSON, occasion);
  const [credential] = await tx.run(lockCredential(response.id));
  if (challenge === null || !credential) return null;
  const { userHandle } = response.response;
  if (userHandle && Buffer.from(userHandle, 'base64url').toString() !== credential.person_id) return null;
  const party = relyingParty(publicUrl);
  const { verifyAuthenticationResponse } = await webauthn();
  const verified = await verifyAuthenticationResponse({
    response: asAnswered(response) as never,
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    credential: {
      id: response.id,
      publicKey: new Uint8Array(credential.public_key),
      counter: credential.counter,
    },
    // It throws for whatever a stranger sends; nothing of ours runs inside.
  }).catch(() => null);
  if (!verified?.verified) return null;
  const { newCounter, credentialBackedUp } = verified.authenticationInfo;
  await tx.run(usePasskey(credential.id, newCounter, credentialBackedUp, ctx.clock.now()));
  return { personId: credential.person_id };
}

/** The same for a new passkey. */
export async function checkAttestation(
  { publicUrl }: IdentityParts,
  ctx: Ctx,
  tx: Tx,
  response: Attestation,
  sessionId: string,
): Promise<NonNullable<VerifiedRegistrationResponse['registrationInfo']> | null> {
  const occasion = { purpose: 'register', sessionId } as const;
  const challenge = await takenChallenge(ctx, tx, response.response.clientDataJSON, occasion);
  if (challenge === null) return null;
  const party = relyingParty(publicUrl);
  const { verifyRegistrationResponse } = await webauthn();
  const verified = await verifyRegistrationResponse({
    response: asAnswered(response) as never,
    expectedChallenge: challenge,
    expectedOrigin: party.origin,
    expectedRPID: party.id,
    requireUserVerification: true,
    supportedAlgorithmIDs: ALGORITHMS,
  }).catch(() => null);
  return verified?.registrationInfo ?? null;
}

/** The library wants this member, which it doesn't read; programs leave it out. */
const asAnswered = (response: Assertion | Attestation): object => ({
  ...response,
  clientExtensionResults: response.clientExtensionResults ?? {},
});
