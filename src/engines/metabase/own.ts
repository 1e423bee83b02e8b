import { engineError } from '#core/engine-errors.ts';
import type { EngineCtx, Link } from '#core/engine.ts';
import { ask, orGone } from './client.ts';
import { settingsOf } from './settings.ts';
import type { ApiCollection, ApiItem } from './shapes.ts';

const PAGE = 200;
const FOLDERS_MAX = 500;

/**
 * The collection that all of a company's things stand in. Our credentials open every company's, so it is what
 * provisioning wrote down, and nothing that a caller says. Null: the instance is the company's own, all of it.
 */
function baseOf({ shared, state }: Pick<Link, 'shared' | 'state'>): number | null {
  if (!shared) return null;
  const { collectionId } = state;
  if (typeof collectionId !== 'number') throw engineError('engine_not_ready');
  return collectionId;
}

const idsOf = (location: string | null | undefined): number[] =>
  (location ?? '')
    .split('/')
    .filter((one) => one !== '')
    .map(Number);

export const readCollection = (ctx: EngineCtx, id: number): Promise<ApiCollection | undefined> =>
  ask<ApiCollection>(ctx, { method: 'GET', path: `/api/collection/${id}` }).catch(orGone);

/** Whether a collection is that one, or anywhere below it; and below none of `but`. */
async function isWithin(ctx: EngineCtx, id: number, above: number, but?: number): Promise<boolean> {
  if (id === above) return true;
  const found = await readCollection(ctx, id);
  if (!found || found.archived) return false;
  const way = [...idsOf(found.location), id];
  return way.includes(above) && (but === undefined || !way.includes(but));
}

/** People's personal collections are nobody else's, in an instance of the company's own as well. */
async function isPersonal(ctx: EngineCtx, id: number): Promise<boolean> {
  const found = await readCollection(ctx, id);
  if (!found || found.archived) return true;
  const [top = id] = idsOf(found.location);
  const first = top === id ? found : await readCollection(ctx, top);
  return typeof first?.personal_owner_id === 'number';
}

/** Whether things of a collection are the company's. Undefined and null: at the top of the instance. */
export async function isOwn(ctx: EngineCtx, collectionId: number | null | undefined): Promise<boolean> {
  const base = baseOf(ctx.link);
  const id = collectionId ?? null;
  if (base === null) return id === null || !(await isPersonal(ctx, id));
  return id !== null && isWithin(ctx, id, base);
}

/** Whether it is one of the operator's, made for every company to embed. */
export async function isForAll(ctx: EngineCtx, collectionId: number | null | undefined): Promise<boolean> {
  const { sharedCollectionId, rootCollectionId } = settingsOf(ctx.link);
  if (sharedCollectionId === undefined || typeof collectionId !== 'number') return false;
  return isWithin(ctx, collectionId, sharedCollectionId, rootCollectionId);
}

/** One page of what a collection holds. */
export const itemsOf = (
  ctx: EngineCtx,
  id: number | 'root',
  model: 'dashboard' | 'collection',
  { limit, offset }: { limit: number; offset: number },
): Promise<{ data: readonly ApiItem[]; total?: number }> =>
  ask(ctx, {
    method: 'GET',
    path: `/api/collection/${id}/items?models=${model}&sort_column=name&sort_direction=asc&limit=${limit}&offset=${offset}`,
  });

/** A collection and all below it, from the top down. */
export async function treeOf(ctx: EngineCtx, id: number): Promise<number[]> {
  const tree = [id];
  for (let at = 0; at < tree.length && tree.length < FOLDERS_MAX; at++)
    for (let offset = 0; ; offset += PAGE) {
      const { data } = await itemsOf(ctx, tree[at]!, 'collection', { limit: PAGE, offset });
      tree.push(...data.map((one) => one.id).filter((one) => !tree.includes(one)));
      if (data.length < PAGE) break;
    }
  return tree;
}

/** Every collection that is nobody's personal one, in the order of their ids. */
export async function allCollections(ctx: EngineCtx, archived = false): Promise<ApiCollection[]> {
  const rows = await ask<ApiCollection[]>(ctx, {
    method: 'GET',
    path: `/api/collection?exclude-other-user-collections=true&archived=${archived}`,
  });
  const personal = new Set(
    rows.filter(({ personal_owner_id: owner }) => typeof owner === 'number').map(({ id }) => Number(id)),
  );
  return rows
    .filter(
      ({ id, location }) =>
        typeof id === 'number' && ![id, ...idsOf(location)].some((one) => personal.has(one)),
    )
    .toSorted((a, b) => Number(a.id) - Number(b.id));
}

/** Where a company's dashboards may stand. */
export async function foldersOf(ctx: EngineCtx): Promise<(number | 'root')[]> {
  const base = baseOf(ctx.link);
  if (base !== null) return treeOf(ctx, base);
  const all = await allCollections(ctx);
  return ['root', ...all.filter(({ archived }) => !archived).map(({ id }) => id as number)];
}
