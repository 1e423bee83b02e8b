import type { FastifyInstance, FastifyRequest } from 'fastify';
import { begin, inside, isTraceparent, isTracing, type Span } from '#platform/tracing.ts';

const SPAN = 'span';
const SERVER_ERROR = 500;

declare module 'fastify' {
  interface FastifyRequest {
    [SPAN]?: Span | undefined;
  }
}

/**
 * A span per request, named by its route's template. Adds nothing while no traces are sent. Registered before the
 * hook that logs the request, which then stands in its trace.
 */
export function registerTracing(app: FastifyInstance): void {
  if (!isTracing()) return;
  app.decorateRequest(SPAN);
  app.addHook('onRequest', (request, _, done) => {
    const route = routeOf(request);
    const given = request.headers['traceparent'];
    request[SPAN] = begin(`${request.method} ${route}`, {
      kind: 'server',
      parent: isTraceparent(given) ? given : undefined,
      attributes: {
        'http.request.method': request.method,
        'http.route': route,
        'smarteros.request_id': request.id,
      },
    });
    inside(request[SPAN], done);
  });
  // What is read of a body comes by its socket, outside of the span.
  app.addHook('preValidation', (request, _, done) => inside(request[SPAN], done));
  app.addHook('onResponse', (request, reply, done) => {
    const span = request[SPAN];
    span?.set({ 'http.response.status_code': reply.statusCode });
    if (reply.statusCode >= SERVER_ERROR) span?.fail(String(reply.statusCode));
    span?.end();
    inside(span, done);
  });
}

const routeOf = (request: FastifyRequest): string => request.routeOptions.url ?? '(none)';
