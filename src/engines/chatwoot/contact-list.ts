import type { EngineCtx } from '#core/engine.ts';
import { inAccount, queryOf } from './client.ts';
import type { Page, Walk } from './pages.ts';
import { msOf, type CwContact } from './shapes.ts';

/** Fixed in Chatwoot, with no parameter. */
const PER_PAGE = 15;

interface Listed {
  readonly meta?: { readonly has_more?: boolean };
  readonly payload: readonly CwContact[];
}

/** The company's contacts in the order they were made, all or those that match `q` (name, mail, phone, identifier). */
export function contactList(
  ctx: EngineCtx,
  { q, order }: { q?: string | undefined; order: Walk<CwContact>['order'] },
): Walk<CwContact> {
  const sort = order === 'newest' ? '-created_at' : 'created_at';
  return {
    order,
    placeOf: ({ id, created_at: at }) => ({ id, at: msOf(at) }),
    fetch: async (page): Promise<Page<CwContact>> => {
      const path = q === undefined ? '/contacts' : '/contacts/search';
      const { meta, payload } = await inAccount<Listed>(ctx, {
        method: 'GET',
        path: `${path}${queryOf({ q, sort, page })}`,
      });
      return { rows: payload, last: !(meta?.has_more ?? payload.length >= PER_PAGE) };
    },
  };
}
