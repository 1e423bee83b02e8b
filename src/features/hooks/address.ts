import { randomBytes } from 'node:crypto';
import type { Ctx } from '#core/context.ts';
import type { Tx } from '#core/db.ts';
import { tokenHash } from '#platform/db/lookups.ts';
import type { SealedSecret } from '#platform/db/engine-links.ts';
import { keepSecret } from '#platform/engines/secrets.ts';
import type { HookParts } from './parts.ts';
import { findSecret, insertHook } from './store.ts';

const TOKEN_BYTES = 32;
/** How long an address, or a secret, is taken beside the one that followed it. */
export const GRACE_MS = 24 * 3_600_000;

/** What is kept sealed of an address. */
export interface Kept {
  readonly token: string;
  /** What both sides know, of a mere sender. */
  readonly secret?: string;
  readonly secretBefore?: string;
  /** Milliseconds since 1970 until which that one counts too. */
  readonly secretUntil?: string;
}

export const newToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');
export const pathOf = (engine: string): string => `${engine}/hook`;
export const urlOf = ({ publicUrl }: Pick<HookParts, 'publicUrl'>, engine: string, token: string): string =>
  `${publicUrl}/hooks/${engine}/${token}`;

type Stores = Pick<HookParts, 'secrets'>;

export async function openKept(
  { secrets }: Stores,
  tenant: { id: string; slug: string },
  engine: string,
  row: SealedSecret,
): Promise<Kept> {
  const place = { tenantId: tenant.id, slug: tenant.slug, path: pathOf(engine) };
  return (await secrets.read(place, row)) as unknown as Kept;
}

/** Seals it anew, inside the transaction that changes the address. */
export async function keep(ctx: Ctx, tx: Tx, { secrets }: Stores, engine: string, kept: Kept): Promise<void> {
  const place = { tenantId: ctx.tenant.id, slug: ctx.tenant.slug, path: pathOf(engine) };
  await keepSecret(tx, secrets, place, { ...kept }, ctx.clock.now());
}

/** A new address; undefined when there is one already. */
export async function makeAddress(
  ctx: Ctx,
  tx: Tx,
  parts: Stores,
  engine: string,
  secret?: string,
): Promise<Kept | undefined> {
  const token = newToken();
  const [made] = await tx.run(insertHook(engine, tokenHash(token), ctx.clock.now()));
  if (!made) return undefined;
  const kept = { token, ...(secret !== undefined && { secret }) };
  await keep(ctx, tx, parts, engine, kept);
  return kept;
}

async function find(ctx: Ctx, parts: Stores, engine: string): Promise<Kept | undefined> {
  const [[row]] = await ctx.db.batch([findSecret(pathOf(engine))]);
  return row && openKept(parts, ctx.tenant, engine, row);
}

type Addresses = Pick<HookParts, 'secrets' | 'publicUrl'>;

/** The entered company's address for an engine: always the same one, made when there is none yet. */
export const hookUrl =
  (parts: Addresses) =>
  async (ctx: Ctx, engine: string): Promise<string> => {
    const known = await find(ctx, parts, engine);
    if (known) return urlOf(parts, engine, known.token);
    const made = await ctx.db.tx(async (tx) => ({
      id: engine,
      kept: await makeAddress(ctx, tx, parts, engine),
    }));
    // Somebody else made it meanwhile.
    const kept = made.kept ?? (await find(ctx, parts, engine));
    if (!kept) throw new Error(`the address of ${engine} has lost its token`);
    return urlOf(parts, engine, kept.token);
  };

/** The same for what only reads: before the first address is made, one that nobody answers at. */
export const knownHookUrl =
  (parts: Addresses) =>
  async (ctx: Ctx, engine: string): Promise<string> =>
    urlOf(parts, engine, (await find(ctx, parts, engine))?.token ?? '-');
