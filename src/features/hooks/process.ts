import type { Ctx } from '#core/context.ts';
import type { Statement } from '#core/db.ts';
import type { Told } from '#core/engine-hooks.ts';
import type { Link } from '#core/engine.ts';
import { AppError, toAppError } from '#core/errors.ts';
import { noteContacts } from '#features/contact-sync/index.ts';
import { findLink, toLinkRow } from '#platform/db/engine-links.ts';
import { openLink } from '#platform/engines/link.ts';
import { openKept, pathOf } from './address.ts';
import { toldBy } from './events.ts';
import { sourcesOf, type HookParts, type Source } from './parts.ts';
import { endDelivery, failDelivery, findDelivery, findSecret, type DeliveryRow } from './store.ts';

const FETCH_MS = 15_000;
/** A message that tells more than this is none. */
const MAX_TOLD = 1_000;

/** A sender's own API, with what the company gave us for it. @throws AppError engine_not_connected */
async function linkTo(ctx: Ctx, source: Source, parts: HookParts): Promise<Link> {
  const { sender, name } = source;
  if (!sender) {
    const [[found]] = await ctx.db.batch([findLink(name)]);
    if (!found) throw new AppError('engine_not_connected');
    return openLink(toLinkRow(found.link), ctx.tenant, parts.secrets);
  }
  const [[row]] = await ctx.db.batch([findSecret(pathOf(name))]);
  if (!row || sender.api === undefined) throw new AppError('engine_not_connected');
  const { secret } = await openKept(parts, ctx.tenant, name, row);
  return {
    instanceId: name,
    url: sender.api,
    trusted: true,
    shared: true,
    version: null,
    settings: {},
    credentials: {},
    state: {},
    secrets: secret === undefined ? {} : { hook: secret },
  };
}

async function fetched(ctx: Ctx, source: Source, parts: HookParts, kind: string, body: unknown) {
  const { fetch } = source.hooks;
  if (!fetch) return body;
  const { tenant, clock, log, signal } = ctx;
  const { ctx: own } = parts.calls.open({
    link: await linkTo(ctx, source, parts),
    tenant,
    requestId: clock.id(),
    changes: false,
    timeoutMs: FETCH_MS,
    signal,
    clock,
    log,
  });
  return fetch(own, kind, body);
}

/** @throws AppError malformed_request: nothing that trying again could mend */
function parsed(row: DeliveryRow & { body: Buffer | null }): unknown {
  try {
    return JSON.parse(row.body!.toString());
  } catch (cause) {
    throw new AppError('malformed_request', { cause });
  }
}

function readTold(source: Source, kind: string, body: unknown): readonly Told[] {
  const all = source.hooks.read(kind, body);
  if (all.length > MAX_TOLD) throw new AppError('malformed_request');
  return all;
}

/**
 * Reads a message that was kept: what it tells of contacts goes to their sync, the rest out as events, in the one
 * transaction that says it was read.
 * @throws AppError for what trying again may mend
 */
export async function processDelivery(ctx: Ctx, parts: HookParts, id: string): Promise<void> {
  const [[row]] = await ctx.db.batch([findDelivery(id)]);
  // Done by an earlier try, or its time is over.
  if (!row || row.status === 'done' || row.body === null) return;
  const source = sourcesOf(parts).find(({ name }) => name === row.engine);
  if (!source) return;
  const now = ctx.clock.now();
  try {
    const body = await fetched(ctx, source, parts, row.kind, parsed(row));
    const all = readTold(source, row.kind, body);
    const statements: Statement[] = [endDelivery(id, all.length, now)];
    const contacts = all.filter((one) => one.what === 'contact');
    if (contacts.length > 0) statements.push(...noteContacts(row.engine, contacts, now));
    const event = toldBy(source);
    for (const one of all)
      if (one.what === 'event')
        ctx.emit(event, { deliveryId: id, name: one.name, id: one.id, data: { ...one.data } });
    await ctx.db.batch(statements, { id });
  } catch (error) {
    const known = toAppError(error);
    await ctx.db.batch([failDelivery(id, known.code, now)], { id });
    if (known.code === 'malformed_request') return;
    throw error;
  }
}
