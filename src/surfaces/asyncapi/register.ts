import { gzipSync } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import type { EventDefinition } from '#core/event.ts';
import { compressed, sendCompressed, type Compressed } from '#surfaces/openapi/compressed.ts';
import type { DocumentInfo } from '#surfaces/openapi/document.ts';
import { asyncApiDocument } from './document.ts';

/** Changes with a release only; the ETag makes asking again cheap. */
const CACHE = 'public, max-age=60';

/** GET /asyncapi.json: the events, for programs; made when somebody first asks. */
export function registerAsyncApi(
  app: FastifyInstance,
  { events, info }: { events: readonly EventDefinition[]; info: DocumentInfo },
): void {
  let document: Compressed | undefined;
  app.get('/asyncapi.json', async (request, reply) => {
    const type = 'application/json; charset=utf-8';
    document ??= compressed(type, CACHE, gzipSync(JSON.stringify(asyncApiDocument(events, info))));
    return sendCompressed(request, reply, document);
  });
}
