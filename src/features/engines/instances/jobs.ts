import type { Ctx } from '#core/context.ts';
import { defineJob, type JobDefinition } from '#core/job.ts';
import { checked } from '#features/engines/checked.ts';
import { instanceConnected } from '#features/engines/events.ts';
import type { EngineReach } from '#features/engines/parts.ts';
import { saveCheck } from '#features/engines/store.ts';
import { findEngine } from '#features/engines/view.ts';
import { sharedLink } from './shared.ts';
import { findInstance, listInstances, type InstanceRow } from './store.ts';

/** How shared instances are looked after, beside what each company has in them. */
export function instanceJobs(parts: () => EngineReach): readonly JobDefinition[] {
  async function prepareOne(ctx: Ctx, row: InstanceRow): Promise<void> {
    const { connector } = findEngine(parts().engines, row.engine);
    if (!connector.prepare) return;
    const { tenant, clock, log, signal } = ctx;
    const { ctx: own } = parts().calls.open({
      link: await sharedLink(ctx, parts(), row),
      tenant,
      requestId: clock.id(),
      changes: true,
      timeoutMs: connector.prepare.timeoutMs,
      signal,
      clock,
      log,
    });
    await connector.prepare.run({ ...own, company: { country: tenant.country } });
  }

  const prepare = defineJob({
    name: 'instances.prepare',
    summary: 'Make in a shared engine what the first company would else wait for.',
    on: instanceConnected,
    run: async (ctx, { data }) => {
      const [[row]] = await ctx.db.batch([findInstance(data.id)]);
      if (row) await prepareOne(ctx, row);
    },
  });

  const watch = defineJob({
    name: 'instances.watch',
    summary: 'Look whether the engines that companies share answer and take our credentials.',
    realm: 'operator',
    every: '*/5 * * * *',
    run: async (ctx) => {
      const [rows] = await ctx.db.batch([listInstances(null)]);
      for (const row of rows) {
        const { connector } = findEngine(parts().engines, row.engine);
        const found = await checked(ctx, parts(), connector, await sharedLink(ctx, parts(), row));
        await ctx.db.batch([saveCheck(row.id, found, ctx.clock.now())]);
      }
    },
  });

  return [prepare, watch];
}
