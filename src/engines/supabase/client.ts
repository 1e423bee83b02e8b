import { engineError } from '#core/engine-errors.ts';
import type { EngineCtx, EngineResponse } from '#core/engine.ts';
import type { AppError } from '#core/errors.ts';
import { settingsOf } from './settings.ts';

/** As PostgREST reports failure. `details` prints rows and `hint` names what others have: neither is passed on. */
interface Failure {
  readonly code?: string | null;
  readonly message?: string;
}

type Code = Parameters<typeof engineError>[0];

const BY_CODE: Readonly<Record<string, Code>> = {
  '23503': 'engine_conflict',
  '23505': 'engine_conflict',
  '23P01': 'engine_conflict',
  '40001': 'engine_conflict',
  '40P01': 'engine_conflict',
  '42501': 'engine_forbidden',
  '42P01': 'engine_not_found',
  PGRST106: 'engine_unsupported',
  PGRST116: 'engine_not_found',
  PGRST202: 'engine_not_found',
  PGRST205: 'engine_not_found',
  PGRST301: 'engine_rejected_credentials',
  PGRST302: 'engine_rejected_credentials',
  PGRST303: 'engine_rejected_credentials',
};
/** Nobody was asked, or PostgreSQL gave up and rolled back. */
const NOTHING_DONE: ReadonlySet<string> = new Set(['57014', 'PGRST000', 'PGRST001', 'PGRST002', 'PGRST003']);

/** What a failure means. A status that isn't success has changed nothing: PostgREST acts in one transaction. */
export function failureOf(answer: EngineResponse): AppError {
  const { status } = answer;
  const { code, message } = answer.json<Failure>();
  const known = typeof code === 'string' ? code : '';
  const cause = `HTTP ${status} ${known}`;
  if (status === 401) return engineError('engine_rejected_credentials', undefined, { cause });
  if (status === 429) return engineError('engine_rate_limited', message, { cause });
  const meant = BY_CODE[known];
  if (meant) return engineError(meant, message, { cause });
  if (NOTHING_DONE.has(known) || status >= 500)
    return engineError('engine_unreachable', undefined, { cause });
  if (status === 403) return engineError('engine_forbidden', message, { cause });
  if (status === 404) return engineError('engine_not_found', message, { cause });
  return engineError('engine_invalid', message, { cause });
}

export interface Ask {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** A table with its query; empty for the description of all. */
  readonly path: string;
  readonly prefer?: readonly string[];
  readonly body?: unknown;
  readonly maxResponseBytes?: number;
}

/** One request, as the service role. Any status. */
export function send(ctx: EngineCtx, { path, prefer, body, ...rest }: Ask): Promise<EngineResponse> {
  const { path: base = '', schema } = settingsOf(ctx.link);
  const key = ctx.link.credentials['serviceRole'] ?? '';
  return ctx.http({
    ...rest,
    path: `${base}/${path}`,
    headers: {
      apikey: key,
      authorization: `Bearer ${key}`,
      ...(schema !== undefined && { 'accept-profile': schema, 'content-profile': schema }),
      ...(prefer && { prefer: prefer.join(', ') }),
    },
    ...(body !== undefined && { body }),
  });
}

/** @throws AppError engine_… */
export async function ask(ctx: EngineCtx, request: Ask): Promise<EngineResponse> {
  const answer = await send(ctx, request);
  if (answer.status >= 300) throw failureOf(answer);
  return answer;
}
