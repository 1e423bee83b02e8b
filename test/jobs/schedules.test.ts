import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { ScheduledJob } from '#core/job.ts';
import { PLATFORM } from '#core/platform.ts';
import { statement } from '#platform/db/statement.ts';
import { House, until } from '#test/jobs/company.ts';

const NEVER = '0 0 30 2 *';

const scheduled = (name: ScheduledJob['name'], run: ScheduledJob['run'], every = NEVER): ScheduledJob => ({
  name,
  summary: 'Scheduled.',
  every,
  run,
});

describe('jobs on a schedule', () => {
  let house: House;
  before(async () => (house = await House.build()));
  after(() => house.tearDown());

  /** A turn as cron makes it. */
  const turn = (name: string, ts = '2026-01-31T12:00:00.000Z') =>
    house.relay.batch([
      statement(`select graphile_worker.add_job($1, $2)`, [
        `schedule:${name}`,
        JSON.stringify({ _cron: { ts } }),
      ]),
    ]);

  it('run once in every active company, the operator’s own included', async () => {
    const active = await house.company('active');
    await house.company('asleep', 'suspended');
    const seen: string[] = [];
    const job = scheduled('things.daily', async (ctx) => {
      seen.push(`${ctx.tenant.slug} ${ctx.actor.kind}`);
      if (ctx.tenant.id === active) await ctx.db.batch([], null);
    });
    const worker = await house.worker([job]);
    await turn('things.daily');
    await until(
      'all ran',
      async () => seen.length === 2 && (await house.rows('select * from graphile_worker.jobs')).length === 0,
    );
    await worker.stop();
    assert.deepEqual(seen.toSorted(), ['active job', 'platform job']);
    const audit = await house.rows('select tenant_id, action from core.audit');
    assert.deepEqual(audit, [{ tenant_id: active, action: 'job.things.daily' }]);
  });

  it('carry the planned time, behind the jobs of events', async () => {
    const worker = await house.worker([scheduled('things.planned', () => new Promise(() => {}))], {
      concurrency: 1,
      timing: { stopMs: 0 },
    });
    await turn('things.planned', '2026-02-01T00:00:00.000Z');
    const jobs = () =>
      house.rows<{ payload: unknown; priority: number; key: string }>(
        `select j.payload, j.priority, j.key from graphile_worker._private_jobs j
         join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'things.planned'
         and j.payload->>'tenantId' = $1`,
        [PLATFORM.id],
      );
    await until('it was added', async () => (await jobs()).length === 1);
    await worker.stop();
    assert.deepEqual(await jobs(), [
      {
        payload: { tenantId: PLATFORM.id, plannedAt: '2026-02-01T00:00:00.000Z' },
        priority: 10,
        key: `things.planned:${PLATFORM.id}`,
      },
    ]);
    await house.rows('delete from graphile_worker._private_jobs');
  });

  it('are not doubled by a slow run, nor stopped by one that was given up', async () => {
    let running = 0;
    let most = 0;
    let runs = 0;
    let release = (): void => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const job: ScheduledJob = {
      ...scheduled('things.slow', async (ctx) => {
        if (ctx.tenant.id !== PLATFORM.id) return;
        runs++;
        most = Math.max(most, ++running);
        if (runs === 1) await held;
        running--;
        if (runs === 1) throw new Error('given up');
      }),
      attempts: 1,
    };
    const worker = await house.worker([job]);
    const turns = async () =>
      (await house.rows(`select 1 from graphile_worker.jobs where task_identifier like 'schedule:%'`)).length;
    await turn('things.slow');
    await until('it runs', () => runs === 1);
    await turn('things.slow');
    await until('the second turn is over', async () => (await turns()) === 0);
    release();
    await until('it was given up', () => house.said('error').includes('job given up'));
    assert.deepEqual([runs, most], [1, 1]);
    await turn('things.slow');
    await until('the third turn ran', () => runs === 2);
    await worker.stop();
    assert.equal(most, 1);
    await house.rows('delete from graphile_worker._private_jobs');
  });

  it('make up for turns that a short outage swallowed, once', async () => {
    let runs = 0;
    const job = scheduled(
      'things.often',
      async (ctx) => void (ctx.tenant.id === PLATFORM.id && runs++),
      '* * * * *',
    );
    const quiet = scheduled('things.long_ago', async () => void (runs += 100), NEVER);
    await house.rows(
      `insert into graphile_worker._private_known_crontabs (identifier, known_since, last_execution)
       values ('schedule:things.often', now() - interval '2 days', now() - interval '30 minutes')`,
    );
    const worker = await house.worker([job, quiet]);
    await until('it ran', () => runs > 0);
    await until(
      'all is quiet',
      async () => (await house.rows('select * from graphile_worker.jobs')).length === 0,
    );
    await worker.stop();
    assert.equal(runs, 1);
  });

  it('refuse a cron expression that can’t be read', async () => {
    await assert.rejects(
      house.worker([scheduled('things.wrong', async () => {}, 'each noon')]),
      /things\.wrong/,
    );
    assert.deepEqual(await house.rows('select * from core.workers'), []);
  });
});
