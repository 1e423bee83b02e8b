import { engineError } from '#core/engine-errors.ts';
import type { EngineCtx, EngineRequest, EngineResponse } from '#core/engine.ts';
import { forgetSession, loginHeaders } from './session.ts';

const NO_CONTENT = 204;
const JSON_TYPE = /json/i;

/** What a refusal says: a text, or names of fields with a text each. Never its trace. */
function wordsOf({ headers, text }: EngineResponse): { words: string | undefined; taken: boolean } {
  if (!JSON_TYPE.test(headers['content-type'] ?? '')) {
    const html = /html/i.test(headers['content-type'] ?? '');
    return { words: html ? undefined : text, taken: false };
  }
  try {
    const body = JSON.parse(text) as { errors?: Record<string, unknown>; message?: unknown } | string;
    if (typeof body === 'string') return { words: body, taken: false };
    const fields = Object.entries(body.errors ?? {}).filter(([, said]) => typeof said === 'string');
    const said = fields.map(([name, one]) => `${name}: ${one as string}`).join(' ');
    const message = typeof body.message === 'string' ? body.message : undefined;
    return { words: said || message, taken: /already (?:in use|associated)/i.test(said) };
  } catch {
    return { words: undefined, taken: false };
  }
}

async function send(ctx: EngineCtx, request: EngineRequest): Promise<EngineResponse> {
  return ctx.http({ ...request, headers: await loginHeaders(ctx) });
}

/** One call of the API. @throws AppError engine_… */
export async function ask<T>(ctx: EngineCtx, request: EngineRequest): Promise<T> {
  let answer = await send(ctx, request);
  // A session that ended did nothing.
  if (answer.status === 401 && forgetSession(ctx)) answer = await send(ctx, request);
  const { status } = answer;
  if (status === NO_CONTENT) return undefined as T;
  if (status < 300) return answer.json<T>();
  const repeatable = request.method === 'GET' || request.harmless === true;
  if (status >= 500) throw engineError(repeatable ? 'engine_unreachable' : 'engine_outcome_unknown');
  const { words, taken } = wordsOf(answer);
  if (taken) throw engineError('engine_conflict', words);
  switch (status) {
    case 401:
      throw engineError('engine_rejected_credentials');
    case 402:
      throw engineError('engine_unsupported', words);
    case 403:
      throw engineError('engine_forbidden', words);
    case 404:
      throw engineError('engine_not_found');
    case 409:
      throw engineError('engine_conflict', words);
    case 429:
      throw engineError('engine_rate_limited', words);
    default:
      // A redirect is some proxy's, and leads to its login.
      if (status < 400) throw engineError('engine_unreachable', undefined, { cause: `HTTP ${status}` });
      throw engineError('engine_invalid', words);
  }
}

/** `undefined` where there is nothing. */
export const orGone = (error: Error & { code?: string }): undefined => {
  if (error.code !== 'engine_not_found') throw error;
  return undefined;
};
