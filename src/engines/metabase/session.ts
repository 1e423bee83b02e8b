import { createHash } from 'node:crypto';
import { engineError } from '#core/engine-errors.ts';
import type { EngineCtx } from '#core/engine.ts';

/** Half of what Metabase gives them. */
const KEPT_MS = 7 * 86_400_000;
const THROTTLED = /too many attempts/i;

interface Session {
  readonly id: Promise<string>;
  readonly until: number;
}

/** Of this process. Logins are throttled, so that one serves all calls, also those that come at once. */
const sessions = new Map<string, Session>();

function keyOf({ link, clock }: EngineCtx): { key: string; now: number } {
  const { username, password } = link.credentials;
  const hash = createHash('sha256')
    .update(JSON.stringify([link.url, username, password]))
    .digest('base64url');
  return { key: `${link.instanceId}:${hash}`, now: clock.now().getTime() };
}

async function logIn(ctx: EngineCtx): Promise<string> {
  const { username, password } = ctx.link.credentials;
  const answer = await ctx.http({
    method: 'POST',
    path: '/api/session',
    body: { username, password },
    harmless: true,
  });
  if (answer.status < 300) return answer.json<{ id: string }>().id;
  // 400 or 401, by version.
  if (THROTTLED.test(answer.text)) {
    const [, seconds] = /wait (\d+) seconds/i.exec(answer.text) ?? [];
    throw engineError('engine_rate_limited', undefined, {
      cause: 'logins are throttled',
      ...(seconds !== undefined && { retryAfterSeconds: Number(seconds) }),
    });
  }
  throw engineError(
    answer.status === 400 || answer.status === 401 ? 'engine_rejected_credentials' : 'engine_unreachable',
    undefined,
    { cause: `HTTP ${answer.status} of a login` },
  );
}

/** What a request shows: the key, or a session that is opened when there is none. @throws AppError engine_… */
export async function loginHeaders(ctx: EngineCtx): Promise<Record<string, string>> {
  const { apiKey, username, password } = ctx.link.credentials;
  if (apiKey) return { 'x-api-key': apiKey };
  if (!username || !password) throw engineError('engine_rejected_credentials');
  const { key, now } = keyOf(ctx);
  let session = sessions.get(key);
  if (!session || session.until <= now) {
    session = { id: logIn(ctx), until: now + KEPT_MS };
    sessions.set(key, session);
  }
  try {
    return { 'x-metabase-session': await session.id };
  } catch (error) {
    if (sessions.get(key) === session) sessions.delete(key);
    throw error;
  }
}

/** After a 401. @returns whether another login could help */
export const forgetSession = (ctx: EngineCtx): boolean =>
  !ctx.link.credentials['apiKey'] && sessions.delete(keyOf(ctx).key);
