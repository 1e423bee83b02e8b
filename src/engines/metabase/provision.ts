import { engineError } from '#core/engine-errors.ts';
import type { Provisioner, Step, StepCtx } from '#core/engine.ts';
import { ask, orGone } from './client.ts';
import { archived, collection, findCollection } from './collection.ts';
import { changesFor, isAdmins, raiseWall, readGraph, readGroups, type Group, type Wall } from './graph.ts';
import { treeOf } from './own.ts';
import { leave, membersOf } from './users.ts';

const NAME_MAX = 80;

/** Groups have nothing but a name; ours ends with the company's id. */
const markerOf = ({ company }: StepCtx): string => `[${company.id}]`;
const nameOf = (ctx: StepCtx): string =>
  `${ctx.company.name.slice(0, NAME_MAX).trim()} ${markerOf(ctx)}`.trim();

/** The oldest, when a crash left two. */
const groupIn = (ctx: StepCtx, groups: readonly Group[]): Group | undefined =>
  groups.filter(({ name }) => name.endsWith(markerOf(ctx))).toSorted((a, b) => a.id - b.id)[0];

const findGroup = async (ctx: StepCtx): Promise<Group | undefined> => groupIn(ctx, await readGroups(ctx));

const group: Step = {
  name: 'group',
  title: { es: 'Grupo de permisos', en: 'Permission group' },
  observe: async (ctx) => {
    const found = await findGroup(ctx);
    return found?.name === nameOf(ctx) ? { state: { groupId: found.id } } : null;
  },
  apply: async (ctx) => {
    const found = await findGroup(ctx);
    const body = { name: nameOf(ctx) };
    const path = '/api/permissions/group';
    const { id } = found
      ? await ask<Group>(ctx, { method: 'PUT', path: `${path}/${found.id}`, body, harmless: true })
      : await ask<Group>(ctx, { method: 'POST', path, body });
    return { state: { groupId: id } };
  },
};

/** Undefined when group or collection is gone. */
async function wallOf(ctx: StepCtx, open: boolean): Promise<Wall | undefined> {
  const groups = await readGroups(ctx);
  const own = groupIn(ctx, groups);
  const found = await findCollection(ctx);
  if (!own || !found || found.archived) return undefined;
  return {
    groupId: own.id,
    tree: await treeOf(ctx, Number(found.id)),
    open,
    admins: groups.filter(isAdmins).map(({ id }) => id),
    // In an instance of its own a company gives rights as it likes.
    strict: ctx.link.shared,
  };
}

const rights = (step: Pick<Step, 'name' | 'title'>, open: boolean): Step => ({
  ...step,
  observe: async (ctx) => {
    const wall = await wallOf(ctx, open);
    if (!wall) return open ? null : {};
    return changesFor((await readGraph(ctx)).groups, wall) ? null : {};
  },
  apply: async (ctx) => {
    const wall = await wallOf(ctx, open);
    if (wall) await raiseWall(ctx, wall);
    // Made a step ago, and taken away since: no company counts as set up without its wall.
    else if (open) throw engineError('engine_not_found');
    return {};
  },
});

/** Its people are out, and the group that let them in is gone. Both come back with the company. */
const emptied: Step = {
  name: 'emptied',
  title: { es: 'Personas retiradas', en: 'People taken out' },
  observe: async (ctx) => ((await findGroup(ctx)) ? null : {}),
  apply: async (ctx) => {
    // Doubles included.
    for (let found = await findGroup(ctx); found; found = await findGroup(ctx)) {
      for (const { user_id: user } of await membersOf(ctx, found.id)) await leave(ctx, found.id, user);
      const path = `/api/permissions/group/${found.id}`;
      await ask(ctx, { method: 'DELETE', path, harmless: true }).catch(orGone);
    }
    return { state: { groupId: null } };
  },
};

export const provisioner: Provisioner = {
  present: [
    collection,
    group,
    rights({ name: 'rights', title: { es: 'Permisos', en: 'Permissions' } }, true),
  ],
  suspended: [rights({ name: 'closed', title: { es: 'Acceso cerrado', en: 'Access closed' } }, false)],
  absent: [emptied, archived],
  // All companies' rights are in one graph with one revision.
  atATime: 2,
};
