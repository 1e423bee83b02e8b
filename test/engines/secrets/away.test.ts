import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { createApi, type Api } from '#app/api.ts';
import { MAIN_ENTRY } from '#host/home.ts';
import { claimPort } from '#host/port.ts';
import { SOCKET_FILE } from '#host/postgres-place.ts';
import { loadConfig } from '#platform/config.ts';
import { createPool } from '#platform/db/pool.ts';
import { ping } from '#platform/db/records.ts';
import { proveOnceThere } from '#platform/engines/prove-keys.ts';
import { createLogger } from '#platform/log.ts';
import { keysFile } from '#platform/secret-keys.ts';
import { SecretFileError } from '#platform/secrets.ts';
import { createTestApi, type TestApi } from '#test/harness/api.ts';
import { SECRET } from '#test/harness/cluster.ts';

/** A whole process, on a machine that does much else. */
const START_LIMIT_MS = 29_000;

describe('a process that starts while the database is away', () => {
  /** Has the database's keys. */
  let there: TestApi;
  let folder: string;
  before(async () => {
    there = await createTestApi();
  });
  after(() => there.stop());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'smarteros-away-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  /** A socket's folder that leads to the database once `arrive` was called. */
  const away = (): string => {
    const url = new URL(there.database.url);
    url.searchParams.set('host', folder);
    url.username = '';
    return url.href;
  };
  const arrive = (): void => {
    const real = new URL(there.database.url).searchParams.get('host')!;
    symlinkSync(join(real, SOCKET_FILE), join(folder, SOCKET_FILE));
  };
  const build = (home: string): Promise<Api> => {
    const config = loadConfig({ SMARTEROS_HOME: home, SMARTEROS_SECRET: SECRET.toString() });
    const log = createLogger({ level: 'silent', service: 'test' });
    return createApi({ config, databaseUrl: away(), log });
  };
  const ask = async ({ server }: Api, url: string, key?: string): Promise<string> => {
    const headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
    const { statusCode, body } = await server.inject({ url, headers });
    return `${statusCode} ${(JSON.parse(body) as { status: string }).status}`;
  };
  const homeOfAnother = (): string => {
    const home = mkdtempSync(join(folder, 'home-'));
    writeFileSync(keysFile(home), Buffer.alloc(32, 'another').toString('base64url'), { mode: 0o600 });
    return home;
  };

  it('says so as API, and works once it is there', async () => {
    const { key } = await there.tenant();
    const api = await build(there.home);
    assert.equal(await ask(api, '/health'), '503 unhealthy');
    assert.equal(await ask(api, '/contacts'), '401 401');
    assert.equal(await ask(api, '/contacts', key), '503 503');
    arrive();
    await api.proven;
    assert.equal(await ask(api, '/health'), '200 healthy');
    assert.equal(
      (await api.server.inject({ url: '/contacts', headers: { authorization: `Bearer ${key}` } })).statusCode,
      200,
    );
    await api.stop();
  });

  it('waits no longer when it is told to stop', async () => {
    const api = await build(there.home);
    await api.stop();
    await api.proven;
  });

  it('waits as worker for as long', async () => {
    const pool = createPool({ url: away(), secret: SECRET, role: 'app', max: 1 });
    let proven = false;
    const waiting = proveOnceThere(pool, keysFile(there.home)).then(() => (proven = true));
    await assert.rejects(pool.batch([ping]), { code: 'unavailable' });
    assert.equal(proven, false);
    arrive();
    await waiting;
    await pool.end();
  });

  it('finds out when it comes that it needs another key', async () => {
    const api = await build(homeOfAnother());
    arrive();
    await assert.rejects(api.proven, SecretFileError);
    await api.stop();
  });

  it('ends then, and says why', { timeout: START_LIMIT_MS }, async () => {
    const port = await claimPort('127.0.0.1', 0);
    const env = {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: process.env['NODE_COMPILE_CACHE'],
      SMARTEROS_HOME: homeOfAnother(),
      SMARTEROS_SECRET: SECRET.toString(),
      SMARTEROS_PORT: String(port),
      DATABASE_URL: away(),
    };
    const child = spawn(process.execPath, [MAIN_ENTRY, 'api'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
    const exited = once(child, 'exit');
    let said = '';
    for await (const chunk of child.stdout) {
      said += String(chunk);
      if (said.includes('api ready') && !existsSync(join(folder, SOCKET_FILE))) {
        assert.equal((await fetch(`http://127.0.0.1:${port}/health`)).status, 503);
        arrive();
      }
    }
    assert.deepEqual(await exited, [1, null]);
    assert.match(said, /lacks the key .*Restore it from a backup/);
  });
});
