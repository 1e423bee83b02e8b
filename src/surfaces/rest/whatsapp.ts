import type { FastifyInstance } from 'fastify';
import type { Capabilities } from '#core/capabilities.ts';
import type { Log } from '#core/context.ts';
import { AppError } from '#core/errors.ts';
import type { Notice } from '#core/messaging.ts';
import type { Kernel } from '#kernel/types.ts';

/** Meta's payloads stay below 3 MB. */
const BODY_LIMIT_BYTES = 3 * 1024 * 1024;
const PATH = '/webhooks/whatsapp';

export interface WhatsAppWebhook {
  readonly engine: Capabilities['whatsapp'] | undefined;
  /** Keeps what a call says. It may see the same again, and in any order. */
  readonly take: (notice: Notice, requestId: string) => Promise<void>;
  readonly log: Log;
}

/**
 * Meta's webhook: not an operation, since its caller proves itself by a signature over the raw bytes and reads nothing.
 * Answers 200 once everything is kept; otherwise Meta comes again, for days.
 */
export function registerWhatsApp(app: FastifyInstance, kernel: Kernel, webhook: WhatsAppWebhook): void {
  const { engine, take, log } = webhook;
  if (!engine) return;

  void app.register((scope, _, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: BODY_LIMIT_BYTES },
      (_request, body, next) => next(null, body),
    );

    scope.get(PATH, async (request, reply) => {
      const answer = engine.challenge(request.query as Record<string, unknown>);
      if (answer === undefined) {
        await kernel.admit({ ip: request.ip, token: undefined });
        throw new AppError('forbidden');
      }
      return reply.type('text/plain; charset=utf-8').send(answer);
    });

    scope.post(PATH, { bodyLimit: BODY_LIMIT_BYTES }, async (request, reply) => {
      const signature = request.headers['x-hub-signature-256'];
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const notice = engine.receive(typeof signature === 'string' ? signature : undefined, body);
      if (!notice) {
        // Meta itself is never limited; whoever guesses is, as any stranger.
        await kernel.admit({ ip: request.ip, token: undefined });
        throw new AppError('unauthenticated', { headers: { 'www-authenticate': 'X-Hub-Signature-256' } });
      }
      for (const { failure, code } of notice.failures)
        log.error({ failure, errorCode: code }, 'WhatsApp reports trouble');
      await take(notice, request.id);
      return reply.send({});
    });
    done();
  });
}
