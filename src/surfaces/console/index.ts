import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { AppError } from '#core/errors.ts';
import { pageHeaders } from '#surfaces/pages/page.ts';
import { languageOf } from '#surfaces/rest/problems.ts';
import { registerFrame } from './frame.ts';
import { siteHeaders } from './headers.ts';
import { registerLogo } from './logo.ts';
import type { Console, Encoding } from './site.ts';
import { waitingPage } from './waiting-page.ts';

export { createConsole } from './site.ts';

const RETRY_SECONDS = 3;
/** The console's service worker. */
const WORKER = 'sw.js';

/** `br;q=0` means no. */
function encodingOf(header: string | string[] | undefined): Encoding {
  const accepted = String(header ?? '')
    .split(',')
    .filter((part) => !/;\s*q=0(?:\.0*)?\s*$/.test(part))
    .map((part) => part.split(';', 1)[0]!.trim());
  if (accepted.includes('br')) return 'br';
  return accepted.includes('gzip') ? 'gzip' : 'identity';
}

const knows = (header: string | undefined, etag: string): boolean =>
  header !== undefined && header.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);

/**
 * `/app`: the console's files; while it is being built, a page that says so and looks again.
 *
 * @param framed routes of operations whose answer a frame may show
 */
export function registerConsole(app: FastifyInstance, site: Console, framed: readonly string[]): void {
  const quiet = { config: { quiet: true } } as const;

  async function serve(request: FastifyRequest, reply: FastifyReply, path: string): Promise<FastifyReply> {
    const state = site.state();
    if (state.status === 'absent') throw new AppError('not_found');
    if (state.status !== 'ready') {
      return reply
        .code(503)
        .headers({ ...pageHeaders(), 'retry-after': RETRY_SECONDS, refresh: RETRY_SECONDS })
        .send(waitingPage(languageOf(request.headers['accept-language']), state));
    }
    const found = site.find(path);
    if (!found) throw new AppError('not_found');
    const { file, status } = found;
    reply.code(status).headers(siteHeaders(file));
    // By its own place it could answer for what is below /app/, but not for /app itself.
    if (path === WORKER) reply.header('service-worker-allowed', '/app');
    if (status === 200 && knows(request.headers['if-none-match'], file.etag)) return reply.code(304).send();
    const encoding = file.packed ? encodingOf(request.headers['accept-encoding']) : 'identity';
    if (encoding !== 'identity') reply.header('content-encoding', encoding);
    return reply.send(await found.read(encoding));
  }

  for (const route of framed) registerFrame(app, route);
  registerLogo(app);
  app.get('/app', quiet, (request, reply) => serve(request, reply, ''));
  app.get<{ Params: { '*': string } }>('/app/*', quiet, (request, reply) =>
    serve(request, reply, request.params['*'].replace(/\/$/, '')),
  );
  // Invitations name this address: it stays when the console moves. What stands behind # goes along.
  app.get('/join', (_request, reply) => reply.redirect('/app/join', 303));
}
