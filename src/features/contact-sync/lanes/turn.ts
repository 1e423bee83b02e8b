import type { Ctx } from '#core/context.ts';
import type { Statement } from '#core/db.ts';
import type { ContactsDefinition, EngineContact } from '#core/engine-contacts.ts';
import type { Link } from '#core/engine.ts';
import { toAppError } from '#core/errors.ts';
import { contactIdsAfter } from '#features/contacts/index.ts';
import { findLink, toLinkRow, type RawLink } from '#platform/db/engine-links.ts';
import type { Pool } from '#platform/db/pool.ts';
import { enter } from '#platform/db/records.ts';
import type { EngineCalls } from '#platform/engines/call.ts';
import { openLink } from '#platform/engines/link.ts';
import type { SecretStore } from '#platform/engines/secrets.ts';
import { takeAll } from '#features/contact-sync/inbound.ts';
import { sendAll, type Target } from '#features/contact-sync/outbound.ts';
import { changedContacts, dueLinks, forgetTold, settle, toldContacts } from '#features/contact-sync/store.ts';
import { NAMES } from './names.ts';
import {
  beginAnew,
  beginTurn,
  endTurn,
  failTurn,
  saveCursor,
  saveFilledAt,
  saveFilledTo,
  savePosition,
  type Lane,
} from './store.ts';

/** A lane's turn: then others come first. */
const TURN_MS = 10_000;
const REQUEST_MS = 15_000;
/** Contacts, or words about them, that are read at a time. */
const PAGE = 100;
/** How often changes in the engine are looked for. */
const POLL_MS = 5 * 60_000;
const NOT_READY_MS = 60_000;
const FIRST_RETRY_MS = 5_000;
const LONGEST_RETRY_MS = 15 * 60_000;
const MS_PER_SECOND = 1_000;

export interface TurnOptions {
  readonly worker: string;
  readonly calls: EngineCalls;
  readonly secrets: SecretStore;
  /** Role app's; for what needs no audit: how far a lane has come. */
  readonly pool: Pool;
  readonly random: () => number;
}

const gone = (id: string): EngineContact => ({
  id,
  gone: true,
  name: null,
  email: null,
  phone: null,
  taxId: null,
  ours: null,
});

const usable = ({ usable: open, wanted }: RawLink): boolean => open && wanted === 'present';

function targetOf(
  ctx: Ctx,
  engine: string,
  contacts: ContactsDefinition,
  link: Link,
  calls: EngineCalls,
): Target {
  const { tenant, clock, log, signal } = ctx;
  const call = (changes: boolean) =>
    calls.open({ link, tenant, requestId: clock.id(), changes, timeoutMs: REQUEST_MS, signal, clock, log })
      .ctx;
  return { engine, contacts, call };
}

/** Milliseconds until the next try after `failures` in a row: doubling, its upper half random. */
const retryMs = (failures: number, random: number): number =>
  (Math.min(FIRST_RETRY_MS * 2 ** (failures - 1), LONGEST_RETRY_MS) / 2) * (1 + random);

/** Works on one lane for a while: what the engine told, what changed there, what changed here. */
export async function takeLaneTurn(
  ctx: Ctx,
  engine: string,
  contacts: ContactsDefinition,
  options: TurnOptions,
): Promise<void> {
  const { worker, calls, secrets, pool, random } = options;
  const door = enter(ctx.tenant.id, ctx.actor.credential);
  const note = (...statements: readonly Statement[]): Promise<unknown> => pool.batch([door, ...statements]);
  const later = (ms: number): Date => new Date(ctx.clock.now().getTime() + ms);
  const [, [lane], [found]] = await pool.batch([door, beginTurn(worker, engine), findLink(engine)]);
  if (!lane) return;
  if (!found || !usable(found.link)) {
    await note(endTurn(worker, engine, later(NOT_READY_MS)));
    return;
  }
  try {
    const link = await openLink(toLinkRow(found.link), ctx.tenant, secrets);
    const anew = lane.instanceId !== link.instanceId;
    if (anew) await note(...beginAnew(worker, engine, link.instanceId));
    const fresh = { filledTo: null, filledAt: null, cursor: null, polledAt: null };
    const target = targetOf(ctx, engine, contacts, link, calls);
    const done = await work(ctx, target, anew ? { ...lane, ...fresh } : lane, { worker, note });
    // What is left is gone on with when the others have had theirs.
    const nextMs = done ? POLL_MS * (0.75 + random() / 2) : 0;
    await note(endTurn(worker, engine, later(nextMs)));
  } catch (error) {
    if (ctx.signal.aborted) throw error;
    const known = toAppError(error);
    const failures = lane.attempts + 1;
    ctx.log.warn({ err: error, engine, failures }, 'contacts could not be kept the same');
    const waitMs = Math.max(
      retryMs(failures, random()),
      (known.options.retryAfterSeconds ?? 0) * MS_PER_SECOND,
    );
    await note(failTurn(worker, engine, known.code, later(waitMs)));
  }
}

interface Progress {
  readonly worker: string;
  readonly note: (...statements: readonly Statement[]) => Promise<unknown>;
}

/** @returns true when nothing is left to do */
async function work(ctx: Ctx, target: Target, lane: Lane, { worker, note }: Progress): Promise<boolean> {
  const { engine, contacts, call } = target;
  const until = ctx.clock.now().getTime() + TURN_MS;
  let { position, filledTo, cursor } = lane;
  let filled = lane.filledAt !== null;
  const now = (): number => ctx.clock.now().getTime();
  let polling = lane.polledAt === null || now() - Date.parse(lane.polledAt) >= POLL_MS * 0.7;
  for (let busy = true; busy;) {
    ctx.signal.throwIfAborted();
    if (now() >= until) return false;
    busy = false;

    const [told, due] = await ctx.db.batch([
      toldContacts(engine, PAGE),
      dueLinks(engine, ctx.clock.now(), PAGE),
    ]);
    if (told.length > 0) {
      busy = true;
      // Who can be asked is: what was told may be older than what is known.
      const seen: EngineContact[] = [];
      for (const { engineId, contact } of told)
        seen.push(contacts.get ? ((await contacts.get(call(false), engineId)) ?? gone(engineId)) : contact);
      await takeAll(ctx, engine, seen);
      await note(forgetTold(engine, told));
    }
    if (polling) {
      busy = true;
      const page = await contacts.changes(call(false), cursor);
      await takeAll(ctx, engine, page.contacts);
      ({ cursor } = page);
      polling = page.more;
      await note(saveCursor(worker, engine, cursor, page.more ? null : ctx.clock.now()));
      // Who is there already is known before anybody is sent there.
      if (polling) continue;
    }
    if (due.length > 0) {
      const at = ctx.clock.now();
      const ids = due.map(({ contactId }) => contactId);
      await sendAll(ctx, target, ids);
      await note(settle(engine, ids, at));
      busy = true;
    }
    const [[changed], old] = await ctx.db.batch([
      changedContacts(position, NAMES, PAGE),
      contactIdsAfter(filledTo, filled ? 0 : PAGE),
    ]);
    await sendAll(ctx, target, changed!.ids);
    if (changed!.position !== position) {
      ({ position } = changed!);
      await note(savePosition(worker, engine, position));
    }
    busy ||= changed!.more;
    if (filled) continue;
    await sendAll(
      ctx,
      target,
      old.map(({ id }) => id),
    );
    filled = old.length < PAGE;
    filledTo = old.at(-1)?.id ?? filledTo;
    await note(
      saveFilledTo(worker, engine, filledTo),
      ...(filled ? [saveFilledAt(worker, engine, ctx.clock.now())] : []),
    );
    busy ||= !filled;
  }
  return true;
}
