import type { Ctx } from '#core/context.ts';
import { tokenHash } from '#platform/db/lookups.ts';
import type { IdentityParts } from '#features/identity/parts.ts';
import { ALGORITHMS, relyingParty, webauthn } from './verify.ts';

const CHALLENGE_SECONDS = 300;

interface Credential {
  readonly credential_id: string;
  readonly transports: readonly string[];
}

const toDescriptors = (credentials: readonly Credential[]) =>
  credentials.map(({ credential_id: id, transports }) => ({ id, transports: [...transports] }));

/** Without what is undefined, as it will travel. */
const asJson = <T>(value: T): T & Record<string, unknown> => JSON.parse(JSON.stringify(value)) as never;

const kept = (ctx: Ctx, challenge: string) => ({
  hash: tokenHash(challenge),
  expiresAt: new Date(ctx.clock.now().getTime() + CHALLENGE_SECONDS * 1000),
});

/** What a passkey has to sign. Without `credentials` the browser lets the person choose among all that it has for us. */
export async function requestOptions(
  { publicUrl }: IdentityParts,
  ctx: Ctx,
  credentials: readonly Credential[] = [],
) {
  const { generateAuthenticationOptions } = await webauthn();
  const options = await generateAuthenticationOptions({
    rpID: relyingParty(publicUrl).id,
    timeout: CHALLENGE_SECONDS * 1000,
    userVerification: 'required',
    ...(credentials.length > 0 && { allowCredentials: toDescriptors(credentials) }),
  });
  return { options: asJson(options), challenge: kept(ctx, options.challenge) };
}

/** How the browser makes a passkey for the person: one that can be chosen without a user name, and is unlocked each time. */
export async function creationOptions(
  { publicUrl }: IdentityParts,
  ctx: Ctx,
  person: { id: string; name: string },
  credentials: readonly Credential[],
) {
  const party = relyingParty(publicUrl);
  const { generateRegistrationOptions } = await webauthn();
  const options = await generateRegistrationOptions({
    rpName: party.name,
    rpID: party.id,
    userName: person.name,
    userDisplayName: person.name,
    userID: new Uint8Array(Buffer.from(person.id)),
    timeout: CHALLENGE_SECONDS * 1000,
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: toDescriptors(credentials),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return { options: asJson(options), challenge: kept(ctx, options.challenge) };
}
