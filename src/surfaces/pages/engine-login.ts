import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '#core/errors.ts';
import type { Caller, Kernel } from '#kernel/types.ts';
import { knockOf, type Cookies } from '#surfaces/rest/knock.ts';
import { languageOf } from '#surfaces/rest/problems.ts';
import { gone } from '#surfaces/rest/route.ts';
import { messagePage, type MessageName } from './message-page.ts';
import { pathHere } from './next.ts';
import { pageHeaders } from './page.ts';

export interface EngineLoginOptions {
  readonly kernel: Pick<Kernel, 'admit' | 'run' | 'catalogue'>;
  readonly cookies: Cookies;
  readonly publicUrl: string;
}

type Request = FastifyRequest<{
  Params: { engine: string; company: string };
  Querystring: Record<string, unknown>;
}>;

/** Where something isn't as it should be on our side or the engine's. */
const FAILED: ReadonlySet<string> = new Set(['internal', 'unavailable', 'engine_unreachable']);

/**
 * Where an engine's own login page sends people: who is logged in here goes back with a ticket, who isn't logs in
 * first. Goes nowhere else: the engine's code says which address is its own.
 */
export function registerEngineLogin(
  app: FastifyInstance,
  { kernel, cookies, publicUrl }: EngineLoginOptions,
): void {
  const prefix = new URL(publicUrl).pathname.replace(/\/+$/, '');
  const launch = kernel.catalogue.find('engines.launch')!;

  const say = (request: Request, reply: FastifyReply, status: number, name: MessageName): FastifyReply => {
    const language = languageOf(request.headers['accept-language']);
    return reply.code(status).headers(pageHeaders()).send(messagePage(language, name));
  };

  /** Undefined: nobody, or their session has ended. */
  async function callerOf(request: Request, tenant?: string): Promise<Caller | undefined> {
    const token = cookies.read(request);
    if (token === undefined) return undefined;
    try {
      const caller = await kernel.admit({ ...knockOf(request), token, tenant });
      return caller.actor.person && caller;
    } catch (error) {
      if (error instanceof AppError && error.code === 'unauthenticated') return undefined;
      throw error;
    }
  }

  async function answer(request: Request, reply: FastifyReply, caller: Caller): Promise<FastifyReply> {
    const { redirect_uri: uri, state } = request.query;
    const { text } = await kernel.run({
      operation: launch,
      caller,
      input: { engine: request.params.engine, back: { uri, state } },
      requestId: request.id,
      signal: gone(reply),
    });
    const { url, reason } = JSON.parse(text) as { url: string; reason: string | null };
    if (reason === 'no_user') return say(request, reply, 403, 'no_engine_user');
    if (reason !== null) return say(request, reply, 400, 'no_engine_login');
    return reply
      .headers({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
      .redirect(url, 303);
  }

  // A prefetch by HEAD would make a ticket that nobody wants.
  const quiet = { exposeHeadRoute: false };
  app.get('/login/engines/:engine/:company', quiet, async (request: Request, reply) => {
    // As long as it fits into the login page's address.
    const here = pathHere(`${prefix}${request.url}`);
    if (here === undefined) return say(request, reply, 400, 'no_engine_login');
    try {
      if (!(await callerOf(request)))
        return await reply.redirect(`${prefix}/login?next=${encodeURIComponent(here)}`, 303);
      const caller = await callerOf(request, request.params.company);
      if (!caller?.actor.tenant) return await say(request, reply, 403, 'no_engine_user');
      return await answer(request, reply, caller);
    } catch (error) {
      if (!(error instanceof AppError) || error.code === 'rate_limited') throw error;
      const failed = FAILED.has(error.code);
      return say(request, reply, failed ? 503 : 400, failed ? 'failed' : 'no_engine_login');
    }
  });
}
