import { setTimeout as sleep } from 'node:timers/promises';
import type { Ctx } from '#core/context.ts';
import { holdFields } from '#features/contact-fields/index.ts';
import {
  contactCreated,
  contactUpdated,
  insertContacts,
  lockContactsByTerm,
  updateContacts,
} from '#features/contacts/index.ts';
import { recordConsents } from '#features/privacy/index.ts';
import { importAdvanced, importFinished, importProgressed } from './events.ts';
import { readCsv } from './files/csv.ts';
import { decodeFile } from './files/encoding.ts';
import type { Place, Portion } from './files/record.ts';
import { readVcards } from './files/vcard.ts';
import { readLine, type Line, type Settings } from './lines.ts';
import { planBatch, wantedTerms, type Plan } from './plan.ts';
import { counted } from './shown.ts';
import { BATCH, REST, TURN_MS } from './pace.ts';
import {
  dropParts,
  findImport,
  insertChanges,
  insertErrors,
  insertMade,
  listParts,
  lockImport,
  saveProgress,
  setState,
  takeTurn,
  type ImportRow,
} from './store.ts';

const PROGRESS_MS = 2_000;

/** Where a consent of a file is proved; undoing finds them by it. */
export const evidenceOf = (importId: string): string => `import ${importId} `;

const read = (row: ImportRow, text: Buffer, from: Place, settings: Settings, most: number): Portion =>
  row.format === 'csv' ? readCsv(text, from, settings.delimiter, most) : readVcards(text, from, most);

/** Where the first contact stands: after the line that names the columns. */
const beginning = (row: ImportRow, text: Buffer, settings: Settings): Place => {
  const start = { at: row.readBytes, line: row.line };
  const atStart = row.readBytes === 0 && row.format === 'csv' && settings.header;
  return atStart ? readCsv(text, start, settings.delimiter, 1).next : start;
};

/**
 * Reads on from where the last transaction came to. What a transaction wrote and how far it came are one: a run that was
 * killed is gone on with by the next, and of two at a time one finds the other's place taken and leaves.
 */
export async function runImport(ctx: Ctx, id: string): Promise<void> {
  const [[row], parts] = await ctx.db.batch([findImport(id), listParts(id)]);
  if (row?.state !== 'running' || !row.settings) return;
  const { settings } = row;
  const text = decodeFile(Buffer.concat(parts.map(({ bytes }) => bytes)), settings.encoding);
  const until = ctx.clock.now().getTime() + TURN_MS;
  let place = beginning(row, text, settings);
  let told = ctx.clock.now().getTime();
  let expected = row.readBytes;
  for (;;) {
    ctx.signal.throwIfAborted();
    const started = ctx.clock.now().getTime();
    const portion = read(row, text, place, settings, BATCH);
    const speak = started - told >= PROGRESS_MS;
    const state = await ctx.db.tx(async (tx) => {
      const [, [now], definitions] = await tx.all([takeTurn(ctx.tenant.id), lockImport(id), holdFields]);
      if (now?.state !== 'running' || now.readBytes !== expected) return { id, goOn: false };
      const lines = portion.records.map((one) => readLine(one, settings, definitions, ctx.tenant.country));
      const known =
        settings.duplicates === 'create'
          ? []
          : await tx.run(lockContactsByTerm(wantedTerms(lines, settings.matchBy)));
      const at = ctx.clock.now();
      const plan = planBatch(lines, known, settings, { id: () => ctx.clock.id(), now: at.toISOString() });
      const errors = lines.filter((line) => line.errors.length > 0);
      const done: ImportRow = {
        ...now,
        readBytes: portion.next.at,
        totalBytes: text.length,
        line: portion.next.line,
        rows: now.rows + lines.length,
        created: now.created + plan.created.length,
        updated: now.updated + plan.updated.length,
        skipped: now.skipped + plan.skipped,
        failed: now.failed + errors.length,
      };
      const end = portion.next.at >= text.length;
      await tx.all([
        ...writes(ctx, id, settings, plan, errors, at),
        saveProgress(done, at),
        ...(end ? [setState(id, 'finished', at), dropParts(id)] : []),
      ]);
      // Only now: what a failed transaction would have told is not told with the next.
      for (const { id: contact, version } of plan.created) ctx.emit(contactCreated, { id: contact, version });
      for (const { id: contact, version } of plan.updated) ctx.emit(contactUpdated, { id: contact, version });
      if (end) ctx.emit(importFinished, counted({ ...done, state: 'finished' }));
      else if (speak) ctx.emit(importProgressed, counted(done));
      if (!end && at.getTime() >= until) ctx.emit(importAdvanced, { id });
      return { id, goOn: !end && at.getTime() < until };
    });
    if (!state.goOn) return;
    expected = portion.next.at;
    place = portion.next;
    if (speak) told = started;
    await sleep((ctx.clock.now().getTime() - started) * REST, undefined, { signal: ctx.signal });
  }
}

function writes(ctx: Ctx, id: string, settings: Settings, plan: Plan, errors: readonly Line[], now: Date) {
  const { created, updated, before, consents } = plan;
  const { country } = ctx.tenant;
  return [
    ...(created.length > 0 ? [insertContacts(created, country, now), insertMade(id, created)] : []),
    ...(updated.length > 0
      ? [
          ...updateContacts(updated, before, country, now),
          insertChanges(
            id,
            updated.map(({ id: contactId, version }, i) => ({ contactId, version, before: before[i] })),
          ),
        ]
      : []),
    ...(errors.length > 0 ? [insertErrors(id, errors)] : []),
    ...(settings.consent && consents.length > 0
      ? [
          recordConsents(
            consents.map(({ contactId, line, words }) => ({
              id: ctx.clock.id(),
              contactId,
              evidence: `${evidenceOf(id)}line ${line}${words && `: ${words}`}`,
            })),
            { ...settings.consent, now },
          ),
        ]
      : []),
  ];
}
