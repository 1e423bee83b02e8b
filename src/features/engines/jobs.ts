import { defineJob, type JobDefinition } from '#core/job.ts';
import { PLATFORM } from '#core/platform.ts';
import { tenantCreated } from '#features/tenants/index.ts';
import { instanceJobs } from './instances/jobs.ts';
import type { EngineReach } from './parts.ts';
import { sharedInstances, wantEngineOnce } from './store.ts';

const takePart = defineJob({
  name: 'engines.take_part',
  summary: 'Give a new company its part of every engine that is open to all.',
  on: tenantCreated,
  run: async (ctx, { data }) => {
    // The event stands in the platform's own tenant as well.
    if (ctx.tenant.id === PLATFORM.id) return;
    const [open] = await ctx.db.batch([sharedInstances(null)]);
    // The emptiest of each engine comes first.
    const chosen = new Map(open.toReversed().map((one) => [one.engine, one.id]));
    if (chosen.size === 0) return;
    const now = ctx.clock.now();
    await ctx.db.batch(
      [...chosen].map(([engine, id]) => wantEngineOnce(engine, id, now)),
      { id: data.id },
    );
  },
});

export const engineJobs = (parts: { engines?: EngineReach }): readonly JobDefinition[] => [
  takePart,
  ...instanceJobs(() => parts.engines!),
];
