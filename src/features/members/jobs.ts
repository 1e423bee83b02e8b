import { defineJob, type JobDefinition } from '#core/job.ts';
import { memberRemoved } from './events.ts';
import { revokeAgentsOf } from './store.ts';

/** Agents are people's, so it takes role identity; until then core.enter refuses them, as the membership is gone. */
export const memberJobs: readonly JobDefinition[] = [
  defineJob({
    name: 'members.revoke_agents',
    summary: 'End what a removed member’s agents may do.',
    realm: 'identity',
    on: memberRemoved,
    run: async (ctx, { data }) => {
      await ctx.db.batch([revokeAgentsOf(ctx.tenant.id, data.id, ctx.clock.now())], { id: data.id });
    },
  }),
];
