import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError, toAppError } from '#core/errors.ts';
import type { Caller, Kernel, Outcome } from '#kernel/types.ts';
import { cookieValues, knockOf, type Cookies } from './knock.ts';
import { gone } from './route.ts';

/** What a browser brings back from an issuer; issuers add more, which nobody reads. */
const RETURNED = ['state', 'code', 'error', 'iss'] as const;
const BINDING_SECONDS = 600;

type Request = FastifyRequest<{ Params: { issuer: string }; Querystring: Record<string, unknown> }>;

/** A login that has ended is no reason not to begin another. */
async function admit(kernel: Kernel, request: FastifyRequest, cookies: Cookies): Promise<Caller> {
  const knock = knockOf(request, cookies);
  try {
    return await kernel.admit(knock);
  } catch (error) {
    if (toAppError(error).code !== 'unauthenticated') throw error;
    return kernel.admit({ ...knock, token: undefined });
  }
}

/**
 * The two addresses that a browser visits when somebody logs in elsewhere. They only run the operations `auth.oidc_*`,
 * and keep in a short-lived cookie that it was this browser that set out.
 */
export function registerOidc(
  app: FastifyInstance,
  kernel: Kernel,
  cookies: Cookies,
  publicUrl: string,
): void {
  const secure = publicUrl.startsWith('https:');
  const binding = secure ? '__Host-smarteros_oidc' : 'smarteros_oidc';

  const call = async (name: string, input: object, request: Request, reply: FastifyReply): Promise<Outcome> =>
    kernel.run({
      operation: kernel.catalogue.find(name)!,
      caller: await admit(kernel, request, cookies),
      input,
      requestId: request.id,
      signal: gone(reply),
    });
  const bind = (reply: FastifyReply, value: string, seconds: number): FastifyReply =>
    reply.header(
      'set-cookie',
      `${binding}=${value}; Max-Age=${seconds}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`,
    );
  const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

  // A prefetch by HEAD would leave a login under way that nobody wants.
  const quiet = { exposeHeadRoute: false };

  app.get('/auth/oidc/:issuer/start', quiet, async (request: Request, reply) => {
    const { issuer } = request.params;
    const { next } = request.query;
    if (next !== undefined && typeof next !== 'string') throw new AppError('malformed_request');
    const input = { issuer, ...(next !== undefined && { next }) };
    const { text: answer } = await call('auth.oidc_start', input, request, reply);
    const started = JSON.parse(answer) as { url: string; binding: string };
    bind(reply, started.binding, BINDING_SECONDS);
    return reply.header('cache-control', 'no-store').redirect(started.url);
  });

  app.get('/auth/oidc/:issuer/callback', quiet, async (request: Request, reply) => {
    const { issuer } = request.params;
    const given = RETURNED.map((name) => [name, text(request.query[name])] as const);
    const returned = Object.fromEntries(given.filter(([, value]) => value !== undefined));
    const linking = returned['state']?.startsWith('link.') === true;
    // Twice the same name: somebody may have put theirs before ours.
    const [bound, ...more] = cookieValues(request, binding);
    const input = { issuer, ...returned, ...(!linking && more.length === 0 && bound && { binding: bound }) };
    if (!linking) bind(reply, '', 0);
    const outcome = await call(linking ? 'auth.oidc_link_finish' : 'auth.oidc_finish', input, request, reply);
    if (outcome.session !== undefined) cookies.write(reply, outcome.session);
    const { next } = JSON.parse(outcome.text) as { next: string };
    return reply
      .header('cache-control', 'no-store')
      .header('referrer-policy', 'no-referrer')
      .redirect(next, 303);
  });
}
