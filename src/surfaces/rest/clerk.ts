import { isUtf8 } from 'node:buffer';
import type { FastifyInstance } from 'fastify';
import { AppError } from '#core/errors.ts';
import type { Kernel } from '#kernel/types.ts';
import { knockOf } from './knock.ts';
import { gone } from './route.ts';

const MAX_BYTES = 256 * 1024;

/**
 * Where Clerk posts its messages. The body is passed on as it came: written anew as JSON, an emoji would break the
 * signature.
 */
export function registerClerk(app: FastifyInstance, kernel: Kernel): void {
  const operation = kernel.catalogue.find('auth.clerk_event');
  if (!operation) return;
  void app.register((scope, _, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, parsed) => parsed(null, body));
    scope.post('/webhooks/clerk', { bodyLimit: MAX_BYTES }, async (request, reply) => {
      const { body, headers } = request;
      const header = (name: string): string => {
        const value = headers[`svix-${name}`] ?? headers[`webhook-${name}`];
        return typeof value === 'string' ? value : '';
      };
      if (!Buffer.isBuffer(body) || !isUtf8(body)) throw new AppError('malformed_request');
      const { text } = await kernel.run({
        operation,
        caller: await kernel.admit({ ...knockOf(request), token: undefined }),
        input: {
          id: header('id'),
          timestamp: header('timestamp'),
          signature: header('signature'),
          payload: body.toString(),
        },
        requestId: request.id,
        signal: gone(reply),
      });
      return reply.header('content-type', 'application/json; charset=utf-8').send(text);
    });
    done();
  });
}
