import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { AppError } from '#core/errors.ts';
import type { Catalogue } from '#kernel/types.ts';
import { compressed, sendCompressed, type Compressed } from './compressed.ts';
import { openApiDocument, type DocumentInfo } from './document.ts';
import { page, POLICY } from './page.ts';
import { scalarBundle, scalarVersion } from './scalar.ts';

/** The document changes with a release: a minute of staleness is harmless, and the ETag makes asking again cheap. */
const DOCUMENT_CACHE = 'public, max-age=60';
/** The bundle's address contains its version, so what stands there never changes. */
const BUNDLE_CACHE = 'public, max-age=31536000, immutable';

const scriptName = (): string => `scalar-${scalarVersion()}.js`;

/** Calls `make` once and keeps what came out; a failure is forgotten, so that the next caller tries again. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined;
  return () =>
    (kept ??= make().catch((error: unknown) => ((kept = undefined), Promise.reject(error as Error))));
}

/** GET /openapi.json for programs and GET /docs for people. Nothing is made or read before somebody asks for it. */
export function registerDocs(
  app: FastifyInstance,
  { catalogue, info }: { catalogue: Catalogue; info: DocumentInfo },
): void {
  const document = once(async (): Promise<Compressed> => {
    const text = JSON.stringify(openApiDocument(catalogue, info));
    return compressed('application/json; charset=utf-8', DOCUMENT_CACHE, gzipSync(text));
  });
  const bundle = once(async (): Promise<Compressed> =>
    compressed('text/javascript; charset=utf-8', BUNDLE_CACHE, await scalarBundle()),
  );

  app.get('/openapi.json', async (request, reply) => sendCompressed(request, reply, await document()));
  app.get('/docs', (_request, reply) =>
    reply
      .headers({
        'content-security-policy': POLICY,
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-cache',
      })
      .type('text/html; charset=utf-8')
      .send(page(`/docs/assets/${scriptName()}`)),
  );
  app.get<{ Params: { file: string } }>('/docs/assets/:file', async (request, reply) => {
    if (request.params.file !== scriptName()) throw new AppError('not_found');
    return sendCompressed(request, reply, await bundle());
  });
}
