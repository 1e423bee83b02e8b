import type { EngineCtx } from '#core/engine.ts';
import { inAccount } from './client.ts';
import type { CwContact } from './shapes.ts';

/** What making a contact answers; its published schema says otherwise. */
export type Made = { readonly payload: CwContact | { readonly contact: CwContact } };

export const madeContact = ({ payload }: Made): CwContact =>
  'contact' in payload ? payload.contact : payload;

/** @throws AppError engine_not_found for another company's, as for what isn't there */
export async function findContact(ctx: EngineCtx, id: string): Promise<CwContact> {
  const { payload } = await inAccount<{ payload: CwContact }>(ctx, {
    method: 'GET',
    path: `/contacts/${id}`,
  });
  return payload;
}
