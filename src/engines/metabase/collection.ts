import type { Step, StepCtx } from '#core/engine.ts';
import { ask } from './client.ts';
import { allCollections, readCollection } from './own.ts';
import { settingsOf } from './settings.ts';
import type { ApiCollection } from './shapes.ts';

const NAME_MAX = 100;
/** In the description, as Metabase knows no other field that we may choose. Only administrators can write it. */
const MARKER = /SmarterOS \[([0-9a-f-]{36})\]/;

const nameOf = ({ company }: StepCtx): string => company.name.slice(0, NAME_MAX).trim() || company.slug;
const markerOf = ({ company }: StepCtx): string => `SmarterOS [${company.id}]`;
const ownerOf = ({ description }: ApiCollection): string | undefined => MARKER.exec(description ?? '')?.[1];

/** Whether it stands where companies' collections are made: one with our mark elsewhere is somebody's trick. */
function isInPlace(ctx: StepCtx, { location }: ApiCollection): boolean {
  const { rootCollectionId: root } = settingsOf(ctx.link);
  return root === undefined ? location === '/' : (location ?? '').endsWith(`/${root}/`);
}

/** The one that we know, unless it is another company's by now; else the oldest with the mark, in the bin or not. */
export async function findCollection(ctx: StepCtx): Promise<ApiCollection | undefined> {
  const { collectionId } = ctx.link.state;
  if (typeof collectionId === 'number') {
    const known = await readCollection(ctx, collectionId);
    if (known && [undefined, ctx.company.id].includes(ownerOf(known))) return known;
  }
  const isOurs = (one: ApiCollection): boolean => ownerOf(one) === ctx.company.id;
  const live = (await allCollections(ctx)).find((one) => isOurs(one) && isInPlace(ctx, one));
  // The bin is a place of its own.
  return live ?? (await allCollections(ctx, true)).find((one) => isOurs(one) && one.archived === true);
}

const foundAs = ({ id }: ApiCollection) => ({ state: { collectionId: Number(id) } });

export const collection: Step = {
  name: 'collection',
  title: { es: 'Colección', en: 'Collection' },
  observe: async (ctx) => {
    const found = await findCollection(ctx);
    const good =
      found &&
      !found.archived &&
      found.name === nameOf(ctx) &&
      ownerOf(found) === ctx.company.id &&
      isInPlace(ctx, found);
    return good ? foundAs(found) : null;
  },
  apply: async (ctx) => {
    const found = await findCollection(ctx);
    const body = {
      name: nameOf(ctx),
      description: markerOf(ctx),
      parent_id: settingsOf(ctx.link).rootCollectionId ?? null,
    };
    if (!found)
      return foundAs(await ask<ApiCollection>(ctx, { method: 'POST', path: '/api/collection', body }));
    const path = `/api/collection/${found.id}`;
    await ask(ctx, { method: 'PUT', path, body: { ...body, archived: false }, harmless: true });
    return foundAs(found);
  },
};

/** Into the bin, from which everything comes back. */
export const archived: Step = {
  name: 'archived',
  title: { es: 'Colección archivada', en: 'Collection archived' },
  observe: async (ctx) => {
    const found = await findCollection(ctx);
    return !found || found.archived ? {} : null;
  },
  apply: async (ctx) => {
    const found = await findCollection(ctx);
    if (!found || found.archived) return {};
    const path = `/api/collection/${found.id}`;
    await ask(ctx, { method: 'PUT', path, body: { archived: true }, harmless: true });
    return {};
  },
};
