import { randomUUID } from 'node:crypto';
import fastify, { type FastifyInstance } from 'fastify';
import type { Log } from '#core/context.ts';
import { AppError } from '#core/errors.ts';
import type { Kernel } from '#kernel/types.ts';
import { registerBodyParser } from './body.ts';
import { registerCors } from './cors.ts';
import { createCookies } from './knock.ts';
import { sendProblem, toHttpError } from './problems.ts';
import { refuseAddress, refuseBytes } from './refusals.ts';
import { CALLER, placesOf, refuseOtherMethods, registerOperation } from './route.ts';
import { registerTracing } from './trace.ts';

/** Largest request body that is read. */
const BODY_LIMIT_BYTES = 1024 * 1024;
const REQUEST_TIMEOUT_MS = 30_000;
const MAX_REQUEST_ID = 64;
const REQUEST_ID = /^[\w.-]+$/;

export interface ServerOptions {
  readonly kernel: Kernel;
  readonly log: Log;
  /** Where browsers reach us: decides the session cookie. */
  readonly publicUrl: string;
  readonly corsOrigins: readonly string[];
  readonly trustedProxies: readonly string[];
  /** Where a browser is sent that asks for /. */
  readonly home: () => string;
  /** Called when an answer has left, with the route's template, never its URL. */
  readonly observe: (method: string, route: string, status: number, seconds: number) => void;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** True: only what goes wrong is logged. A proxy asks for each picture of a page, and keeps a log of its own. */
    readonly quiet?: true;
  }
}

/** The HTTP server with one route per operation. Other surfaces register themselves on it. */
export function createServer({
  kernel,
  log,
  publicUrl,
  corsOrigins,
  trustedProxies,
  home,
  observe,
}: ServerOptions): FastifyInstance {
  const app = fastify({
    logger: false,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    forceCloseConnections: 'idle',
    // Its own answer to latecomers is no problem document; ours run to the end.
    return503OnClosing: false,
    trustProxy: trustedProxies.length > 0 ? [...trustedProxies] : false,
    routerOptions: { maxParamLength: 500, ignoreTrailingSlash: true },
    frameworkErrors: refuseAddress,
    clientErrorHandler: refuseBytes,
    // A caller's id is taken over when it is harmless, so that traces join up.
    genReqId: (request) => {
      const given = request.headers['x-request-id'];
      return typeof given === 'string' && given.length <= MAX_REQUEST_ID && REQUEST_ID.test(given)
        ? given
        : randomUUID();
    },
  });

  app.decorateRequest(CALLER);
  registerTracing(app);
  registerBodyParser(app);
  registerCors(app, corsOrigins);
  app.addHook('onRequest', (request, reply, done) => {
    reply.header('x-request-id', request.id).header('x-content-type-options', 'nosniff');
    done();
  });
  app.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? '(none)';
    observe(request.method, route, reply.statusCode, reply.elapsedTime / 1000);
    if (request.routeOptions.config.quiet && reply.statusCode < 300) return done();
    log.info(
      {
        requestId: request.id,
        method: request.method,
        route,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'request',
    );
    done();
  });
  app.setNotFoundHandler((request, reply) => sendProblem(request, reply, new AppError('not_found')));
  app.setErrorHandler((error, request, reply) => {
    const known = toHttpError(error);
    if (known.code === 'internal') log.error({ err: error, requestId: request.id }, 'request failed');
    return sendProblem(request, reply, known);
  });
  const parts = { kernel, cookies: createCookies(publicUrl), home };
  for (const compiled of kernel.catalogue.operations)
    for (const place of placesOf(compiled)) registerOperation(app, parts, compiled, place);
  refuseOtherMethods(app, kernel.catalogue.operations);
  return app;
}
