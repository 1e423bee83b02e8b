import { z } from 'zod';
import { engineError } from '#core/engine-errors.ts';
import { defineEngineOperation } from '#core/engine-operation.ts';
import type { EngineCtx } from '#core/engine.ts';
import { invalidField, type ErrorCode } from '#core/errors.ts';
import { pageInput, pageOf } from '#core/pagination.ts';
import { ask } from './client.ts';
import { refusalOf } from './embeddable.ts';
import { exampleDashboard, exampleRow } from './examples.ts';
import { foldersOf, isOwn, itemsOf } from './own.ts';
import {
  Dashboard,
  DashboardRow,
  metabaseId,
  type ApiCard,
  type ApiDashboard,
  type ApiItem,
} from './shapes.ts';

const CURSOR = /^(\d{1,10}|root):(\d{1,7})$/;
/** What any call can meet. */
export const ERRORS: readonly ErrorCode[] = [
  'engine_not_found',
  'engine_forbidden',
  'engine_invalid',
  'engine_rate_limited',
  'engine_unreachable',
  'engine_rejected_credentials',
];

/** A dashboard that isn't in the bin. @throws AppError engine_not_found */
export async function readDashboard(ctx: EngineCtx, id: string): Promise<ApiDashboard> {
  const found = await ask<ApiDashboard>(ctx, { method: 'GET', path: `/api/dashboard/${id}` });
  if (found.archived) throw engineError('engine_not_found');
  return found;
}

const toRow = (item: ApiItem, folder: number | 'root'): z.infer<typeof DashboardRow> => ({
  id: String(item.id),
  name: item.name,
  description: item.description ?? null,
  collectionId: folder === 'root' ? null : String(folder),
  updatedAt: item['last-edit-info']?.timestamp ?? null,
});

/** Collection after collection; the cursor says which, and how many of it were given. */
async function listDashboards(ctx: EngineCtx, limit: number, cursor: string | undefined) {
  const folders = await foldersOf(ctx);
  const [, folder, offset = '0'] = CURSOR.exec(cursor ?? `${folders[0]!}:0`) ?? [];
  let at = folders.findIndex((one) => String(one) === folder);
  if (at < 0)
    throw invalidField('cursor', 'cursor', {
      en: 'must be the nextCursor of the page before, unchanged',
      es: 'debe ser el nextCursor de la página anterior, sin cambios',
    });
  const data: z.infer<typeof DashboardRow>[] = [];
  let skip = Number(offset);
  for (; at < folders.length; at++, skip = 0) {
    const one = folders[at]!;
    const room = limit - data.length;
    // One more than there is room for tells whether there are more.
    const page = await itemsOf(ctx, one, 'dashboard', { limit: room + 1, offset: skip });
    data.push(...page.data.slice(0, room).map((item) => toRow(item, one)));
    if (page.data.length > room) return { data, nextCursor: `${one}:${skip + room}` };
  }
  return { data, nextCursor: null };
}

export const dashboards = defineEngineOperation({
  name: 'metabase.dashboards',
  route: 'GET /metabase/dashboards',
  summary: 'List the company’s dashboards.',
  description:
    'In a Metabase that companies share, these are the ones in the company’s collection and in the collections below it.',
  effect: 'read',
  access: [{ scope: 'metabase:read' }],
  input: z.strictObject(pageInput),
  output: pageOf(DashboardRow),
  errors: ERRORS,
  examples: [{ title: 'The first page', input: {}, output: { data: [exampleRow], nextCursor: null } }],
  run: (ctx, { limit, cursor }) => listDashboards(ctx, limit, cursor),
});

/** Those cards that are the company's as well: a dashboard may show what stands elsewhere. */
async function ownCards(ctx: EngineCtx, found: ApiDashboard): Promise<ApiCard[]> {
  const all = (found.dashcards ?? []).flatMap(({ card, series = [] }) => [card, ...series]);
  const cards = new Map<number, ApiCard>();
  const known = new Map<number | null, boolean>();
  for (const card of all) {
    if (typeof card?.id !== 'number' || card.archived) continue;
    const folder = card.collection_id ?? null;
    const own = known.get(folder) ?? (await isOwn(ctx, folder));
    known.set(folder, own);
    if (own) cards.set(card.id, card);
  }
  return [...cards.values()];
}

export const dashboard = defineEngineOperation({
  name: 'metabase.dashboard',
  route: 'GET /metabase/dashboards/{id}',
  summary: 'Read a dashboard.',
  effect: 'read',
  access: [{ scope: 'metabase:read' }],
  input: z.strictObject({ id: metabaseId.describe('Id of the dashboard.') }),
  output: Dashboard,
  errors: ERRORS,
  examples: [{ title: 'Sales', input: { id: exampleRow.id }, output: exampleDashboard }],
  run: async (ctx, { id }) => {
    const found = await readDashboard(ctx, id);
    if (!(await isOwn(ctx, found.collection_id))) throw engineError('engine_not_found');
    const cards = await ownCards(ctx, found);
    return {
      id: String(found.id),
      name: found.name,
      description: found.description ?? null,
      collectionId: typeof found.collection_id === 'number' ? String(found.collection_id) : null,
      updatedAt: found.updated_at ?? null,
      parameters: (found.parameters ?? []).map(({ slug, name, type }) => ({
        slug,
        name: name ?? slug,
        type,
      })),
      cards: cards.map((card) => ({ id: String(card.id), name: card.name, display: card.display ?? null })),
      embeddable: refusalOf(ctx.link, found) === undefined,
    };
  },
});
