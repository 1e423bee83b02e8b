import type { FastifyInstance } from 'fastify';
import { AppError } from '#core/errors.ts';
import type { Kernel } from '#kernel/types.ts';
import { knockOf } from './knock.ts';

interface Metrics {
  scrape(): Promise<string>;
  readonly contentType: string;
}

/** Prometheus metrics, for the operator's key only: they tell how busy which operations are. */
export function registerMetrics(app: FastifyInstance, kernel: Kernel, metrics: Metrics): void {
  app.get('/metrics', async (request, reply) => {
    const { actor } = await kernel.admit(knockOf(request));
    if (actor.kind === 'anonymous')
      throw new AppError('unauthenticated', { headers: { 'www-authenticate': 'Bearer' } });
    if (actor.kind !== 'operator') throw new AppError('forbidden');
    return reply.header('content-type', metrics.contentType).send(await metrics.scrape());
  });
}
