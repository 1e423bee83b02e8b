import { engineError } from '#core/engine-errors.ts';
import type { EngineCtx, StepCtx } from '#core/engine.ts';
import { orNothing, platform } from './client.ts';

export interface User {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly access_token: string;
  readonly custom_attributes?: Readonly<Record<string, unknown>> | null;
}

/** Chatwoot wants one of each kind of character. */
const COMPLEX = 'aA1!';

/**
 * The user with that mail address: found, or made. Chatwoot does either with the same call, so that doing it again after a
 * crash makes no second one. The password is nobody's: people come in by a link.
 */
export async function putUser(
  ctx: StepCtx,
  user: {
    readonly name: string;
    readonly email: string;
    readonly custom_attributes: Readonly<Record<string, string>>;
  },
): Promise<User> {
  const body = { ...user, display_name: user.name, password: `${ctx.random()}${COMPLEX}` };
  const made = await platform<User>(ctx, { method: 'POST', path: '/users', body, harmless: true });
  if (made.email.toLowerCase() === user.email) return made;
  throw engineError('engine_conflict', 'Chatwoot answered with another user.');
}

export const readUser = (ctx: EngineCtx, id: number | string): Promise<User | undefined> =>
  orNothing(platform<User>(ctx, { method: 'GET', path: `/users/${id}` }));

export const deleteUser = (ctx: EngineCtx, id: number): Promise<unknown> =>
  orNothing(platform(ctx, { method: 'DELETE', path: `/users/${id}`, harmless: true }));
