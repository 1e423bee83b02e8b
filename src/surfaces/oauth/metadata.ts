import type { FastifyInstance } from 'fastify';

/** Paths of the authorization server, below the installation's public address. */
export const PATHS = {
  authorize: '/oauth/authorize',
  consent: '/oauth/consent',
  token: '/oauth/token',
  revoke: '/oauth/revoke',
  register: '/oauth/register',
} as const;

const RESOURCE_METADATA = '/.well-known/oauth-protected-resource';
const SERVER_METADATA = ['/.well-known/oauth-authorization-server', '/.well-known/openid-configuration'];
const CACHE = 'public, max-age=300';

export interface Addresses {
  /** Identifier of the authorization server: the public address itself. */
  readonly issuer: string;
  /** The one audience of its tokens (RFC 8707). */
  readonly resource: string;
  readonly resourceMetadata: string;
}

export function addressesOf(publicUrl: string): Addresses {
  const { origin, pathname } = new URL(publicUrl);
  const prefix = pathname.replace(/\/+$/, '');
  return {
    issuer: publicUrl,
    resource: `${publicUrl}/mcp`,
    resourceMetadata: `${origin}${RESOURCE_METADATA}${prefix}/mcp`,
  };
}

interface MetadataOptions {
  readonly addresses: Addresses;
  /** What an agent can be allowed. */
  readonly scopes: readonly string[];
  readonly registration: boolean;
}

/** RFC 9728: where agents of `/mcp` get their tokens. */
const resourceMetadata = ({ addresses, scopes }: MetadataOptions): object => ({
  resource: addresses.resource,
  authorization_servers: [addresses.issuer],
  scopes_supported: scopes,
  bearer_methods_supported: ['header'],
  resource_name: 'SmarterOS',
});

/**
 * RFC 8414. Written by hand, so that reading it doesn't load the library; a test holds it against what the library
 * says of itself. We sign nobody in elsewhere: the two fields that OpenID demands are here for its readers only.
 */
export const serverMetadata = ({ addresses: { issuer }, scopes, registration }: MetadataOptions): object => ({
  issuer,
  authorization_endpoint: issuer + PATHS.authorize,
  token_endpoint: issuer + PATHS.token,
  revocation_endpoint: issuer + PATHS.revoke,
  ...(registration && { registration_endpoint: issuer + PATHS.register }),
  jwks_uri: `${issuer}/.well-known/jwks.json`,
  scopes_supported: scopes,
  response_types_supported: ['code'],
  response_modes_supported: ['query'],
  grant_types_supported: ['authorization_code', 'refresh_token'],
  token_endpoint_auth_methods_supported: ['none'],
  revocation_endpoint_auth_methods_supported: ['none'],
  code_challenge_methods_supported: ['S256'],
  authorization_response_iss_parameter_supported: true,
  client_id_metadata_document_supported: true,
  request_uri_parameter_supported: false,
  subject_types_supported: ['public'],
  id_token_signing_alg_values_supported: ['ES256'],
});

/** A well-known name alone, as a proxy passes it on that strips our path, and with that path behind it (RFC 8414, 9728). */
function placesOf(name: string, path: string): string[] {
  return [...new Set([name, `${name}${path}`])];
}

/** The documents by which a client that knows only the address of `/mcp` finds its way. */
export function registerMetadata(app: FastifyInstance, options: MetadataOptions): void {
  const prefix = new URL(options.addresses.issuer).pathname.replace(/\/+$/, '');
  const serve = (path: string, document: object): void => {
    const text = JSON.stringify(document);
    app.get(path, (_request, reply) =>
      reply.header('cache-control', CACHE).type('application/json; charset=utf-8').send(text),
    );
  };
  for (const path of placesOf(RESOURCE_METADATA, `${prefix}/mcp`)) serve(path, resourceMetadata(options));
  for (const name of SERVER_METADATA) {
    for (const path of placesOf(name, prefix)) serve(path, serverMetadata(options));
  }
}
