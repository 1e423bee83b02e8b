import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { AppError } from '#core/errors.ts';

const NOT_UTF8 = { en: 'The body must be UTF-8.', es: 'El cuerpo debe estar en UTF-8.' };

/**
 * JSON is the only kind of body. Bytes that aren't UTF-8 are refused: read with replacement characters, as Fastify's
 * own parser does, a name from a Windows program would be stored spoiled.
 */
export function registerBodyParser(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'buffer' }, (request, body: Buffer, done) => {
    if (isUtf8(body)) void parse(request, body.toString(), done);
    else done(new AppError('malformed_request', { detail: NOT_UTF8 }));
  });
}
