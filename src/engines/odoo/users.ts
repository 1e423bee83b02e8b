import type { EngineCtx } from '#core/engine.ts';
import { uidOf } from './client.ts';
import { adminDoor, keptOf } from './doors.ts';
import { recordsOf, type Records } from './records.ts';
import { tenancyOf } from './settings.ts';

/** What the login of a user ends with while the company is suspended: who has it comes back, who was let go doesn't. */
const SUSPENDED = '!suspended';

export const withoutMark = (login: string): string =>
  login.endsWith(SUSPENDED) ? login.slice(0, -SUSPENDED.length) : login;

export interface Keeper {
  readonly records: Records;
  readonly uid: number;
}

export async function keeperOf(ctx: EngineCtx): Promise<Keeper> {
  const door = adminDoor(ctx.link);
  return { records: recordsOf(ctx, door), uid: await uidOf(ctx, door) };
}

/** Those of the company, without its keeper and Odoo's own. */
export function usersOf({ link }: EngineCtx, keeper: number): unknown[] {
  const own = [['id', 'not in', [1, keeper]]];
  return tenancyOf(link) === 'company' ? [...own, ['company_id', '=', keptOf(link).companyId ?? 0]] : own;
}

interface User {
  readonly id: number;
  readonly login: string;
}

const openUsers = async (ctx: EngineCtx, { records, uid }: Keeper): Promise<User[]> =>
  (await records.find(
    'res.users',
    [...usersOf(ctx, uid), ['active', '=', true]],
    ['login'],
  )) as unknown as User[];

const markedUsers = async (ctx: EngineCtx, { records, uid }: Keeper): Promise<User[]> =>
  (await records.find(
    'res.users',
    [...usersOf(ctx, uid), ['active', '=', false], ['login', '=like', `%${SUSPENDED}`]],
    ['login'],
  )) as unknown as User[];

export const anyOpen = async (ctx: EngineCtx): Promise<boolean> =>
  (await openUsers(ctx, await keeperOf(ctx))).length > 0;

export const anyMarked = async (ctx: EngineCtx): Promise<boolean> =>
  (await markedUsers(ctx, await keeperOf(ctx))).length > 0;

/** Nobody of the company gets in from now on. */
export async function shut(ctx: EngineCtx): Promise<void> {
  const keeper = await keeperOf(ctx);
  for (const { id, login } of await openUsers(ctx, keeper))
    await keeper.records.write('res.users', [id], { active: false, login: `${login}${SUSPENDED}` });
}

/** Those who were shut out get in again. */
export async function reopen(ctx: EngineCtx): Promise<void> {
  const keeper = await keeperOf(ctx);
  for (const { id, login } of await markedUsers(ctx, keeper))
    await keeper.records.write('res.users', [id], { active: true, login: withoutMark(login) });
}
