import type { FastifyInstance } from 'fastify';

/** A new key is published a day before it signs, so that caches may keep the set for a while. */
const CACHE_SECONDS = 300;

/** The public keys of access tokens and of audit checkpoints (RFC 7517), for whoever checks them without asking us. */
export function registerJwks(
  app: FastifyInstance,
  tokens: { published(): Promise<{ keys: readonly object[] }> },
  checkpoints: { readonly jwk: object },
): void {
  app.get('/.well-known/jwks.json', async (_, reply) => {
    const { keys } = await tokens.published();
    return reply
      .header('content-type', 'application/jwk-set+json')
      .header('cache-control', `public, max-age=${CACHE_SECONDS}`)
      .send(JSON.stringify({ keys: [...keys, checkpoints.jwk] }));
  });
}
