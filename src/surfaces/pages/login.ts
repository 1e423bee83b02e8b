import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '#core/errors.ts';
import type { Caller, Kernel } from '#kernel/types.ts';
import { knockOf, type Cookies } from '#surfaces/rest/knock.ts';
import { languageOf } from '#surfaces/rest/problems.ts';
import { LOGIN_SCRIPT, loginPage } from './login-page.ts';
import { LOGIN_SOURCE } from './login-script.ts';
import { safeNext } from './next.ts';
import { pageHeaders } from './page.ts';

/** GET /login: phone, code, and on to `next`. Who is logged in already goes there at once. */
export function registerLogin(
  app: FastifyInstance,
  { kernel, cookies }: { kernel: Pick<Kernel, 'admit'>; cookies: Cookies },
): void {
  /** Nobody when the session has ended. */
  async function callerOf(request: FastifyRequest): Promise<Caller | undefined> {
    try {
      return await kernel.admit(knockOf(request, cookies));
    } catch (error) {
      if (error instanceof AppError && error.code === 'unauthenticated') return undefined;
      throw error;
    }
  }

  app.get<{ Querystring: { next?: unknown } }>('/login', async (request, reply) => {
    const next = safeNext(request.query.next);
    const caller = await callerOf(request);
    if (caller?.actor.person) return reply.redirect(next, 303);
    const language = languageOf(request.headers['accept-language']);
    return reply.headers(pageHeaders({ script: true })).send(loginPage(language, next));
  });
  app.get(`/${LOGIN_SCRIPT}`, (_request, reply) =>
    reply.header('cache-control', 'no-cache').type('text/javascript; charset=utf-8').send(LOGIN_SOURCE),
  );
}
