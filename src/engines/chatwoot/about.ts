import { engineError } from '#core/engine-errors.ts';
import type { EngineCtx } from '#core/engine.ts';

/** What anybody is told. */
interface About {
  readonly version?: unknown;
  readonly queue_services?: unknown;
  readonly data_services?: unknown;
}

export async function about(ctx: EngineCtx): Promise<About> {
  const answer = await ctx.http({ method: 'GET', path: '/api' });
  if (answer.status !== 200) throw engineError('engine_unreachable');
  return answer.json<About>();
}
