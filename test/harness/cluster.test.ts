import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { createDatabase } from '#test/harness/cluster.ts';

async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return client;
}

describe('test cluster', () => {
  it('gives each caller a migrated database of its own', async () => {
    const [one, two] = await Promise.all([createDatabase(), createDatabase()]);
    const client = await connect(one.url);
    await client.query('create table public.mine ()');
    await client.end();

    const other = await connect(two.url);
    const { rows } = await other.query(
      `select to_regclass('public.mine') as mine, to_regclass('smarteros_meta.migrations') is not null as migrated`,
    );
    await other.end();
    assert.deepEqual(rows, [{ mine: null, migrated: true }]);
    await Promise.all([one.drop(), two.drop()]);
  });

  it('gives an empty database on request', async () => {
    const database = await createDatabase({ empty: true });
    const client = await connect(database.url);
    const { rows } = await client.query(
      `select count(*)::int as tables from pg_tables where schemaname = 'core'`,
    );
    await client.end();
    assert.deepEqual(rows, [{ tables: 0 }]);
    await database.drop();
  });

  it('names the connection that a test forgot to close', async () => {
    const database = await createDatabase({ empty: true });
    const client = await connect(`${database.url}&application_name=forgetful`);
    client.on('error', () => {});
    await assert.rejects(database.drop(), /left open.*forgetful/);
  });

  it('leaves nothing behind when the tests are killed', async () => {
    const script = `
      const { createDatabase } = await import('#test/harness/cluster.ts');
      console.log((await createDatabase({ empty: true })).url);
      setInterval(() => {}, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(child.stdout, 'data')) as [Buffer];
    const socketDir = new URL(line.toString().trim()).searchParams.get('host') ?? '';
    assert.ok(existsSync(socketDir));
    child.kill('SIGKILL');
    await once(child, 'exit');
    for (let tries = 0; existsSync(socketDir) && tries < 200; tries++) await sleep(25);
    assert.equal(existsSync(socketDir), false);
  });
});
