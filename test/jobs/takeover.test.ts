import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { defineJob } from '#core/job.ts';
import { createPool, roleUrl } from '#platform/db/pool.ts';
import { SECRET } from '#test/harness/cluster.ts';
import { House, noted, until } from '#test/jobs/company.ts';

/** As in production, a tenth of the time or less. */
const QUICK = { beatMs: 100, silenceMs: 400, standbyMs: 100, pollMs: 50 };

describe('workers that end', () => {
  let house: House;
  beforeEach(async () => (house = await House.build()));
  const children: ChildProcess[] = [];
  afterEach(async () => {
    for (const child of children.splice(0)) if (child.kill('SIGKILL')) await once(child, 'exit');
    await house.tearDown();
  });

  const job = (
    name: `${string}.${string}`,
    run: (n: number, signal: AbortSignal) => Promise<void> | void,
    attempts = 10,
  ) =>
    defineJob({
      name,
      summary: 'Runs.',
      on: noted,
      attempts,
      run: async (ctx, event) => run(event.data.n, ctx.signal),
    });

  /** Starts a worker process; `said` grows by its lines. */
  function victim(...names: string[]) {
    const args = [fileURLToPath(import.meta.resolve('./victim.ts')), house.database.url, ...names];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    children.push(child);
    const said: string[] = [];
    createInterface({ input: child.stdout }).on('line', (line) => said.push(line));
    return { child, said };
  }

  it('by kill -9 lose no job: running, fetched ahead or on its last attempt', async () => {
    const tenant = await house.company('killed');
    for (let n = 1; n <= 4; n++) await house.note(tenant, n);
    const { child, said } = victim('things.kill', 'things.once');
    const locks = () =>
      house.rows<{ locked_by: string }>('select distinct locked_by from graphile_worker.jobs');
    const held = () => house.rows('select 1 from graphile_worker.jobs where locked_at is not null');
    await until(
      'it holds all',
      async () => (await held()).length === 8 && said.filter((line) => /began/.test(line)).length === 2,
    );
    const workers = await house.rows<{ id: string }>('select id from core.workers');
    assert.deepEqual(
      (await locks()).map((row) => row.locked_by),
      workers.map((row) => row.id),
    );

    child.kill('SIGKILL');
    await once(child, 'exit');
    const killed = performance.now();
    const seen: string[] = [];
    const run = (name: 'things.kill' | 'things.once') =>
      job(name, (n) => void seen.push(`${name} ${n}`), name === 'things.once' ? 1 : 10);
    await house.worker([run('things.kill'), run('things.once')], { timing: QUICK });
    await until('those with attempts left ran', () => seen.length >= 4);
    const tookMs = performance.now() - killed;
    assert.ok(tookMs < 3_000, `${tookMs} ms`);
    await until('the others wait', async () => {
      await house.hurry();
      return seen.length === 8;
    });
    assert.deepEqual(
      seen.toSorted(),
      [1, 2, 3, 4].flatMap((n) => [`things.kill ${n}`, `things.once ${n}`]).toSorted(),
    );
    assert.deepEqual(house.said('warn'), ['silent workers: their jobs go back to the queue']);
    assert.equal((await house.rows('select * from core.workers')).length, 1);
  });

  it('leave the relay to a standby', async () => {
    const tenant = await house.company('standby');
    const seen: number[] = [];
    const count = job('things.relayed', (n) => void seen.push(n));
    const { child, said } = victim();
    await until('it is ready', () => said.includes('relay and queue run'));
    await house.worker([count], { timing: QUICK });
    assert.ok(said.includes('relay active') && !house.said('info').includes('relay active'));
    child.kill('SIGKILL');
    await once(child, 'exit');
    await house.note(tenant, 1);
    await until('the standby took over', () => seen.length === 1);
    assert.ok(house.said('info').includes('relay active'));
  });

  it('never move events two at a time', async () => {
    const tenant = await house.company('twins');
    const seen: number[] = [];
    const count = job('things.twin', (n) => void seen.push(n));
    const pools = () => ({
      app: house.pool('app'),
      identity: house.identity,
      operator: house.operator,
      relay: house.pool('relay'),
    });
    await Promise.all([1, 2, 3].map(() => house.worker([count], { timing: QUICK, pools: pools() })));
    assert.equal(house.said('info').filter((line) => line === 'relay active').length, 1);
    const all = Array.from({ length: 200 }, (_, n) => n);
    await Promise.all(all.map((n) => house.note(tenant, n)));
    await until('all ran', () => seen.length >= all.length);
    assert.deepEqual(
      seen.toSorted((a, b) => a - b),
      all,
    );
  });

  it('go on after the database has dropped all connections, again and again', async () => {
    const tenant = await house.company('outage');
    const seen = new Set<number>();
    const count = job('things.outage', (n) => void seen.add(n));
    await house.worker([count], { timing: QUICK });
    for (let n = 0; n < 60; n++) {
      await until('it is written', () => house.note(tenant, n).then(Boolean, () => false));
      if (n % 20 !== 10) continue;
      await house.rows(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and usename in ('smarteros_relay', 'smarteros_app')`,
      );
    }
    await until('all ran', async () => {
      await house.hurry();
      return seen.size === 60;
    });
  });

  it('wait for a database that is away when they start', async () => {
    const tenant = await house.company('early');
    await house.note(tenant, 1);
    const folder = mkdtempSync(join(tmpdir(), 'smarteros-away-'));
    const url = new URL(house.database.url);
    const socket = '.s.PGSQL.5432';
    const real = join(url.searchParams.get('host')!, socket);
    url.searchParams.set('host', folder);
    const relay = createPool({ url: url.href, secret: SECRET, role: 'relay', max: 6 });
    const seen: number[] = [];
    const directUrl = roleUrl(url.href, SECRET, 'relay');
    const pools = { app: house.app, identity: house.identity, operator: house.operator, relay };
    try {
      const starting = house.worker([job('things.early', (n) => void seen.push(n))], { pools, directUrl });
      await until('it has asked twice', () => {
        const waits = house.said('warn').filter((line) => line === 'job queue waits for the database');
        return waits.length > 1;
      });
      symlinkSync(real, join(folder, socket));
      const worker = await starting;
      await until('it works', () => seen.length === 1);
      await worker.stop();
    } finally {
      await relay.end();
      rmSync(folder, { recursive: true });
    }
  });

  it('in order wait for what runs, and give back what does not end', async () => {
    const tenant = await house.company('orderly');
    const seen: string[] = [];
    const begun: number[] = [];
    const first = job('things.end', async (n, signal) => {
      begun.push(n);
      if (n === 2) await new Promise(() => {});
      await new Promise((resolve) => setTimeout(resolve, 200));
      seen.push(`first ${n} ${signal.aborted}`);
    });
    const worker = await house.worker([first], { timing: { ...QUICK, stopMs: 600 }, concurrency: 2 });
    for (const n of [1, 2, 3]) await house.note(tenant, n);
    await until('two run', () => begun.length === 2);
    await worker.stop();
    assert.deepEqual(seen, ['first 1 false']);
    assert.deepEqual([...house.said('warn'), ...house.said('error')], []);
    assert.deepEqual(await house.rows('select * from core.workers'), []);
    const second = await house.worker([job('things.end', (n) => void seen.push(`second ${n}`))], {
      timing: QUICK,
      pools: {
        app: house.pool('app'),
        identity: house.identity,
        operator: house.operator,
        relay: house.pool('relay'),
      },
    });
    await until('the rest ran', () => seen.length === 3);
    await second.stop();
    assert.deepEqual(seen.toSorted(), ['first 1 false', 'second 2', 'second 3']);
    assert.deepEqual(await house.rows('select * from graphile_worker.jobs'), []);
  });
});
