import type { Configuration, CustomFetch } from 'openid-client';
import { AppError } from '#core/errors.ts';
import type { Clock } from '#core/clock.ts';
import { HttpError, httpRequest } from '#platform/http.ts';

/** An issuer that people may log in with, as the settings say (SMARTEROS_OIDC_ISSUERS). */
export interface IssuerSettings {
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string | undefined;
  readonly scopes: string;
  /** Whether somebody nobody knows becomes a new person. */
  readonly signUp: boolean;
}

/** How long an issuer's own description is believed. */
const DESCRIPTION_MS = 3_600_000;
const TIMEOUT_SECONDS = 10;
const RETRY_SECONDS = 10;

/** The library is loaded at the first login elsewhere: a command line never has one. */
export const openid = (): Promise<typeof import('openid-client')> => import('openid-client');

/** The library's calls through our door: in time, small, without redirects. The operator chose the address. */
const throughOurDoor: CustomFetch = async (url, { method, headers, body, signal }) => {
  if (body !== undefined && body !== null && !(body instanceof URLSearchParams) && typeof body !== 'string')
    throw new TypeError('a body that is no text');
  const {
    status,
    headers: answered,
    text,
  } = await httpRequest({
    method,
    url,
    headers,
    ...(body && { body: String(body) }),
    ...(signal && { signal }),
  });
  const { 'content-encoding': _, 'content-length': __, ...names } = answered;
  return new Response(text === '' ? null : text, { status, headers: names });
};

/** Somebody else's fault: away or not as described. Nothing of it is the caller's business. */
export function issuerFailure(error: unknown): AppError {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if (cause instanceof HttpError)
      return new AppError('unavailable', { retryAfterSeconds: RETRY_SECONDS, cause: error });
  return new AppError('federation_failed', { cause: error });
}

export interface Issuers {
  readonly list: readonly IssuerSettings[];
  /** @throws AppError not_found */
  find(name: string): IssuerSettings;
  /** What the library needs to talk with it. @throws AppError unavailable */
  connect(settings: IssuerSettings): Promise<Configuration>;
}

export function createIssuers(list: readonly IssuerSettings[], clock: Clock): Issuers {
  const known = new Map<string, { at: number; described: Promise<Configuration> }>();

  async function describe({ issuer, clientId, clientSecret }: IssuerSettings): Promise<Configuration> {
    const library = await openid();
    const local = issuer.startsWith('http:') ? [library.allowInsecureRequests] : [];
    return library.discovery(
      new URL(issuer),
      clientId,
      undefined,
      clientSecret === undefined ? library.None() : library.ClientSecretBasic(clientSecret),
      {
        [library.customFetch]: throughOurDoor,
        timeout: TIMEOUT_SECONDS,
        // Its tokens are believed for their signature, not for the connection that they came by.
        execute: [library.enableNonRepudiationChecks, ...local],
      },
    );
  }

  return {
    list,
    find(name) {
      const found = list.find((one) => one.name === name);
      if (!found) throw new AppError('not_found');
      return found;
    },
    async connect(settings) {
      const now = clock.now().getTime();
      let entry = known.get(settings.name);
      if (!entry || now - entry.at > DESCRIPTION_MS) {
        entry = { at: now, described: describe(settings) };
        known.set(settings.name, entry);
        entry.described.catch(() => known.delete(settings.name));
      }
      return entry.described.catch((error: unknown) => {
        throw new AppError('unavailable', { retryAfterSeconds: RETRY_SECONDS, cause: error });
      });
    },
  };
}
