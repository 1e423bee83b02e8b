import type { FastifyInstance, FastifyReply, FastifyRequest, RouteHandlerMethod } from 'fastify';
import type { Provider } from 'oidc-provider';
import type { Kernel } from '#kernel/types.ts';
import { PATHS } from './metadata.ts';

interface EndpointOptions {
  readonly kernel: Pick<Kernel, 'admit'>;
  readonly provider: () => Promise<Provider>;
  /** What an agent asks for that doesn't say. */
  readonly defaultScopes: readonly string[];
  readonly registration: boolean;
}

/** The authorization server's own endpoints. The library reads and answers these requests itself. */
export function registerEndpoints(app: FastifyInstance, options: EndpointOptions): void {
  const { kernel, provider, defaultScopes } = options;

  async function handOver(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { callback } = await handler();
    for (const [name, value] of Object.entries(reply.getHeaders())) {
      if (value !== undefined) reply.raw.setHeader(name, value);
    }
    reply.hijack();
    await callback(request.raw, reply.raw);
  }

  const pass: RouteHandlerMethod = (request, reply) => handOver(request, reply);

  let made: Promise<{ callback: ReturnType<Provider['callback']> }> | undefined;
  const handler = () => (made ??= provider().then((one) => ({ callback: one.callback() })));

  void app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // Left in the stream for the library, which has a limit of its own.
    scope.addContentTypeParser('*', (_request, _body, done) => done(null));
    scope.addHook('onRequest', async (request) => {
      await kernel.admit({ ip: request.ip, token: undefined });
    });
    scope.get(PATHS.authorize, (request, reply) => {
      const { searchParams } = new URL(request.url, 'http://localhost');
      if (!searchParams.get('scope')) {
        searchParams.set('scope', defaultScopes.join(' '));
        request.raw.url = `${PATHS.authorize}?${searchParams.toString()}`;
      }
      return handOver(request, reply);
    });
    scope.get(`${PATHS.authorize}/:uid`, pass);
    scope.post(PATHS.token, pass);
    scope.post(PATHS.revoke, pass);
    if (options.registration) scope.post(PATHS.register, pass);
  });
}
