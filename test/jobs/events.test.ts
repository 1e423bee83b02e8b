import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { z } from 'zod';
import { AppError } from '#core/errors.ts';
import { defineEvent } from '#core/event.ts';
import { defineJob } from '#core/job.ts';
import { systemClock } from '#platform/clock.ts';
import { queueStats } from '#platform/db/outbox.ts';
import { begin, commit, enter, record } from '#platform/db/records.ts';
import { statement } from '#platform/db/statement.ts';
import { House, noted, until } from '#test/jobs/company.ts';

const AS_JOB = { kind: 'job', id: null } as const;

describe('jobs on events', () => {
  let house: House;
  before(async () => (house = await House.build()));
  after(() => house.tearDown());

  it('runs once per event, in its tenant, as role app, with an audit row per write', async () => {
    const tenant = await house.company('once');
    const other = await house.company('once-other');
    const whoami = statement<{ who: string; tenant: string }>(
      'select current_user::text as who, core.tenant_id()::text as tenant',
    );
    const seen: string[] = [];
    const job = defineJob({
      name: 'things.count',
      summary: 'Counts.',
      on: noted,
      run: async (ctx, event) => {
        const [[row]] = await ctx.db.batch([whoami]);
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
    const expected = [`once smarteros_app true 1 ${one}`, `once-other smarteros_app true 2 ${two}`];
    assert.deepEqual(seen.toSorted(), expected);
    const audit = await house.rows(
      'select action, operation, actor_kind, actor_name, target from core.audit where tenant_id = $1 order by id',
      [tenant],
    );
    const row = {
      action: 'job.things.count',
      operation: 'things.count',
      actor_kind: 'job',
      actor_name: 'things.count',
    };
    assert.deepEqual(audit, [
      { ...row, target: one },
      { ...row, target: null },
    ]);
    assert.deepEqual(await house.rows('select * from graphile_worker.jobs'), []);
  });

  it('sees the same event again after a failure, and is given up after its last attempt', async () => {
    const tenant = await house.company('retry');
    const seen: string[] = [];
    const job = defineJob({
      name: 'things.fail',
      summary: 'Fails.',
      on: noted,
      attempts: 2,
      run: async (_, event) => {
        seen.push(event.id);
        throw seen.length === 1 ? new Error('password=hunter2') : new AppError('conflict');
      },
    });
    const worker = await house.worker([job]);
    const id = await house.note(tenant, 1);
    const failed = () =>
      house.rows(
        'select attempts, last_error from graphile_worker.jobs where locked_at is null and last_error is not null',
      );
    await until('it failed', async () => (await failed()).length === 1);
    assert.deepEqual(await failed(), [
      { attempts: 1, last_error: 'internal: Something went wrong on our side.' },
    ]);
    await house.hurry();
    await until('it was given up', async () => (await failed())[0]?.['attempts'] === 2);
    await worker.stop();
    assert.deepEqual(seen, [id, id]);
    const [first, last] = house.lines.filter((line) => line.fields['eventId'] === id);
    assert.equal(first!.message, 'job failed, to be tried again');
    assert.match(String(first!.fields['err']), /hunter2/);
    assert.deepEqual([last!.level, last!.message, last!.fields['attempt']], ['error', 'job given up', 2]);
    const stats = await queueStats(house.relay);
    assert.deepEqual([stats.failed, stats.waiting, stats.running, stats.unpublished], [1, 0, 0, 0]);
    await house.rows('delete from graphile_worker._private_jobs');
  });

  it('gives positions in the order of commits', async () => {
    const tenant = await house.company('order');
    const ids = [await house.note(tenant, 1), await house.note(tenant, 2), await house.note(tenant, 3)];
    const late = {
      id: systemClock.id(),
      name: noted.name,
      version: 1,
      data: { n: 4 },
      occurredAt: new Date(),
    };
    const positions = () =>
      house.rows<{ id: string }>(
        'select id from core.events where tenant_id = $1 and position is not null order by position',
        [tenant],
      );
    const worker = await house.worker([]);
    await house.app.connected(async (batch) => {
      await batch([begin, enter(tenant, AS_JOB), record({ audits: [], events: [late] })]);
      ids.push(await house.note(tenant, 5));
      await until('what was committed is published', async () => (await positions()).length === 4);
      await batch([commit]);
    });
    ids.push(late.id);
    await until('the late one as well', async () => (await positions()).length === 5);
    await worker.stop();
    assert.deepEqual(
      (await positions()).map((row) => row.id),
      ids,
    );
  });

  it('publishes what a job emits, also after its last write', async () => {
    const tenant = await house.company('chain');
    const echoed = defineEvent({
      name: 'thing.echoed',
      version: 3,
      summary: 'Again.',
      scope: 'contacts:read',
      data: z.object({ n: z.int() }),
    });
    const seen: string[] = [];
    const jobs = [
      defineJob({
        name: 'things.echo',
        summary: 'Emits.',
        on: noted,
        run: async (ctx, event) => {
          ctx.emit(echoed, { n: event.data.n });
          await ctx.db.batch([], null);
          ctx.emit(echoed, { n: -event.data.n });
        },
      }),
      defineJob({
        name: 'things.hear',
        summary: 'Hears.',
        on: echoed,
        run: async (ctx, event) => void seen.push(`${ctx.tenant.slug} ${event.data.n} v${event.version}`),
      }),
    ];
    const worker = await house.worker(jobs);
    await house.note(tenant, 7);
    await until('both were heard', () => seen.length === 2);
    await worker.stop();
    assert.deepEqual(seen.toSorted(), ['chain -7 v3', 'chain 7 v3']);
  });

  it('lets a suspended company wait without holding up the others', async () => {
    const waiting = await house.company('suspended');
    const going = await house.company('going');
    const seen: string[] = [];
    const job = defineJob({
      name: 'things.wait',
      summary: 'Waits.',
      on: noted,
      attempts: 1,
      run: async (ctx) => void seen.push(ctx.tenant.slug),
    });
    // Both are events still when the company is suspended, and one is a job already.
    await house.note(waiting, 1);
    await house.relay.batch([
      statement(`select graphile_worker.add_job('things.wait', $1, max_attempts => 1)`, [
        JSON.stringify({ tenantId: waiting, eventId: await house.note(waiting, 2) }),
      ]),
    ]);
    await house.setStatus(waiting, 'suspended');
    await house.note(going, 3);
    const worker = await house.worker([job]);
    const postponed = () =>
      house.rows(`select attempts from graphile_worker.jobs where run_at > now() + interval '4 minutes'`);
    await until('the others went on', async () => seen.length === 1 && (await postponed()).length === 1);
    assert.deepEqual(seen, ['going']);
    assert.deepEqual(await postponed(), [{ attempts: 0 }]);
    assert.equal((await queueStats(house.relay)).unpublished, 0);
    await house.setStatus(waiting, 'active');
    await house.hurry();
    // Its two events are published now, and the postponed job runs.
    await until('it goes on', () => seen.length === 4);
    await worker.stop();
    assert.deepEqual(seen.slice(1), ['suspended', 'suspended', 'suspended']);
  });

  it('drops jobs whose company or event is gone', async () => {
    const tenant = await house.company('gone');
    const seen: string[] = [];
    const job = defineJob({
      name: 'things.lost',
      summary: 'Lost.',
      on: noted,
      run: async (_, event) => void seen.push(event.id),
    });
    const worker = await house.worker([job]);
    for (const tenantId of [tenant, systemClock.id()]) {
      const payload = JSON.stringify({ tenantId, eventId: systemClock.id() });
      await house.relay.batch([statement(`select graphile_worker.add_job('things.lost', $1)`, [payload])]);
    }
    const dropped = 'job dropped: its company or event is gone';
    await until(
      'both were dropped',
      () => house.said('warn').filter((line) => line === dropped).length === 2,
    );
    await worker.stop();
    assert.deepEqual(seen, []);
    assert.deepEqual(await house.rows('select * from graphile_worker.jobs'), []);
  });

  it('refuses two jobs of one name', async () => {
    const job = defineJob({ name: 'things.twice', summary: 'Twice.', on: noted, run: async () => {} });
    await assert.rejects(house.worker([job, job]), /two jobs are called things\.twice/);
  });

  it('moves thousands of events a second', async () => {
    const EVENTS = 5_000;
    const tenants = await Promise.all(Array.from({ length: 20 }, (_, i) => house.company(`many-${i}`)));
    await house.rows(
      `insert into core.events (tenant_id, id, name, version, data, occurred_at)
       select ($1::uuid[])[1 + i % 20], gen_random_uuid(), 'thing.noted', 1, json_build_object('n', i), now()
       from generate_series(1, $2) i`,
      [tenants, EVENTS],
    );
    let ran = 0;
    const job = defineJob({
      name: 'things.many',
      summary: 'Many.',
      on: noted,
      run: async () => {
        ran++;
      },
    });
    const rate = async (
      jobs: Parameters<House['worker']>[0],
      options: object,
      done: () => Promise<boolean> | boolean,
    ) => {
      const start = performance.now();
      const worker = await house.worker(jobs, options);
      await until('all are done', done);
      const seconds = (performance.now() - start) / 1_000;
      await worker.stop();
      return Math.round(EVENTS / seconds);
    };
    const published = async () => (await queueStats(house.relay)).unpublished === 0;
    const both = await rate([job], { concurrency: 10 }, () => ran === EVENTS);
    await house.rows('update core.events set position = null');
    const relay = await rate([], {}, published);
    console.log(`relay ${relay} events/s; relay and jobs together ${both} jobs/s`);
    assert.ok(relay > 1_000 && both > 200);
  });
});
