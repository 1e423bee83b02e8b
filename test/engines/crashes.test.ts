import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { until } from '#test/jobs/company.ts';
import { example } from './example/engine.ts';
import { ExampleServer } from './example/stand-in.ts';
import { EngineWorld, Mortal } from './world.ts';

/** More than a set-up writes to the database. */
const MOST_CALLS = 60;

describe('processes that set engines up', () => {
  let world: EngineWorld;
  let server: ExampleServer;
  let instance: string;
  before(async () => {
    server = await ExampleServer.open();
    world = await EngineWorld.build([example]);
    instance = await world.shared({ engine: 'example', url: server.url, credentials: { key: server.key } });
  });
  after(async () => {
    await world.stop();
    await server[Symbol.asyncDispose]();
  });

  const mustBeOnce = async (company: { id: string }): Promise<void> => {
    const accounts = [...server.accounts.values()].filter((one) => one.company === company.id);
    assert.deepEqual(
      accounts.map(({ open, notes }) => [open, notes.length]),
      [[true, 1]],
    );
    const row = await world.row(company, 'example');
    assert.deepEqual([row['state'], row['usable']], [{ account: accounts[0]!.id }, true]);
    const events = await world.events(company);
    assert.equal(events.filter((name) => name === 'engine.reached').length, 1);
    const [{ n }] = (await world.sql(
      `select count(*)::integer as n from core.secrets where tenant_id = $1 and path = 'example/tenant'`,
      [company.id],
    )) as [{ n: number }];
    assert.equal(n, 1);
  };

  it('die at any moment, and the next one ends what they began', async () => {
    let deaths = 0;
    for (let dieAt = 1; dieAt < MOST_CALLS; dieAt++) {
      const company = await world.quiet();
      await world.want(company, 'example', instance);
      const mortal = new Mortal(dieAt);
      world.reconciler({ mortal });
      await until('it died, or was done', async () => {
        const row = await world.row(company, 'example');
        return mortal.dead || row['reached'] === 'present';
      });
      await world.still();
      if (!mortal.dead) break;
      deaths += 1;
      const row = await world.row(company, 'example');
      if (row['leased_by'] !== null) {
        // Nobody else may touch it, until its time is over.
        assert.ok((row['leased_until'] as Date).getTime() > Date.now());
        await world.sql(`update core.tenant_engines set leased_until = now() where tenant_id = $1`, [
          company.id,
        ]);
      }
      world.reconciler();
      await world.reached(company, 'example');
      await world.still();
      await mustBeOnce(company);
    }
    assert.ok(deaths > 15 && deaths < MOST_CALLS - 1, `${deaths} deaths`);
  });

  it('side by side share the work: each thing once, at most four at a time in an instance', async () => {
    const companies = await Promise.all(Array.from({ length: 40 }, () => world.quiet()));
    for (const one of companies) await world.want(one, 'example', instance);
    server.pace = 2;
    const reconcilers = [world.reconciler(), world.reconciler()];
    const workers = new Set<string>();
    let most = 0;
    await until('all are set up', async () => {
      const rows = await world.sql<{ reached: string | null; by: string | null }>(
        `select reached, case when leased_until >= now() then leased_by end as by from core.tenant_engines
         where tenant_id = any ($1)`,
        [companies.map(({ id }) => id)],
      );
      for (const { by } of rows) if (by) workers.add(by);
      most = Math.max(most, rows.filter(({ by }) => by).length);
      return rows.every(({ reached }) => reached === 'present');
    });
    assert.equal(reconcilers.length, workers.size);
    assert.ok(most >= 2 && most <= 4, `${most} at a time`);
    for (const one of companies) await mustBeOnce(one);
    const [{ spread }] = (await world.sql(
      `select extract(epoch from max(due_at) - min(due_at))::float8 as spread from core.tenant_engines
       where tenant_id = any ($1)`,
      [companies.map(({ id }) => id)],
    )) as [{ spread: number }];
    assert.ok(spread > 60, `the next looks are spread over ${spread} s`);
  });
});
