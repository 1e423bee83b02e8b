import { defineJob, type JobDefinition } from '#core/job.ts';
import { hookReceived } from './events.ts';
import type { HookParts } from './parts.ts';
import { processDelivery } from './process.ts';
import { anyOld, dropBodies, dropDeliveries } from './store.ts';

const DAY_MS = 24 * 3_600_000;
const BODY_DAYS = 7;
/** Repeats are known for so long. */
const ROW_DAYS = 90;
/** Per transaction. */
const SLICE_ROWS = 5_000;

export function hookJobs({ hooks }: { readonly hooks: HookParts }): readonly JobDefinition[] {
  const read = defineJob({
    name: 'hooks.read',
    summary: 'Read a message of another system and tell what it says.',
    on: hookReceived,
    run: (ctx, { data }) => processDelivery(ctx, hooks, data.id),
  });

  const clean = defineJob({
    name: 'hooks.clean',
    summary: 'Drop bodies of messages of other systems after 7 days, and the rest after 90.',
    every: '17 4 * * *',
    run: async (ctx) => {
      const now = ctx.clock.now().getTime();
      const bodies = new Date(now - BODY_DAYS * DAY_MS);
      const rows = new Date(now - ROW_DAYS * DAY_MS);
      // Asked first: a write would leave an audit row every day where there is nothing to drop.
      const [[old]] = await ctx.db.batch([anyOld(bodies, rows)]);
      if (!old?.any) return;
      for (const drop of [dropDeliveries(rows, SLICE_ROWS), dropBodies(bodies, SLICE_ROWS)])
        for (let gone = SLICE_ROWS; gone >= SLICE_ROWS;) {
          ctx.signal.throwIfAborted();
          gone = await ctx.db.tx(async (tx) => (await tx.run(drop))[0]!.gone);
        }
    },
  });

  return [read, clean];
}
