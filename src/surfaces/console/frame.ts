import type { FastifyInstance, FastifyRequest } from 'fastify';
import { languageOf } from '#surfaces/rest/problems.ts';
import { markup } from '#surfaces/pages/html.ts';
import { pageHeaders } from '#surfaces/pages/page.ts';
import { framePage } from './frame-page.ts';

interface Asked {
  readonly id?: string;
  readonly company?: string;
}

const ID = /^\d{1,18}$/;
const FORWARDED = ['cookie', 'accept-language', 'x-forwarded-for', 'x-forwarded-proto', 'host'] as const;

/** The person's own request, as the page would send it. */
function headersOf({ headers }: FastifyRequest, company: string): Record<string, string> {
  const kept = FORWARDED.flatMap((name) =>
    typeof headers[name] === 'string' ? [[name, headers[name]]] : [],
  );
  return {
    ...(Object.fromEntries(kept) as Record<string, string>),
    'x-smarteros-tenant': company,
    // Checked below: the browser says so of the frame itself.
    'sec-fetch-site': 'same-origin',
  };
}

/** Only `http:` and `https:`; whatever an instance is called, nothing else is framed. */
function originOf(url: unknown): string | undefined {
  const parsed = typeof url === 'string' ? URL.parse(url) : null;
  return parsed && ['http:', 'https:'].includes(parsed.protocol) ? parsed.origin : undefined;
}

/**
 * `/app/frame/dashboard?id=…&company=…`: a page that holds nothing but a dashboard of Metabase. The console's own pages are
 * files, the same for everybody, and allow frames of this origin only. This one is made for who asks: it has the API
 * sign the dashboard in that person's name, and its policy allows that one address. So no page tells which instances
 * there are, and a company's own Metabase can be framed by that company's people alone.
 */
export function registerFrame(app: FastifyInstance): void {
  app.get<{ Querystring: Asked }>(
    '/app/frame/dashboard',
    { config: { quiet: true } },
    async (request, reply) => {
      const { id = '', company = '' } = request.query;
      const site = request.headers['sec-fetch-site'];
      const language = languageOf(request.headers['accept-language']);
      const ours = site === undefined || site === 'same-origin';
      const answer =
        ours && ID.test(id)
          ? await app.inject({
              method: 'POST',
              url: `/metabase/dashboards/${id}/embed`,
              headers: headersOf(request, company),
              remoteAddress: request.socket.remoteAddress ?? '',
            })
          : undefined;
      const told = answer?.json<{ url?: unknown; title?: unknown; detail?: unknown }>();
      const origin = originOf(told?.url);
      const body =
        answer?.statusCode === 200 && origin !== undefined
          ? markup`<iframe title="Metabase" src="${String(told!.url)}" referrerpolicy="no-referrer" sandbox="allow-scripts allow-same-origin allow-popups allow-downloads"></iframe>`
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
  return language === 'es' ? 'Este panel no se puede mostrar.' : 'This dashboard can’t be shown.';
}
