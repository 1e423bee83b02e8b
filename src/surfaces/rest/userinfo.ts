import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Kernel } from '#kernel/types.ts';
import { bearer } from './knock.ts';

interface Shown {
  readonly engine: string;
  readonly tenantId: string;
  readonly token: string;
}

type Request = FastifyRequest<{
  Params: { engine: string; tenant: string };
  Querystring: Record<string, unknown>;
}>;

const REFUSAL = { error: 'invalid_token' };

/** As a header, or as engines do that know nothing better; both at once is nobody's. */
function tokenOf(request: Request): string | undefined {
  const header = bearer(request);
  const { access_token: asked } = request.query;
  if (header !== undefined) return asked === undefined ? header : undefined;
  return typeof asked === 'string' ? asked : undefined;
}

/**
 * Where an engine asks whose ticket it was shown: not an operation, since the ticket is all that its caller has. What
 * isn't a live ticket is refused in the same words, whatever it is, and counts against the caller's address.
 */
export function registerUserinfo(
  app: FastifyInstance,
  kernel: Pick<Kernel, 'admit'>,
  read: (shown: Shown) => Promise<object | undefined>,
): void {
  // A look by HEAD would use the ticket up.
  const options = { exposeHeadRoute: false };
  app.get('/login/engines/:engine/:tenant/userinfo', options, async (request: Request, reply) => {
    const { engine, tenant } = request.params;
    const token = tokenOf(request);
    reply.header('cache-control', 'no-store');
    const holder = token === undefined ? undefined : await read({ engine, tenantId: tenant, token });
    if (holder) return holder;
    await kernel.admit({ ip: request.ip, token: undefined });
    return reply.code(401).header('www-authenticate', 'Bearer error="invalid_token"').send(REFUSAL);
  });
}
