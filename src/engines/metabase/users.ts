import { engineError } from '#core/engine-errors.ts';
import type { Member } from '#core/engine-people.ts';
import type { EngineCtx } from '#core/engine.ts';
import { ask, orGone } from './client.ts';
import { isEverybody, readGroups } from './graph.ts';

export interface ApiUser {
  readonly id: number;
  readonly email: string;
  readonly first_name?: string | null;
  readonly last_name?: string | null;
  readonly is_active: boolean;
  readonly is_superuser: boolean;
  readonly login_attributes?: Readonly<Record<string, unknown>> | null;
  readonly user_group_memberships?: readonly { readonly id: number }[];
}

interface Membership {
  readonly membership_id: number;
  readonly user_id: number;
}

/** Whose user it is: Metabase keeps attributes of a user, which only administrators write. */
const UGID = 'smarteros_ugid';
const FIND_ROWS = 100;

const userPath = (id: number): string => `/api/user/${id}`;

export const readUser = (ctx: EngineCtx, id: number): Promise<ApiUser | undefined> =>
  ask<ApiUser>(ctx, { method: 'GET', path: userPath(id) }).catch(orGone);

const ugidOf = ({ login_attributes: kept }: ApiUser): unknown => kept?.[UGID];

/** By the id from before, else by the address; a user of another person is nobody's to take. */
export async function findUser(
  ctx: EngineCtx,
  { ugid, login }: Member,
  known: number | undefined,
): Promise<ApiUser | undefined> {
  const before = known === undefined ? undefined : await readUser(ctx, known);
  if (before && [undefined, ugid].includes(ugidOf(before) as string | undefined)) return before;
  const query = new URLSearchParams({ query: login, status: 'all', limit: String(FIND_ROWS), offset: '0' });
  const { data } = await ask<{ data: readonly ApiUser[] }>(ctx, {
    method: 'GET',
    path: `/api/user?${query.toString()}`,
  });
  const row = data.find(({ email }) => email.toLowerCase() === login);
  const found = row && (await readUser(ctx, row.id));
  if (found && ![undefined, ugid].includes(ugidOf(found) as string | undefined))
    throw engineError('engine_conflict', 'That address is somebody else’s in Metabase.');
  return found;
}

/** What a person is there. */
const profileOf = ({ name, login, ugid }: Member) => {
  const [first, ...rest] = name.trim().split(/\s+/);
  return { email: login, first_name: first || null, last_name: rest.join(' ') || null, ugid };
};

export const createUser = (ctx: EngineCtx, member: Member): Promise<ApiUser> => {
  const { ugid, ...profile } = profileOf(member);
  const body = { ...profile, login_attributes: { [UGID]: ugid } };
  return ask<ApiUser>(ctx, { method: 'POST', path: '/api/user', body });
};

/** Back in, with the name and address of now; only what differs, as SSO users may not be renamed. */
export async function updateUser(ctx: EngineCtx, user: ApiUser, member: Member): Promise<void> {
  const path = userPath(user.id);
  if (!user.is_active)
    await ask(ctx, { method: 'PUT', path: `${path}/reactivate`, body: {}, harmless: true });
  const { ugid, email, first_name, last_name } = profileOf(member);
  const body = {
    ...(user.email.toLowerCase() !== email && { email }),
    ...((user.first_name ?? null) !== first_name && { first_name }),
    ...((user.last_name ?? null) !== last_name && { last_name }),
    ...(ugidOf(user) !== ugid && { login_attributes: { ...user.login_attributes, [UGID]: ugid } }),
  };
  if (Object.keys(body).length > 0) await ask(ctx, { method: 'PUT', path, body, harmless: true });
}

/** Nobody in a group that is gone. */
export const membersOf = async (ctx: EngineCtx, groupId: number): Promise<readonly Membership[]> =>
  (
    await ask<{ members?: readonly Membership[] }>(ctx, {
      method: 'GET',
      path: `/api/permissions/group/${groupId}`,
    }).catch(orGone)
  )?.members ?? [];

/** One membership at a time: a list of all would put back what another company's worker takes away meanwhile. */
export async function join(ctx: EngineCtx, groupId: number, userId: number): Promise<void> {
  const members = await membersOf(ctx, groupId);
  if (members.some(({ user_id }) => user_id === userId)) return;
  const body = { group_id: groupId, user_id: userId };
  await ask(ctx, { method: 'POST', path: '/api/permissions/membership', body });
}

const otherGroups = ({ user_group_memberships: all = [] }: ApiUser, everybody: readonly number[]): number[] =>
  all.map(({ id }) => id).filter((id) => !everybody.includes(id));

/**
 * Out of a company's group; and without a user, unless another group still wants one. Administrators stay: they aren't
 * the company's to shut out.
 */
export async function leave(ctx: EngineCtx, groupId: number, userId: number): Promise<void> {
  const members = await membersOf(ctx, groupId);
  for (const one of members.filter(({ user_id }) => user_id === userId))
    await ask(ctx, {
      method: 'DELETE',
      path: `/api/permissions/membership/${one.membership_id}`,
      harmless: true,
    }).catch(orGone);
  const user = await readUser(ctx, userId);
  if (!user?.is_active || user.is_superuser) return;
  const everybody = (await readGroups(ctx)).filter(isEverybody).map(({ id }) => id);
  if (otherGroups(user, everybody).length > 0) return;
  await deactivate(ctx, userId);
  const after = await readUser(ctx, userId);
  // Another company let them in between look and act.
  if (after && otherGroups(after, everybody).length > 0)
    await ask(ctx, { method: 'PUT', path: `${userPath(userId)}/reactivate`, body: {}, harmless: true });
}

export const deactivate = (ctx: EngineCtx, id: number): Promise<unknown> =>
  ask(ctx, { method: 'DELETE', path: userPath(id), harmless: true }).catch(orGone);
