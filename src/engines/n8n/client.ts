import { engineError } from '#core/engine-errors.ts';
import type { EngineCtx, EngineRequest } from '#core/engine.ts';

/** What every failure of the public API looks like. */
interface Failure {
  readonly message?: string;
}

/** One call of the public API (`/api/v1`). @throws AppError engine_… */
export async function ask<T>(ctx: EngineCtx, request: EngineRequest): Promise<T> {
  const answer = await ctx.http({
    ...request,
    path: `/api/v1${request.path}`,
    headers: { 'x-n8n-api-key': ctx.link.credentials['apiKey'] ?? '' },
  });
  if (answer.status < 300) return answer.json<T>();
  const { message } = answer.json<Failure>();
  switch (answer.status) {
    case 401:
      throw engineError('engine_rejected_credentials');
    case 403:
      throw engineError(
        message?.startsWith('Your license') ? 'engine_unsupported' : 'engine_forbidden',
        message,
      );
    case 404:
      throw engineError('engine_not_found');
    case 409:
      throw engineError('engine_conflict', message);
    case 429:
      throw engineError('engine_rate_limited', message);
    default:
      throw engineError(answer.status < 500 ? 'engine_invalid' : 'engine_unreachable', message);
  }
}
