import { engineError } from '#core/engine-errors.ts';
import type { PeopleDefinition } from '#core/engine-people.ts';
import type { StepCtx } from '#core/engine.ts';
import { AppError } from '#core/errors.ts';
import { ask } from './client.ts';
import { isEverybody, readGraph, readGroups } from './graph.ts';
import { publicUrl, settingsOf } from './settings.ts';
import { createUser, deactivate, findUser, join, leave, readUser, updateUser } from './users.ts';

/** Those who look at figures. */
const ROLES = ['owner', 'admin', 'member', 'accountant'];

interface DataGraph {
  readonly groups: Readonly<
    Record<string, Readonly<Record<string, { readonly 'create-queries'?: unknown }>>>
  >;
}

const idOf = (known: string | null): number | undefined =>
  known !== null && /^\d{1,9}$/.test(known) ? Number(known) : undefined;

/**
 * Whoever logs in is in the group of everybody as well, which may query every database and look into every collection
 * until somebody takes that away. @throws AppError engine_conflict while it may
 */
async function requireFence(ctx: StepCtx, groupId: number): Promise<void> {
  const groups = [groupId, ...(await readGroups(ctx)).filter(isEverybody).map(({ id }) => id)];
  const { groups: rights } = await readGraph(ctx);
  const everybody = groups.slice(1);
  let open = everybody.some((id) => Object.values(rights[id] ?? {}).some((right) => right !== 'none'));
  for (const id of groups) {
    const path = `/api/permissions/graph/group/${id}`;
    const { groups: data } = await ask<DataGraph>(ctx, { method: 'GET', path });
    open ||= Object.values(data[id] ?? {}).some(({ 'create-queries': may }) => (may ?? 'no') !== 'no');
  }
  if (!open) return;
  throw new AppError('engine_conflict', {
    detail: {
      en: 'In this Metabase the group of all users may query databases or look into collections. Take that from it (Admin, Permissions) before people of companies get in.',
      es: 'En este Metabase el grupo de todos los usuarios puede consultar bases de datos o ver colecciones. Quítele eso (Administración, Permisos) antes de dejar entrar a personas de empresas.',
    },
  });
}

/** A shared instance lets nobody in unless the operator says so: see `settings.people`. */
const letsIn = ({ link }: StepCtx): boolean => !link.shared || settingsOf(link).people;

export const people: PeopleDefinition = {
  put: async (ctx, member, known) => {
    if (!letsIn(ctx) || !ROLES.includes(member.role)) {
      const id = idOf(known);
      if (id !== undefined) await people.disable(ctx, String(id));
      return null;
    }
    const { groupId } = ctx.link.state;
    if (typeof groupId !== 'number') throw engineError('engine_not_ready');
    if (ctx.link.shared) await requireFence(ctx, groupId);
    const found = await findUser(ctx, member, idOf(known));
    // Somebody who runs this Metabase: nothing about them is ours to change.
    if (found?.is_superuser) return null;
    if (found) await updateUser(ctx, found, member);
    const { id } = found ?? (await createUser(ctx, member));
    await join(ctx, groupId, id);
    return String(id);
  },
  disable: async (ctx, id) => {
    const userId = idOf(id);
    if (userId === undefined) return;
    const { groupId } = ctx.link.state;
    if (typeof groupId === 'number') await leave(ctx, groupId, userId);
    if (ctx.link.shared) return;
    const user = await readUser(ctx, userId);
    if (!user?.is_active) return;
    if (user.is_superuser)
      throw new AppError('engine_unsupported', {
        detail: {
          en: 'This person became an administrator of Metabase. Take that from them there first.',
          es: 'Esta persona pasó a ser administradora de Metabase. Quítele eso allí primero.',
        },
      });
    // Whatever groups of its own the company put them in.
    await deactivate(ctx, userId);
  },
  launch: (ctx, _member, id) => {
    const { collectionId } = ctx.link.state;
    const place = typeof collectionId === 'number' ? `/collection/${collectionId}` : '';
    // Logging in by itself needs the JWT or SAML of a paid edition.
    return Promise.resolve(
      id === null || !letsIn(ctx)
        ? { url: publicUrl(ctx.link), expiresAt: null, reason: 'no_user' }
        : { url: publicUrl(ctx.link) + place, expiresAt: null, reason: 'login_needed' },
    );
  },
};
