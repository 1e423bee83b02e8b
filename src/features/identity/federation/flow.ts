import { randomBytes } from 'node:crypto';
import type { Ctx } from '#core/context.ts';
import { AppError, invalidField } from '#core/errors.ts';
import type { IdentityParts } from '#features/identity/parts.ts';
import { tokenHash } from '#platform/db/lookups.ts';
import { issuerFailure, openid, type IssuerSettings } from './issuers.ts';
import type { Flow } from './store.ts';

/** How long somebody may stay at the issuer. */
export const FLOW_SECONDS = 600;
const BINDING_BYTES = 32;

export type Purpose = 'login' | 'link';

const redirectUri = ({ publicUrl }: IdentityParts, { name }: IssuerSettings): string =>
  `${publicUrl}/auth/oidc/${name}/callback`;

/**
 * A path of ours to go on to after a login, as browsers read it.
 * @throws AppError invalid_input for whatever leads anywhere else
 */
export function safeNext({ publicUrl }: IdentityParts, next: string): string {
  const { origin } = new URL(publicUrl);
  const url = URL.parse(next, origin);
  // `//evil`, `/\evil`, `/\t/evil` and `https:evil` are other hosts to a browser.
  const path = url && `${url.pathname}${url.search}${url.hash}`;
  if (url?.origin === origin && next.startsWith('/') && path && !path.startsWith('//')) return path;
  throw invalidField('next', 'path', {
    en: 'must be a path on this site, like /contacts',
    es: 'debe ser una ruta de este sitio, como /contacts',
  });
}

/** Where the browser has to go, and what we keep until it comes back. */
export async function setOut(
  parts: IdentityParts,
  settings: IssuerSettings,
  bound: { sessionId: string } | null,
  next: string,
): Promise<{ url: string; state: Buffer; binding: string | null; flow: Flow }> {
  const config = await parts.issuers.connect(settings);
  const library = await openid();
  const [verifier, nonce] = [library.randomPKCECodeVerifier(), library.randomNonce()];
  // The issuer knows one address of ours for both; its prefix tells the browser's route which operation is meant.
  const purpose: Purpose = bound ? 'link' : 'login';
  const state = `${purpose}.${library.randomState()}`;
  const url = library.buildAuthorizationUrl(config, {
    redirect_uri: redirectUri(parts, settings),
    scope: settings.scopes,
    state,
    nonce,
    code_challenge: await library.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
    // Whoever is to be linked has to be there: another's login that lies around in the browser isn't enough.
    ...(bound && { prompt: 'login' }),
  });
  const binding = bound ? null : randomBytes(BINDING_BYTES).toString('base64url');
  return {
    url: url.href,
    state: tokenHash(state),
    binding,
    flow: {
      issuer: settings.name,
      browser: binding === null ? null : tokenHash(binding),
      session_id: bound?.sessionId ?? null,
      sealed: parts.factorSealer.seal(JSON.stringify({ verifier, nonce })),
      next,
    },
  };
}

/** What the issuer sent the browser back with. */
export interface Returned {
  readonly state: string;
  readonly code?: string | undefined;
  readonly error?: string | undefined;
  readonly iss?: string | undefined;
}

export interface Claims {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
  readonly name: string | null;
}

const MAX_TEXT = 200;
const short = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' && !/\p{Cc}/u.test(value)
    ? value.trim().slice(0, MAX_TEXT)
    : null;

/** Exchanges the code for who it is about. An error says why not. */
export async function comeBack(
  parts: IdentityParts,
  settings: IssuerSettings,
  flow: Flow,
  returned: Returned,
): Promise<Claims | AppError> {
  if (returned.error !== undefined) return new AppError('federation_failed');
  try {
    const config = await parts.issuers.connect(settings);
    const library = await openid();
    const { verifier, nonce } = JSON.parse(parts.factorSealer.open(flow.sealed)) as Record<string, string>;
    const current = new URL(redirectUri(parts, settings));
    for (const name of ['state', 'code', 'iss'] as const)
      if (returned[name] !== undefined) current.searchParams.set(name, returned[name]);
    const tokens = await library.authorizationCodeGrant(config, current, {
      expectedState: returned.state,
      ...(verifier && { pkceCodeVerifier: verifier }),
      ...(nonce && { expectedNonce: nonce }),
      idTokenExpected: true,
    });
    const { iss, sub, email, name } = tokens.claims()!;
    return { issuer: iss, subject: sub, email: short(email)?.toLowerCase() ?? null, name: short(name) };
  } catch (error) {
    return error instanceof AppError ? error : issuerFailure(error);
  }
}

/** Whether the one who comes back is the one who set out, and for the same. */
export function isSameTraveller(ctx: Ctx, flow: Flow, purpose: Purpose, binding?: string): boolean {
  if (purpose === 'link') return flow.session_id !== null && flow.session_id === ctx.actor.person?.sessionId;
  return flow.browser !== null && binding !== undefined && tokenHash(binding).equals(flow.browser);
}
