import type { Ctx } from '#core/context.ts';
import type { Link, Secrets } from '#core/engine.ts';
import type { EngineReach } from '#features/engines/parts.ts';
import { findSecret, type InstanceRow } from './store.ts';

/** Where a secret of the entered tenant stands. */
export const place = (path: string, { tenant }: Ctx) => ({ tenantId: tenant.id, slug: tenant.slug, path });

export async function credentialsOf(
  ctx: Ctx,
  { secrets }: EngineReach,
  { secretPath }: InstanceRow,
): Promise<Secrets> {
  const [[stored]] = await ctx.db.batch([findSecret(secretPath)]);
  return stored ? secrets.read(place(secretPath, ctx), stored) : {};
}

/** The operator's own way to an instance that companies share; no company's part is in it. */
export async function sharedLink(ctx: Ctx, parts: EngineReach, row: InstanceRow): Promise<Link> {
  return {
    instanceId: row.id,
    url: row.url,
    trusted: true,
    shared: true,
    version: row.engineVersion,
    settings: row.settings,
    credentials: await credentialsOf(ctx, parts, row),
    state: {},
    secrets: {},
  };
}
