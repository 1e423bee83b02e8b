import assert from 'node:assert/strict';
import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { openLab, reason, type Lab } from '#test/db/lab.ts';
import { createDatabase, SECRET } from '#test/harness/cluster.ts';
import { migrate, MigrationError, pendingMigrations } from './migrate.ts';
import { migrationFiles } from './migrations.ts';
import { createPool } from './pool.ts';
import { statement } from './statement.ts';

const MIGRATIONS = join(import.meta.dirname, '../../../migrations');
/** So that a test needn't wait for seconds. */
const LOCKS = { timeoutMs: 50, tries: 20, retryMs: 10 };

/** Everything that a refused migration must leave as it was, the roles' settings and passwords included. */
const SNAPSHOT = `
  select (select json_agg(m order by number) from smarteros_meta.migrations m) as migrations,
    (select json_agg(c.oid::regclass::text || coalesce(c.relacl::text, '') order by c.oid) from pg_class c) as relations,
    (select json_agg(a.xmin::text order by a.oid) from pg_authid a) as roles,
    (select json_agg(s.xmin::text || s.setconfig::text order by s.setrole) from pg_db_role_setting s) as settings`;

describe('migrate', () => {
  let lab: Lab;
  let folder: string;
  beforeEach(async () => {
    lab = await openLab();
    folder = mkdtempSync(join(tmpdir(), 'smarteros-migrations-'));
    cpSync(MIGRATIONS, folder, { recursive: true });
  });
  afterEach(async () => {
    rmSync(folder, { recursive: true });
    await lab.stop();
  });

  const add = (name: string, sql: string): void => writeFileSync(join(folder, name), sql);
  const run = (locks = LOCKS): Promise<{ applied: string[] }> =>
    migrate({ url: lab.url, secret: SECRET, folder, locks });
  const snapshot = async (): Promise<unknown> => (await lab.admin.query(SNAPSHOT)).rows;
  const exists = async (name: string): Promise<boolean> =>
    (await lab.admin.query(`select to_regclass($1) is not null as there`, [name])).rows[0].there;

  it('does nothing the second time', async () => {
    const { rows } = await lab.admin.query('select * from smarteros_meta.migrations');
    assert.deepEqual(await run(), { applied: [] });
    assert.deepEqual((await lab.admin.query('select * from smarteros_meta.migrations')).rows, rows);
    assert.deepEqual(await pendingMigrations(lab.url), []);
  });

  it('applies what is new, in order, and its tables belong to the owner', async () => {
    add('0901_second.sql', 'alter table core.first add b int');
    add('0900_first.sql', 'create table core.first (a int); insert into core.first values (1);');
    add('notes.txt', 'nonsense');
    assert.deepEqual(await run(), { applied: ['0900_first.sql', '0901_second.sql'] });
    const owners = await lab.admin.query(
      `select distinct tableowner from pg_tables where schemaname in ('core', 'app', 'smarteros_meta')`,
    );
    assert.deepEqual(owners.rows, [{ tableowner: 'smarteros_owner' }]);
  });

  it('refuses a database that a newer release has used, and changes nothing', async () => {
    const newest = (await migrationFiles()).at(-1)!.name;
    rmSync(join(folder, newest));
    await lab.admin.query(`alter role smarteros_app set lock_timeout = '3s'`);
    const before = await snapshot();
    const error = await reason(run());
    assert.ok(error instanceof MigrationError);
    assert.match(error.message, new RegExp(`${newest}.*newer release`));
    assert.deepEqual(await snapshot(), before);
    await lab.admin.query(`alter role smarteros_app set lock_timeout = '2s'`);
  });

  it('refuses a migration that was changed after it was applied', async () => {
    const { name } = (await migrationFiles())[0]!;
    appendFileSync(join(folder, name), '\n');
    const before = await snapshot();
    const error = await reason(run());
    assert.ok(error instanceof MigrationError);
    assert.match(error.message, new RegExp(`${name} was changed`));
    assert.deepEqual(await snapshot(), before);
  });

  it('rolls a failing migration back as a whole, and keeps those before it', async () => {
    add('0900_good.sql', 'create table core.good (a int)');
    add('0901_bad.sql', 'create table core.bad (a int); insert into core.bad values (1); select 1/0;');
    const error = await reason(run());
    assert.ok(error instanceof MigrationError);
    assert.match(error.message, /0901_bad.sql failed: division by zero/);
    assert.deepEqual([await exists('core.good'), await exists('core.bad')], [true, false]);
    add('0901_bad.sql', 'create table core.bad (a int)');
    assert.deepEqual(await run(), { applied: ['0901_bad.sql'] });
  });

  describe('while a reader holds the table', () => {
    let reader: pg.Client;
    beforeEach(async () => {
      reader = new pg.Client({ connectionString: lab.url });
      await reader.connect();
      await reader.query('begin; select count(*) from app.contacts');
      add('0900_column.sql', 'alter table app.contacts add colour text');
    });
    afterEach(() => reader.end());

    it('tries again until it gets the lock, and lets the others through meanwhile', async () => {
      const migrated = run();
      const app = lab.pool();
      // Each of these queues behind the migration's lock request at most until that times out.
      for (let i = 0; i < 3; i++) {
        await app.batch([statement('select count(*) from app.contacts')]);
        await sleep(LOCKS.timeoutMs);
      }
      await reader.query('commit');
      assert.deepEqual(await migrated, { applied: ['0900_column.sql'] });
    });

    it('gives up after its tries', async () => {
      const error = await reason(run({ ...LOCKS, tries: 2 }));
      assert.ok(error instanceof MigrationError);
      assert.match(error.message, /0900_column.sql failed: .*lock timeout/);
      await reader.query('commit');
      assert.deepEqual(await run(), { applied: ['0900_column.sql'] });
    });
  });

  it('can’t be done by the roles that serve', async () => {
    for (const role of ['app', 'operator', 'relay'] as const) {
      const pool = lab.pool({ role });
      for (const sql of [
        'create table core.mine ()',
        'create schema mine',
        'alter table core.tenants disable row level security',
        'update smarteros_meta.migrations set number = 0',
        'set role smarteros_owner',
        'set session authorization smarteros_owner',
      ]) {
        assert.equal((await reason(pool.batch([statement(sql)]))).code, '42501', `${role}: ${sql}`);
      }
    }
  });
});

describe('migrate an empty database', () => {
  it('by four at once', async (t) => {
    const warned = t.mock.method(console, 'warn', () => {});
    const database = await createDatabase({ empty: true });
    const names = (await migrationFiles()).map((file) => file.name);
    assert.deepEqual(await pendingMigrations(database.url), names);

    const results = await Promise.all(
      Array.from({ length: 4 }, () => migrate({ url: database.url, secret: SECRET })),
    );
    assert.deepEqual(
      results.map(({ applied }) => applied).toSorted((a, b) => b.length - a.length),
      [names, [], [], []],
    );
    assert.deepEqual(await pendingMigrations(database.url), []);

    const pool = createPool({ url: database.url, secret: SECRET, role: 'app', max: 1 });
    const [rows] = await pool.batch([statement('select * from app.contacts')]);
    assert.deepEqual(rows, []);
    await pool.end();
    await database.drop();
    assert.deepEqual(
      warned.mock.calls.map((call) => call.arguments),
      [],
      'graphile-worker is content with our pool',
    );
  });
});
