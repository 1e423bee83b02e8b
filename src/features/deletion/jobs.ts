import { createHash } from 'node:crypto';
import type { Ctx } from '#core/context.ts';
import { defineJob, type JobDefinition } from '#core/job.ts';
import { readExport } from '#features/exports/index.ts';
import type { Teller } from '#features/notifications/index.ts';
import { tenantPurged } from './events.ts';
import { closingNotice, DAY_MS, STAGES } from './notices.ts';
import {
  closingTenant,
  dropOtherParts,
  dueClosings,
  insertNotice,
  insertPart,
  lastPart,
  noticesSent,
  purgeTenant,
  setBlocked,
} from './store.ts';

/** Rows per part of the final export: a few megabytes at the most. */
const PART_ROWS = 1_000;
/** Rows per transaction of a purge: well below the statement's time limit. */
const SLICE_ROWS = 20_000;
/** How long after a purge late rows of that company are still swept up. */
const SWEEP_MS = DAY_MS;

/** Goes on where the last part ended, so that a killed worker loses one part at the most. */
const makeFinalExport = defineJob({
  name: 'tenants.make_final_export',
  summary: 'Make the final export of a company that is about to be deleted.',
  every: '*/5 * * * *',
  during: 'closing',
  run: async (ctx) => {
    const [[tenant]] = await ctx.db.batch([closingTenant]);
    if (!tenant) return;
    const [[last]] = await ctx.db.batch([lastPart(tenant.purge_after)]);
    if (last && last.next_cursor === null) return;
    let [part, cursor] = [last?.part ?? 0, last?.next_cursor ?? null];
    do {
      ctx.signal.throwIfAborted();
      part += 1;
      cursor = await makePart(ctx, tenant, part, cursor ?? undefined);
    } while (cursor !== null);
  },
});

async function makePart(
  ctx: Ctx,
  { id, purge_after: purgeAfter }: { id: string; purge_after: string },
  part: number,
  cursor: string | undefined,
): Promise<string | null> {
  const { data, nextCursor } = await readExport(ctx, cursor, PART_ROWS);
  const body = data.map((line) => `${JSON.stringify(line)}\n`).join('');
  const row = {
    id: ctx.clock.id(),
    purgeAfter,
    part,
    rows: data.length,
    body,
    sha256: createHash('sha256').update(body).digest(),
    nextCursor,
    madeAt: ctx.clock.now(),
  };
  await ctx.db.batch([dropOtherParts(purgeAfter), insertPart(row)], { id });
  return nextCursor;
}

/** The company's own page says it in any case. */
const tellClosing = (teller: Teller): JobDefinition =>
  defineJob({
    name: 'tenants.notify_closing',
    summary: 'Tell the owners that their company is about to be deleted: at once, a week and a day before.',
    every: '*/5 * * * *',
    during: 'closing',
    run: async (ctx) => {
      const [[tenant]] = await ctx.db.batch([closingTenant]);
      if (!tenant) return;
      const { id, purge_after: until, slug } = tenant;
      const left = Date.parse(until) - ctx.clock.now().getTime();
      const stage = STAGES.find(({ days }) => left <= days * DAY_MS)!.name;
      const [sent] = await ctx.db.batch([noticesSent(until)]);
      if (sent.some((one) => one.stage === stage)) return;
      const told = await teller.tell(ctx, {
        id: `closing:${id}:${until}:${stage}`,
        kind: 'tenant.closing',
        tenantId: id,
        words: (language, company) => closingNotice(language, { company, slug, until }),
      });
      // As long as nobody could be told, it is tried again.
      if (told > 0) await ctx.db.batch([insertNotice(ctx.clock.id(), until, stage, ctx.clock.now())], { id });
    },
  });

const purge = defineJob({
  name: 'tenants.purge',
  summary: 'Delete for good what belongs to companies whose time of grace is over.',
  every: '23 * * * *',
  realm: 'operator',
  run: async (ctx) => {
    const now = ctx.clock.now();
    const [due] = await ctx.db.batch([dueClosings(now, new Date(now.getTime() - SWEEP_MS))]);
    for (const { id, purged } of due) await purgeOne(ctx, id, purged);
  },
});

/** In slices, each of them committed: killed in the middle, the next run goes on. */
async function purgeOne(ctx: Ctx, id: string, again: boolean): Promise<void> {
  for (;;) {
    ctx.signal.throwIfAborted();
    const [rows] = await ctx.db.batch([purgeTenant(id, SLICE_ROWS, false)]);
    const refused = rows.find(({ gone }) => gone === null);
    if (refused) {
      ctx.log.warn({ tenant: id, by: refused.relation }, 'a company can’t be purged yet');
      return ctx.db.batch([setBlocked(id, refused.relation)], undefined);
    }
    if (rows.length === 0) break;
  }
  if (again) return;
  await ctx.db.tx(async (tx) => {
    const rows = await tx.run(purgeTenant(id, SLICE_ROWS, true));
    // Rows or a hold came in the meantime, or another worker was faster: the next turn sees to it.
    if (!rows.some(({ relation }) => relation === 'core.tenants'))
      throw new Error('the company changed while it was purged');
    ctx.emit(tenantPurged, { id });
    return { id };
  });
}

export const deletionJobs = ({ teller }: { readonly teller: Teller }): readonly JobDefinition[] => [
  makeFinalExport,
  tellClosing(teller),
  purge,
];
