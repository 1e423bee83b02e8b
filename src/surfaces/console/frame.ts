import type { FastifyInstance } from 'fastify';
import { languageOf } from '#surfaces/rest/problems.ts';
import { markup } from '#surfaces/pages/html.ts';
import { pageHeaders } from '#surfaces/pages/page.ts';
import { framePage } from './frame-page.ts';
import { personHeaders } from './person.ts';

/** Nothing that could lead to another path. */
const ID = /^[\w-]{1,64}$/;
/** Only `http:` and `https:`; whatever an instance is called, nothing else is framed. */
function originOf(url: unknown): string | undefined {
  const parsed = typeof url === 'string' ? URL.parse(url) : null;
  return parsed && ['http:', 'https:'].includes(parsed.protocol) ? parsed.origin : undefined;
}

/**
 * `/app/frame/<path of the operation>?company=…`: a page that holds nothing but what an engine shows, e.g. a dashboard. The
 * console's own pages are files, the same for everybody, and allow frames of this origin only. This one is made for who
 * asks: it has the API answer in that person's name, and its policy allows that one address. So no page tells which
 * instances there are, and a company's own engine can be framed by that company's people alone.
 *
 * @param route e.g. `POST /reports/{id}/embed`: of an operation whose answer has the `url` of a page
 */
export function registerFrame(app: FastifyInstance, route: string): void {
  const [method, path] = route.split(' ', 2) as ['POST', string];
  app.get<{ Params: Readonly<Record<string, string>>; Querystring: { readonly company?: string } }>(
    `/app/frame${path.replace(/\{(\w+)\}/g, ':$1')}`,
    { config: { quiet: true } },
    async (request, reply) => {
      const site = request.headers['sec-fetch-site'];
      const language = languageOf(request.headers['accept-language']);
      const ours = site === undefined || site === 'same-origin';
      const answer =
        ours && Object.values(request.params).every((id) => ID.test(id))
          ? await app.inject({
              method,
              url: path.replace(/\{(\w+)\}/g, (_, name: string) => request.params[name]!),
              headers: personHeaders(request, request.query.company ?? ''),
              remoteAddress: request.socket.remoteAddress ?? '',
            })
          : undefined;
      const told = answer?.json<{ url?: unknown; title?: unknown; detail?: unknown }>();
      const origin = originOf(told?.url);
      const body =
        answer?.statusCode === 200 && origin !== undefined
          ? markup`<iframe title="${origin}" src="${String(told!.url)}" referrerpolicy="no-referrer" sandbox="allow-scripts allow-same-origin allow-popups allow-downloads allow-forms"></iframe>`
          : markup`<p role="alert">${wordsOf(told, language)}</p>`;
      return reply
        .code(answer?.statusCode ?? 404)
        .headers({ ...pageHeaders(), ...framePage.headers(origin) })
        .send(framePage.html(language, body));
    },
  );
}

function wordsOf(told: { title?: unknown; detail?: unknown } | undefined, language: 'es' | 'en'): string {
  const words = [told?.title, told?.detail].filter((one) => typeof one === 'string');
  if (words.length > 0) return words.join('. ');
  return language === 'es' ? 'Esta página no se puede mostrar.' : 'This page can’t be shown.';
}
