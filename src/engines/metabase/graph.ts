import type { EngineCtx } from '#core/engine.ts';
import { ask } from './client.ts';

type Right = 'write' | 'read' | 'none';
/** What each group may in each collection; by id, and `root`. */
export type Rights = Readonly<Record<string, Readonly<Record<string, Right>>>>;

interface Graph {
  /** Whoever writes names the one that they read: 409 when somebody else wrote since. */
  readonly revision: number;
  readonly groups: Rights;
}

export interface Group {
  readonly id: number;
  readonly name: string;
  /** Not in older versions. */
  readonly magic_group_type?: string | null;
}

/** Each group times each collection. */
const GRAPH_MAX_BYTES = 20_000_000;
const TRIES = 6;

export const readGraph = (ctx: EngineCtx): Promise<Graph> =>
  ask<Graph>(ctx, { method: 'GET', path: '/api/collection/graph', maxResponseBytes: GRAPH_MAX_BYTES });

export const readGroups = (ctx: EngineCtx): Promise<Group[]> =>
  ask<Group[]>(ctx, { method: 'GET', path: '/api/permissions/group' });

/** May everything, and can't be written. */
export const isAdmins = ({ name, magic_group_type: kind }: Group): boolean =>
  kind === 'admin' || (!kind && name === 'Administrators');

/** Everybody with a user is in it. */
export const isEverybody = ({ name, magic_group_type: kind }: Group): boolean =>
  kind === 'all-internal-users' || (!kind && name === 'All Users');

export interface Wall {
  /** The company's. */
  readonly groupId: number;
  /** Its collection, and all below. */
  readonly tree: readonly number[];
  /** Whether its people may look into it. Nobody may write: what stands there is run with our rights. */
  readonly open: boolean;
  readonly admins: readonly number[];
  /** Other groups stay out of the tree, and the company's out of everything else. */
  readonly strict: boolean;
}

/** What has to change for the wall to stand; undefined when it does. */
export function changesFor(
  groups: Rights,
  { groupId, tree, open, admins, strict }: Wall,
): Rights | undefined {
  const changes: Record<string, Record<string, Right>> = {};
  const set = (group: number, collection: string, right: Right): void => {
    if ((groups[group]?.[collection] ?? 'none') !== right) (changes[group] ??= {})[collection] = right;
  };
  for (const id of tree) set(groupId, String(id), open ? 'read' : 'none');
  if (strict) {
    const others = Object.keys(groups).map(Number);
    for (const other of others)
      if (other !== groupId && !admins.includes(other)) for (const id of tree) set(other, String(id), 'none');
    for (const collection of Object.keys(groups[groupId] ?? {}))
      if (!tree.includes(Number(collection))) set(groupId, collection, 'none');
  }
  return Object.keys(changes).length > 0 ? changes : undefined;
}

/** Changes only what isn't so, and begins anew when somebody else changed rights meanwhile. */
export async function raiseWall(ctx: EngineCtx, wall: Wall): Promise<void> {
  for (let left = TRIES - 1; ; left--) {
    const { revision, groups } = await readGraph(ctx);
    const changes = changesFor(groups, wall);
    if (!changes) return;
    try {
      await ask(ctx, {
        method: 'PUT',
        // The answer would be all of it again.
        path: '/api/collection/graph?skip-graph=true',
        body: { revision, groups: changes },
        harmless: true,
        maxResponseBytes: GRAPH_MAX_BYTES,
      });
      return;
    } catch (error) {
      if (left === 0 || (error as { code?: string }).code !== 'engine_conflict') throw error;
    }
  }
}
