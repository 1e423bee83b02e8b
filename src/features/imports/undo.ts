import { setTimeout as sleep } from 'node:timers/promises';
import type { Ctx } from '#core/context.ts';
import {
  contactDeleted,
  contactUpdated,
  deleteContacts,
  lockContacts,
  toContact,
  updateContacts,
  type Contact,
} from '#features/contacts/index.ts';
import { activeHolds, covers, withdrawByEvidence } from '#features/privacy/index.ts';
import { importAdvanced, importFinished } from './events.ts';
import { evidenceOf } from './run.ts';
import { counted } from './shown.ts';
import { BATCH, REST, TURN_MS } from './pace.ts';
import {
  findImport,
  lockImport,
  markConflicts,
  nextChanges,
  saveUndo,
  setState,
  takeTurn,
  type Change,
} from './store.ts';

interface Undo {
  readonly removed: readonly Contact[];
  readonly restored: readonly Contact[];
  /** The restored ones as they are stored. */
  readonly from: readonly Contact[];
  readonly conflicts: readonly string[];
}

/** What nobody touched since goes back, unless a legal hold keeps it; the rest is told. */
function planUndo(
  changes: readonly Change[],
  stored: ReadonlyMap<string, { contact: Contact; blocked: boolean }>,
  isHeld: (contactId: string) => boolean,
): Undo {
  const plan = { removed: [], restored: [], from: [], conflicts: [] } as {
    removed: Contact[];
    restored: Contact[];
    from: Contact[];
    conflicts: string[];
  };
  for (const { contactId, version, before } of changes) {
    const found = stored.get(contactId);
    if (!found || found.blocked || found.contact.version !== version) plan.conflicts.push(contactId);
    else if (before === null && isHeld(contactId)) plan.conflicts.push(contactId);
    else if (before === null) plan.removed.push(found.contact);
    else {
      plan.restored.push({ ...(before as Contact), version: version + 1 });
      plan.from.push(found.contact);
    }
  }
  return plan;
}

/** Takes an import back, batch by batch; a run that was killed is gone on with by the next. */
export async function undoImport(ctx: Ctx, id: string): Promise<void> {
  const [[row]] = await ctx.db.batch([findImport(id)]);
  if (row?.state !== 'undoing') return;
  const until = ctx.clock.now().getTime() + TURN_MS;
  let { undoAfter } = row;
  for (;;) {
    ctx.signal.throwIfAborted();
    const started = ctx.clock.now().getTime();
    const step = await ctx.db.tx(async (tx) => {
      const [, [now], changes] = await tx.all([
        takeTurn(ctx.tenant.id),
        lockImport(id),
        nextChanges(id, undoAfter, BATCH),
      ]);
      if (now?.state !== 'undoing' || now.undoAfter !== undoAfter) return { id, goOn: false };
      const at = ctx.clock.now();
      const last = changes.at(-1)?.contactId;
      if (last === undefined) {
        await tx.run(setState(id, 'undone', at));
        ctx.emit(importFinished, counted({ ...now, state: 'undone' }));
        return { id, goOn: false };
      }
      const rows = await tx.run(lockContacts(changes.map(({ contactId }) => contactId)));
      const stored = new Map(
        rows.map(({ blocked, ...one }) => [one.id, { contact: toContact(one), blocked }] as const),
      );
      const holds = await tx.run(activeHolds(at));
      const isHeld = (contactId: string): boolean =>
        holds.some((hold) => covers(hold, 'contacts', contactId));
      const { removed, restored, from, conflicts } = planUndo(changes, stored, isHeld);
      const { country } = ctx.tenant;
      const back = [...removed, ...restored].map((one) => one.id);
      const note = 'import undone';
      await tx.all([
        ...(removed.length > 0 ? deleteContacts(removed, country) : []),
        ...(restored.length > 0 ? updateContacts(restored, from, country, at) : []),
        withdrawByEvidence(back, evidenceOf(id), { channel: 'api', note, now: at }),
        ...(conflicts.length > 0 ? [markConflicts(id, conflicts)] : []),
        saveUndo(id, { after: last, undone: back.length, conflicts: conflicts.length }, at),
      ]);
      for (const one of removed) ctx.emit(contactDeleted, { id: one.id, version: one.version });
      for (const one of restored) ctx.emit(contactUpdated, { id: one.id, version: one.version });
      const over = at.getTime() >= until;
      if (over) ctx.emit(importAdvanced, { id });
      return { id, goOn: !over, last };
    });
    if (!step.goOn || step.last === undefined) return;
    undoAfter = step.last;
    await sleep((ctx.clock.now().getTime() - started) * REST, undefined, { signal: ctx.signal });
  }
}
