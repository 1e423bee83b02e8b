import type { FastifyInstance } from 'fastify';
import { personHeaders } from './person.ts';

/** Nothing that could lead to another path. */
const SLUG = /^[\w-]{1,50}$/;

/**
 * `/app/logo/<slug>`: a company's logo for pages, which can't name the company that they ask for in a header. The API
 * answers in the name of who asks, so only that company's people see it. Whatever the bytes are, the browser takes them for
 * a picture of the kind that the API found them to be, or for nothing.
 */
export function registerLogo(app: FastifyInstance): void {
  app.get<{ Params: { readonly slug: string } }>(
    '/app/logo/:slug',
    { config: { quiet: true } },
    async (request, reply) => {
      const { slug } = request.params;
      const site = request.headers['sec-fetch-site'];
      if (!SLUG.test(slug) || (site !== undefined && site !== 'same-origin')) return reply.code(404).send();
      const answer = await app.inject({
        method: 'GET',
        url: `/tenants/${slug}/logo`,
        headers: personHeaders(request, slug),
        remoteAddress: request.socket.remoteAddress ?? '',
      });
      if (answer.statusCode !== 200) return reply.code(answer.statusCode).headers(HEADERS).send();
      const { type, data, logo } = answer.json<{ type: string; data: string; logo: string }>();
      const etag = `"${logo}"`;
      reply.headers({ ...HEADERS, etag, 'cache-control': 'private, max-age=3600', vary: 'Cookie' });
      if (request.headers['if-none-match'] === etag) return reply.code(304).send();
      return reply.type(type).send(Buffer.from(data, 'base64'));
    },
  );
}

const HEADERS = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  'content-disposition': 'inline; filename="logo"',
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;
