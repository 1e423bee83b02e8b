import { engineError } from '#core/engine-errors.ts';
import type { StepCtx } from '#core/engine.ts';
import { execute, unwrap, type Door } from '#engines/odoo/client.ts';

/** What users who don't administer Odoo may have at the most, counted in days. */
const DAYS = 90;
const MS_PER_DAY = 86_400_000;

interface Action {
  readonly res_model?: string;
  readonly res_id?: number;
  readonly context?: { readonly default_key?: string };
}

/**
 * Makes an API key for a user whose password we hold. Odoo lets nobody do that over its API: it has to be the web
 * client's way, a session that proves the password once more. Needs Odoo 19; before that, keys open nothing that
 * passwords don't.
 */
export async function makeKey(ctx: StepCtx, door: Door): Promise<{ key: string; expiresAt: string }> {
  const cookie = await logIn(ctx, door);
  const call = async <T>(model: string, method: string, args: unknown[], context: object = {}): Promise<T> =>
    unwrap<T>(
      await ctx.http({
        method: 'POST',
        path: `/web/dataset/call_kw/${model}/${method}`,
        headers: { cookie },
        body: {
          jsonrpc: '2.0',
          id: 1,
          method: 'call',
          params: { model, method, args, kwargs: { context } },
        },
        harmless: true,
      }),
    );
  const description = 'res.users.apikeys.description';
  const [id] = [
    await call<number | number[]>(description, 'create', [[{ name: 'SmarterOS', duration: String(DAYS) }]]),
  ].flat();
  let action = await call<Action>(description, 'make_key', [[id]]);
  if (action.res_model === 'res.users.identitycheck')
    action = await call<Action>('res.users.identitycheck', 'run_check', [[action.res_id]], {
      password: door.secret,
    });
  const key = action.context?.default_key;
  if (key === undefined) throw engineError('engine_unsupported', 'This Odoo gives out no keys.');
  const expiresAt = new Date(ctx.clock.now().getTime() + (DAYS - 1) * MS_PER_DAY).toISOString();
  return { key, expiresAt };
}

async function logIn(ctx: StepCtx, { database: db, login, secret }: Door): Promise<string> {
  const answer = await ctx.http({
    method: 'POST',
    path: '/web/session/authenticate',
    body: { jsonrpc: '2.0', id: 1, method: 'call', params: { db, login, password: secret } },
    harmless: true,
  });
  unwrap(answer);
  const [session] = /session_id=[^;]+/.exec(answer.headers['set-cookie'] ?? '') ?? [];
  if (session === undefined) throw engineError('engine_unsupported', 'This Odoo opens no session.');
  return session;
}

/** Whether a key opens the door to the user that it was made for. */
export async function keyWorks(ctx: StepCtx, door: Door): Promise<boolean> {
  const user = await execute<{ uid?: number }>(ctx, door, {
    model: 'res.users',
    method: 'context_get',
    harmless: true,
  });
  return user.uid === door.uid;
}
