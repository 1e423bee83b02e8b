import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { defineJob } from '#core/job.ts';
import { House, noted, until } from '#test/jobs/company.ts';

describe('jobs on events', () => {
  let house: House;
  before(async () => (house = await House.build()));
  after(() => house.tearDown());

  it('runs once per event, in its tenant, as role app, and leaves an audit row per write', async () => {
    const tenant = await house.company('one');
    const other = await house.company('other');
    const seen: string[] = [];
    const job = defineJob({
      name: 'things.count',
      summary: 'Counts.',
      on: noted,
      run: async (ctx, event) => {
        const read = {
          sql: 'select current_user::text as who, core.tenant_id()::text as tenant',
          values: [],
        };
        const [[row]] = await ctx.db.batch([
          read as { sql: string; values: []; row?: { who: string; tenant: string } },
        ]);
        seen.push(
          `${ctx.tenant.slug} ${row!.who} ${row!.tenant === ctx.tenant.id} ${event.data.n} ${event.id}`,
        );
        await ctx.db.batch([], { id: event.id });
        await ctx.db.tx(async () => null);
      },
    });
    const worker = await house.worker([job]);
    const one = await house.note(tenant, 1);
    const two = await house.note(other, 2);
    await until('both ran', () => seen.length === 2);
    await worker.stop();
    assert.deepEqual(seen.toSorted(), [
      `one smarteros_app true 1 ${one}`,
      `other smarteros_app true 2 ${two}`,
    ]);
    const audit = await house.rows<{ action: string; target: string | null; actor_kind: string }>(
      'select action, target, actor_kind from core.audit where tenant_id = $1 order by id',
      [tenant],
    );
    assert.deepEqual(audit, [
      { action: 'job.things.count', target: one, actor_kind: 'job' },
      { action: 'job.things.count', target: null, actor_kind: 'job' },
    ]);
    assert.deepEqual(await house.rows('select * from graphile_worker.jobs'), []);
  });
});
