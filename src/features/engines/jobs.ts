import { defineJob, type JobDefinition } from '#core/job.ts';
import { PLATFORM } from '#core/platform.ts';
import type { Teller } from '#features/notifications/index.ts';
import { tenantCreated } from '#features/tenants/index.ts';
import { engineFailed } from './events.ts';
import { instanceJobs } from './instances/jobs.ts';
import type { EngineReach } from './parts.ts';
import { failedNotice, STAYS } from './notices.ts';
import { findEngineRow, sharedInstances, wantEngineOnce } from './store.ts';

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

const tellFailed = (parts: { engines?: EngineReach; teller: Teller }): JobDefinition =>
  defineJob({
    name: 'engines.tell_failed',
    summary: 'Tell whoever looks after engines that one fails and stays so.',
    on: engineFailed,
    run: async (ctx, { id, data: { engine, attempts } }) => {
      if (attempts !== STAYS) return;
      const [[row]] = await ctx.db.batch([findEngineRow(engine)]);
      // It may have come right by now.
      if (!row?.errorWords || row.attempts < STAYS) return;
      const { errorWords } = row;
      const title = parts.engines?.engines.find(({ name }) => name === engine)?.title ?? engine;
      await parts.teller.tell(ctx, {
        id,
        kind: 'engine.failed',
        tenantId: ctx.tenant.id,
        words: (language, company) => failedNotice(language, { company, title, why: errorWords[language] }),
      });
    },
  });

export const engineJobs = (parts: { engines?: EngineReach; teller: Teller }): readonly JobDefinition[] => [
  takePart,
  tellFailed(parts),
  ...instanceJobs(() => parts.engines!),
];
