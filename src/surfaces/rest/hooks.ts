import { isUtf8 } from 'node:buffer';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { AppError } from '#core/errors.ts';
import type { Kernel } from '#kernel/types.ts';

const BODY_LIMIT_BYTES = 1024 * 1024;
const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\b/i;

export interface IncomingHook {
  readonly engine: string;
  readonly token: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly requestId: string;
}

/** One value each: a header that comes twice is somebody's attempt to slip theirs in beside the right one. */
const single = (all: Readonly<Record<string, unknown>>): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(all).map(([name, value]) => [name, typeof value === 'string' ? value : undefined]),
  );

/** Answers that make a stranger of whoever gets them: they count against their address. */
const STRANGE: ReadonlySet<string> = new Set(['not_found', 'unauthenticated']);

/**
 * Where other systems tell companies something: not an operation, since who calls is proved by the address and by a
 * signature over the raw bytes, and reads nothing. Whoever sends what is theirs is limited by address of ours, never by
 * theirs: a shop's platform sends for all of its shops from a few.
 */
export function registerHooks(
  app: FastifyInstance,
  kernel: Kernel,
  take: (incoming: IncomingHook) => Promise<boolean>,
): void {
  void app.register((scope, _, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: BODY_LIMIT_BYTES },
      (_request, body, next) => next(null, body),
    );
    scope.post(
      '/hooks/:engine/:token',
      { bodyLimit: BODY_LIMIT_BYTES, config: { quiet: true } },
      async (request: FastifyRequest<{ Params: { engine: string; token: string } }>, reply) => {
        const { headers, params, query, ip } = request;
        const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
        const plain = (headers['content-encoding'] ?? 'identity').toLowerCase() === 'identity';
        try {
          if (!plain || !JSON_TYPE.test(headers['content-type'] ?? ''))
            throw new AppError('unsupported_media_type');
          if (!isUtf8(body)) throw new AppError('malformed_request');
          await take({
            engine: params.engine,
            token: params.token,
            headers: single(headers),
            body,
            query: single(query as Record<string, unknown>),
            requestId: request.id,
          });
        } catch (error) {
          if (error instanceof AppError && STRANGE.has(error.code))
            await kernel.admit({ ip, token: undefined });
          throw error;
        }
        return reply.code(204).send();
      },
    );
    done();
  });
}
