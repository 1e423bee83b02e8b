import type { FastifyInstance } from 'fastify';

const PREFLIGHT_SECONDS = 600;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** False: no page of another site ever calls this route. */
    readonly crossOrigin?: false;
  }
}

/**
 * Lets listed web sites call the API from browsers, e.g. to send the contact form. Credentials travel in the
 * Authorization header only, so no cookie is ever allowed across origins.
 */
export function registerCors(app: FastifyInstance, origins: readonly string[]): void {
  const allowed = new Set(origins);
  app.addHook('onRequest', (request, reply, done) => {
    const { origin } = request.headers;
    if (origin === undefined || request.routeOptions.config.crossOrigin === false) return done();
    reply.header('vary', 'Origin');
    if (!allowed.has(origin)) return done();
    reply.headers({
      'access-control-allow-origin': origin,
      'access-control-expose-headers':
        'ETag, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id, Idempotency-Replayed, WWW-Authenticate',
    });
    if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) {
      return done();
    }
    // Answered here, so nothing comes after it.
    return void reply
      .headers({
        'access-control-allow-methods': 'GET, POST, PATCH, PUT, DELETE',
        'access-control-allow-headers':
          'Authorization, Content-Type, Idempotency-Key, If-Match, Last-Event-ID, Prefer, X-Request-Id, MCP-Protocol-Version, Mcp-Method, Mcp-Name',
        'access-control-max-age': PREFLIGHT_SECONDS,
      })
      .code(204)
      .send();
  });
}
