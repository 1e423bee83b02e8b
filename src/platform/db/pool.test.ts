import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '#core/errors.ts';
import { SECRET } from '#test/harness/cluster.ts';
import { backend, openLab, reason, type Lab } from '#test/db/lab.ts';
import { createPool, type Pool } from './pool.ts';
import { begin, commit } from './records.ts';
import { statement } from './statement.ts';

const insert = statement('insert into lab.notes values (1)');
const notes = statement('select * from lab.notes');
const setting = statement<{ value: string }>(`select current_setting('app.tenant_id', true) as value`);
const setTenant = statement(`select set_config('app.tenant_id', 'x', true)`);
const wait = (seconds: number) => statement('select pg_sleep($1)', [seconds]);

function isUnavailable(error: unknown): true {
  assert.ok(error instanceof AppError, String(error));
  assert.equal(error.code, 'unavailable');
  assert.ok(error.options.retryAfterSeconds);
  return true;
}

describe('pool', () => {
  let lab: Lab;
  before(async () => {
    lab = await openLab();
    await lab.admin.query('create table lab.notes (id int); grant all on lab.notes to smarteros_app');
  });
  beforeEach(() => lab.admin.query('truncate lab.notes'));
  after(() => lab.stop());

  const pidOf = async (pool: Pool): Promise<number> => (await pool.batch([backend]))[0][0]!.pid;
  const kill = (pid: number): Promise<unknown> => lab.admin.query('select pg_terminate_backend($1)', [pid]);
  const untilBusy = async (pid: number): Promise<void> => {
    const busy = `select from pg_stat_activity where pid = $1 and wait_event = 'PgSleep'`;
    while ((await lab.admin.query(busy, [pid])).rowCount === 0) await sleep(5);
  };

  it('logs in as its role, in UTC', async () => {
    for (const role of ['app', 'operator', 'relay'] as const) {
      const [[row]] = await lab
        .pool({ role })
        .batch([
          statement(
            `select current_user as role, current_setting('TimeZone') as zone, current_setting('DateStyle') as dates`,
          ),
        ]);
      assert.deepEqual(row, { role: `smarteros_${role}`, zone: 'UTC', dates: 'ISO, MDY' });
    }
  });

  it('says unavailable when no connection becomes free in time', async () => {
    const pool = lab.pool({ connectTimeoutMs: 50 });
    const busy = pool.batch([wait(0.3)]);
    await assert.rejects(pool.batch([notes]), isUnavailable);
    await assert.rejects(
      pool.connected(async () => {}),
      isUnavailable,
    );
    await busy;
    assert.deepEqual(await pool.batch([notes]), [[]]);
  });

  it('says unavailable when there is no server', async () => {
    const nowhere = 'postgres://x@127.0.0.1:1/x';
    const pool = createPool({ url: nowhere, secret: SECRET, role: 'app', max: 1 });
    await assert.rejects(pool.batch([notes]), isUnavailable);
    await pool.end();
  });

  it('says unavailable when the connection is killed in the middle, and opens another', async () => {
    const pool = lab.pool();
    const pid = await pidOf(pool);
    const answer = assert.rejects(pool.batch([insert, wait(10), insert]), isUnavailable);
    await untilBusy(pid);
    await kill(pid);
    await answer;
    assert.deepEqual(await pool.batch([notes]), [[]]);
    assert.notEqual(await pidOf(pool), pid);
    assert.equal(pool.stats().total, 1);
  });

  it('doesn’t hand the killed connection to who waits for one', async () => {
    const pool = lab.pool();
    const pid = await pidOf(pool);
    const killed = assert.rejects(pool.batch([wait(10)]), isUnavailable);
    const waiting = pool.batch([notes]);
    await untilBusy(pid);
    await kill(pid);
    await killed;
    assert.deepEqual(await waiting, [[]]);
  });

  it('replaces a connection that was killed while idle', async () => {
    const pool = lab.pool();
    const pid = await pidOf(pool);
    await kill(pid);
    while (pool.stats().total > 0) await sleep(5);
    assert.notEqual(await pidOf(pool), pid);
  });

  it('hangs up on a server that doesn’t answer', async () => {
    const pool = lab.pool({ answerTimeoutMs: 50 });
    const pid = await pidOf(pool);
    await assert.rejects(pool.batch([wait(10)]), isUnavailable);
    assert.notEqual(await pidOf(pool), pid);
    await kill(pid);
  });

  it('leaves a connection that turned read-only, as after a change of primary', async () => {
    const pool = lab.pool();
    const pid = await pidOf(pool);
    const readOnly = statement('begin read only');
    await assert.rejects(
      pool.connected((batch) => batch([readOnly, insert])),
      isUnavailable,
    );
    assert.notEqual(await pidOf(pool), pid);
  });

  it('refuses a batch that leaves its transaction open', async () => {
    const pool = lab.pool();
    await assert.rejects(pool.batch([begin, insert]), /left open/);
    assert.deepEqual(await pool.batch([notes]), [[]]);
  });

  describe('connected', () => {
    it('commits what work commits', async () => {
      const pool = lab.pool();
      const answer = await pool.connected(async (batch) => {
        await batch([begin, insert]);
        await batch([commit]);
        return 'done';
      });
      assert.equal(answer, 'done');
      assert.deepEqual(await pool.batch([notes]), [[{ id: 1 }]]);
    });

    for (const [how, fail] of Object.entries({
      'work throws': () => Promise.reject(new Error('mine')),
      'a statement fails': (batch: Pool['batch']) => batch([statement('select 1/0')]),
      'work forgets to commit': () => Promise.resolve(),
    })) {
      it(`rolls back and returns a clean connection when ${how}`, async () => {
        const pool = lab.pool();
        const pid = await pidOf(pool);
        await reason(
          pool.connected(async (batch) => {
            await batch([begin, setTenant, insert]);
            await fail(batch);
          }),
        );
        const [rows, [tenant], [same]] = await pool.batch([notes, setting, backend]);
        assert.deepEqual([rows, tenant, same], [[], { value: '' }, { pid }]);
      });
    }

    it('lets work go on after an error that it expected', async () => {
      const pool = lab.pool();
      await pool.connected(async (batch) => {
        await batch([begin, statement('savepoint a')]);
        await reason(batch([statement('select 1/0')]));
        await batch([statement('rollback to a'), insert, commit]);
      });
      assert.deepEqual(await pool.batch([notes]), [[{ id: 1 }]]);
    });

    it('survives that its connection is killed between two statements', async () => {
      const pool = lab.pool();
      const work = pool.connected(async (batch) => {
        const [[row]] = await batch([backend, begin, insert]);
        await kill(row!.pid);
        await batch([commit]);
      });
      await assert.rejects(work, isUnavailable);
      assert.deepEqual(await pool.batch([notes]), [[]]);
    });
  });
});
