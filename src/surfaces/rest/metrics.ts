import type { FastifyInstance } from 'fastify';
import type { Registry } from 'prom-client';
import { AppError } from '#core/errors.ts';
import type { Kernel } from '#kernel/types.ts';
import { bearer } from './route.ts';

/** Prometheus metrics, for the operator's key only: they tell how busy which operations are. */
export function registerMetrics(
  app: FastifyInstance,
  kernel: Kernel,
  { registry }: { registry: Registry },
): void {
  app.get('/metrics', async (request, reply) => {
    const { actor } = await kernel.admit({ ip: request.ip, token: bearer(request) });
    if (actor.kind === 'anonymous')
      throw new AppError('unauthenticated', { headers: { 'www-authenticate': 'Bearer' } });
    if (actor.kind !== 'operator') throw new AppError('forbidden');
    return reply.header('content-type', registry.contentType).send(await registry.metrics());
  });
}
