import { generateKeyPairSync } from 'node:crypto';
import type { Adapter, Configuration, KoaContextWithOIDC, Provider } from 'oidc-provider';
import { documentFetch, isAllowedRedirect, type FetchPublic } from './clients.ts';
import { PATHS, type Addresses } from './metadata.ts';

/** Seconds. An agent renews its access token; a grant that nobody confirms again ends. */
const ACCESS_SECONDS = 600;
const CODE_SECONDS = 60;
const INTERACTION_SECONDS = 900;
const REFRESH_SECONDS = 30 * 24 * 3600;
/** How long a metadata document is believed, whatever its server says. */
const DOCUMENT_SECONDS = 300;
const MAX_DOCUMENT_BYTES = 16 * 1024;
/** The draft that the library implements; it refuses to start when an update changes it. */
const CLIENT_DOCUMENT_DRAFT = 'draft-02';
const TOKEN_BITS = 256;
const SESSION_COOKIE = 'smarteros_oauth';

/** The form of an agent's tokens, told apart from keys at a glance and by secret scanners. */
export const AGENT_PREFIX = 'sma_';
const REFRESH_PREFIX = 'smar_';

export interface ProviderOptions {
  readonly addresses: Addresses;
  readonly scopes: readonly string[];
  readonly registration: boolean;
  readonly fetchPublic: FetchPublic;
  /** One per kind of record: AccessToken, RefreshToken, Client … */
  readonly adapter: (kind: string) => Adapter;
  readonly cookieKey: string;
  /** Writes the page that tells a person what is wrong, when the client can't be told. `expired`, or OAuth's code. */
  readonly renderError: (ctx: KoaContextWithOIDC, code: string) => void;
  readonly onError: (error: Error) => void;
}

type Library = typeof import('oidc-provider');

function configuration(library: Library, options: ProviderOptions): Configuration {
  const { errors, interactionPolicy } = library;
  const { resource } = options.addresses;
  const { Check, Prompt } = interactionPolicy;
  const asked = new Check('not_asked', 'The person decides each time.', 'consent_required', (ctx) =>
    ctx.oidc.result?.consent === undefined ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT,
  );
  return {
    adapter: options.adapter,
    // The library wants a key for id tokens, which are never made here: this one is thrown away with the process.
    jwks: { keys: [generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ format: 'jwk' })] },
    scopes: [],
    claims: {},
    responseTypes: ['code'],
    clientAuthMethods: ['none'],
    clientDefaults: {
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
      id_token_signed_response_alg: 'ES256',
    },
    cookies: {
      names: { session: SESSION_COOKIE, interaction: 'smarteros_consent', resume: 'smarteros_resume' },
      keys: [options.cookieKey],
    },
    // Who is logged in is known by our own session, which the consent page asks for; nothing is remembered here.
    expiresWithSession: () => false,
    findAccount: (_ctx, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    interactions: {
      policy: [new Prompt({ name: 'consent', requestable: true }, asked)],
      url: (_ctx, { uid }) => `${options.addresses.issuer}${PATHS.consent}/${uid}`,
    },
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    rotateRefreshToken: () => true,
    // Whatever token a client gives back, it has left: the connection ends.
    revokeGrantPolicy: () => true,
    allowOmittingSingleRegisteredRedirectUri: false,
    pkce: { required: () => true },
    formats: { bitsOfOpaqueRandomness: TOKEN_BITS },
    ttl: {
      AccessToken: ACCESS_SECONDS,
      AuthorizationCode: CODE_SECONDS,
      Interaction: INTERACTION_SECONDS,
      RefreshToken: REFRESH_SECONDS,
      Session: INTERACTION_SECONDS,
      Grant: REFRESH_SECONDS,
    },
    fetch: documentFetch(options.fetchPublic),
    fetchResponseBodyLimits: { 'client_id metadata document': MAX_DOCUMENT_BYTES },
    clientBasedCORS: () => false,
    extraClientMetadata: {
      // The validator runs for every client, whether or not it has this property.
      properties: ['redirect_policy'],
      validator: (_ctx, _key, _value, metadata) => {
        const uris: unknown = metadata.redirect_uris;
        if (!Array.isArray(uris) || !uris.every(isAllowedRedirect))
          throw new errors.InvalidClientMetadata('redirect_uris must begin with https:// or be on localhost');
        // The library makes a secret for whoever doesn't say that they want none; no client of ours has one.
        delete metadata.client_secret;
        // The other ways to answer need a page with a script in it, or a client in a browser.
        metadata['response_modes'] = ['query'];
      },
    },
    routes: {
      authorization: PATHS.authorize,
      token: PATHS.token,
      revocation: PATHS.revoke,
      registration: PATHS.register,
    },
    renderError: (ctx, out, error) =>
      options.renderError(ctx, error.name === 'SessionNotFound' ? 'expired' : out.error),
    features: {
      devInteractions: { enabled: false },
      dPoP: { enabled: false },
      pushedAuthorizationRequests: { enabled: false },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
      revocation: {
        enabled: true,
        allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId,
      },
      registration: { enabled: options.registration, issueRegistrationAccessToken: false },
      clientIdMetadataDocument: {
        enabled: true,
        ack: CLIENT_DOCUMENT_DRAFT,
        // A bare host is nobody's document.
        allowFetch: (_ctx, id) => new URL(id).pathname !== '/',
        cacheDuration: { min: DOCUMENT_SECONDS, max: DOCUMENT_SECONDS },
      },
      resourceIndicators: {
        enabled: true,
        // There is only one, so leaving it out means it.
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: (_ctx, indicator) => {
          if (indicator !== resource) throw new errors.InvalidTarget();
          return {
            scope: options.scopes.join(' '),
            audience: resource,
            accessTokenTTL: ACCESS_SECONDS,
            accessTokenFormat: 'opaque',
          };
        },
      },
    },
  };
}

/** Koa believes the Host header and the request line; our address stands in the configuration and nowhere else. */
function pinAddress(provider: Provider, issuer: string): void {
  const { origin, protocol, host, pathname } = new URL(issuer);
  const fixed = (value: unknown): PropertyDescriptor => ({ get: () => value, configurable: true });
  Object.defineProperties(provider.request, {
    origin: fixed(origin),
    protocol: fixed(protocol.slice(0, -1)),
    host: fixed(host),
    secure: fixed(protocol === 'https:'),
    href: fixed(`${origin}/`),
  });
  Object.assign(provider.context, { mountPath: pathname.replace(/\/+$/, '') });
}

/** The library's session is never kept, so nobody needs its cookie. */
function withoutSessionCookie(provider: Provider): void {
  provider.use(async (ctx, next) => {
    await next();
    const kept = [ctx.res.getHeader('set-cookie') ?? []]
      .flat()
      .map(String)
      .filter((cookie) => !cookie.startsWith(SESSION_COOKIE));
    ctx.res.removeHeader('set-cookie');
    if (kept.length > 0) ctx.res.setHeader('set-cookie', kept);
  });
}

function prefixTokens(provider: Provider): void {
  for (const [model, prefix] of [
    [provider.AccessToken, AGENT_PREFIX],
    [provider.RefreshToken, REFRESH_PREFIX],
  ] as const) {
    const prototype = model.prototype as unknown as { generateTokenId: (this: unknown) => string };
    const generate = prototype.generateTokenId;
    prototype.generateTokenId = function prefixed() {
      return prefix + generate.call(this);
    };
  }
}

/** The authorization server, made when first asked for: its modules take memory that an idle installation needn't spend. */
export function lazyProvider(options: ProviderOptions): () => Promise<Provider> {
  let loading: Promise<Provider> | undefined;
  const load = async (): Promise<Provider> => {
    const library = await import('oidc-provider');
    const provider = new library.default(options.addresses.issuer, configuration(library, options));
    pinAddress(provider, options.addresses.issuer);
    withoutSessionCookie(provider);
    prefixTokens(provider);
    provider.on('server_error', (_ctx, error) => options.onError(error));
    // Koa writes to the console when nobody listens. The library's types know only its own events.
    (provider as NodeJS.EventEmitter).on('error', options.onError);
    return provider;
  };
  return () => (loading ??= load());
}
