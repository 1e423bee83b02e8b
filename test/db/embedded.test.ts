import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { PASSWORD_MARK, superuserPassword, writePasswordFile } from '#host/postgres-password.ts';
import { SETTINGS_FILE } from '#host/postgres-settings.ts';
import {
  adoptPostgres,
  initPostgres,
  locatePostgres,
  type PostgresPlace,
  postgresUrl,
  startPostgres,
  stopPostgres,
} from '#host/postgres.ts';
import { commandLine, processesIn, waitUntil } from '#host/processes.ts';
import { migrate } from '#platform/db/migrate.ts';
import { ensureOwnDatabase } from '#platform/db/own-database.ts';
import { roleUrl } from '#platform/db/pool.ts';
import { LOGIN_ROLES } from '#platform/db/roles.ts';
import { removeAfterUs, SECRET, trusting } from '#test/harness/cluster.ts';

const FAST = { settings: { fsync: 'off', full_page_writes: 'off' } };
const password = superuserPassword(SECRET);
const ENGINE = 'engine_n8n';
const ENGINE_PASSWORD = 'a-password-of-an-engine-beside-us';

/** As whom one is, or the code of the refusal; a password that isn't there is none of the environment's either. */
async function enter(
  place: PostgresPlace,
  who: { user: string; database?: string; password?: string },
  then?: string,
): Promise<string> {
  const client = new pg.Client({ host: place.socketDir, database: 'smarteros', password: '', ...who });
  try {
    await client.connect();
    if (then !== undefined) await client.query(then);
    return (await client.query<{ name: string }>('select current_user as name')).rows[0]!.name;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  } finally {
    await client.end().catch(() => {});
  }
}

const newPlace = (): PostgresPlace => {
  const home = mkdtempSync(join(tmpdir(), 'smarteros-embedded-'));
  const place = locatePostgres(home);
  removeAfterUs(place);
  return place;
};
const leave = async (place: PostgresPlace): Promise<void> => {
  await stopPostgres(place);
  rmSync(place.root, { recursive: true, force: true });
  rmSync(place.home, { recursive: true, force: true });
};

describe('the embedded database', () => {
  let place: PostgresPlace;
  before(async () => {
    place = newPlace();
    await initPostgres(place, { sync: false, password });
    await startPostgres(place, { ...FAST, password });
    await migrate({ url: postgresUrl(place, password), secret: SECRET });
    await ensureOwnDatabase(postgresUrl(place, password), ENGINE, ENGINE_PASSWORD);
  });
  after(() => leave(place));

  it('lets nobody in without a password, nor with another’s', async () => {
    for (const user of ['postgres', ENGINE, ...LOGIN_ROLES])
      for (const database of ['smarteros', 'postgres', 'template1', ENGINE])
        for (const wrong of ['', ' ', user, password === user ? '' : `${password}x`]) {
          const said = await enter(place, { user, database, password: wrong });
          assert.ok(
            said === '28P01' || /password must be a/.test(said) || /empty/.test(said),
            `${user}: ${said}`,
          );
        }
    assert.equal(await enter(place, { user: 'postgres', password: ENGINE_PASSWORD }), '28P01');
    assert.equal(await enter(place, { user: 'smarteros_owner', password }), '28P01');
  });

  it('lets each role in by its own', async () => {
    assert.equal(await enter(place, { user: 'postgres', password }), 'postgres');
    for (const role of ['app', 'operator', 'identity', 'relay', 'sealer'] as const) {
      const url = new URL(roleUrl(postgresUrl(place), SECRET, role));
      const who = { user: url.username, password: url.password };
      assert.equal(await enter(place, who), url.username);
    }
  });

  it('lets an engine into its own database and nowhere else, as itself and as nobody else', async () => {
    const who = { user: ENGINE, password: ENGINE_PASSWORD };
    assert.equal(await enter(place, { ...who, database: ENGINE }, 'create table t (a int)'), ENGINE);
    for (const database of ['smarteros', 'postgres', 'template1'])
      assert.equal(await enter(place, { ...who, database }), '42501', database);
    for (const other of ['postgres', 'smarteros_owner', ...LOGIN_ROLES])
      for (const become of [
        `set role ${other}`,
        `set session authorization ${other}`,
        `grant ${other} to ${ENGINE}`,
      ])
        assert.equal(await enter(place, { ...who, database: ENGINE }, become), '42501', become);
    for (const way of [
      `copy t from program 'id'`,
      `copy t from '/etc/passwd'`,
      `alter role postgres password 'x'`,
    ])
      assert.equal(await enter(place, { ...who, database: ENGINE }, way), '42501', way);
    assert.equal(await enter(place, { ...who, database: ENGINE }, `create extension dblink`), '42501');
  });

  it('gives an engine its database again, with the password that it has now', async () => {
    const anew = `${ENGINE_PASSWORD}-2`;
    await ensureOwnDatabase(postgresUrl(place, password), ENGINE, anew);
    const who = { user: ENGINE, database: ENGINE };
    assert.equal(await enter(place, { ...who, password: ENGINE_PASSWORD }), '28P01');
    assert.equal(await enter(place, { ...who, password: anew }, 'select * from t'), ENGINE);
    await assert.rejects(
      ensureOwnDatabase(postgresUrl(place, password), ENGINE, `x' superuser --`),
      /none of ours/,
    );
  });

  it('is open by hand to who may read the file for it, and to nobody who sees its address', () => {
    writePasswordFile(place, password);
    const file = join(place.home, 'pgpass');
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.equal(readFileSync(file, 'utf8'), `${place.socketDir}:*:*:postgres:${password}\n`);
    assert.ok(!postgresUrl(place).includes(password));
    assert.ok(!readFileSync(join(place.dataDir, PASSWORD_MARK), 'utf8').includes(password));
  });

  it('takes another password of its superuser when the installation’s secret is another', async () => {
    const other = superuserPassword(Buffer.from('another secret'));
    const first = await startPostgres(place, FAST);
    assert.deepEqual(await startPostgres(place, { ...FAST, password }), first, 'nothing to do');
    await startPostgres(place, { ...FAST, password: other });
    assert.equal(await enter(place, { user: 'postgres', password }), '28P01');
    assert.equal(await enter(place, { user: 'postgres', password: other }), 'postgres');
  });
});

describe('an embedded database of a former release', () => {
  let place: PostgresPlace;
  before(async () => {
    place = newPlace();
    await initPostgres(place, { sync: false });
  });
  after(() => leave(place));

  /** As it wrote its settings, and ran: whoever reaches the socket is whoever he says. */
  const asBefore = async (): Promise<void> => {
    await stopPostgres(place);
    await startPostgres(place, { settings: { ...FAST.settings, ...trusting(place) } });
    const file = join(place.dataDir, SETTINGS_FILE);
    const settings = readFileSync(file, 'utf8');
    writeFileSync(file, settings.replace(/^hba_file.*\n/m, ''));
    assert.equal(await enter(place, { user: 'postgres' }), 'postgres');
  };
  const closed = async (): Promise<void> => {
    assert.equal(await enter(place, { user: 'postgres', password }, 'select * from kept'), 'postgres');
    assert.match(await enter(place, { user: 'postgres' }), /28P01|empty|must be a/);
  };

  it('is closed at the next start, also while it runs, after that release ran once more, and keeps its data', async () => {
    await asBefore();
    await enter(place, { user: 'postgres' }, 'create table kept (a int)');
    const open = adoptPostgres(place);
    const { pid } = await startPostgres(place, { ...FAST, password });
    assert.notEqual(pid, open?.pid);
    await closed();
    await asBefore();
    await startPostgres(place, { ...FAST, password });
    await closed();
  });

  it('is closed by the next start when the first one was killed in the middle', async () => {
    const module = JSON.stringify(import.meta.resolve('#host/postgres.ts'));
    const script = `import { locatePostgres, startPostgres } from ${module};
      await startPostgres(locatePostgres(process.argv[1]), { password: process.argv[2] });`;
    const mark = join(place.dataDir, PASSWORD_MARK);
    const settings = join(place.dataDir, SETTINGS_FILE);
    const alone = (pid: number): boolean => commandLine(pid).includes('--single');
    const moments = [
      () => processesIn(place.dataDir).some(alone),
      () => existsSync(mark),
      () => readFileSync(settings, 'utf8').includes('hba_file'),
    ];
    for (const moment of moments) {
      await asBefore();
      rmSync(mark, { force: true });
      const args = ['--input-type=module', '-e', script, place.home, password];
      const child = spawn(process.execPath, args, { stdio: 'ignore' });
      const exited = once(child, 'exit');
      assert.ok(await waitUntil(moment, 10_000));
      child.kill('SIGKILL');
      await exited;
      await startPostgres(place, { ...FAST, password });
      await closed();
    }
  });
});
