import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { SOCKET_FILE } from '#host/postgres-place.ts';
import { claimPort } from '#host/port.ts';
import { MAIN_ENTRY } from '#host/home.ts';
import { keysFile } from '#platform/secret-keys.ts';
import { createTestApi, type TestApi } from '#test/harness/api.ts';
import { SECRET } from '#test/harness/cluster.ts';
import { until } from '#test/jobs/company.ts';

describe('a process that starts while the database is away', () => {
  /** Has the database's keys. */
  let there: TestApi;
  let folder: string;
  const children: ChildProcess[] = [];
  before(async () => {
    there = await createTestApi();
  });
  after(() => there.stop());
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'smarteros-away-'));
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
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
  const start = (name: 'api' | 'worker', home: string, port: number) => {
    const env = {
      PATH: process.env['PATH'],
      SMARTEROS_HOME: home,
      SMARTEROS_SECRET: SECRET.toString(),
      SMARTEROS_PORT: String(port),
      DATABASE_URL: away(),
    };
    const child = spawn(process.execPath, [MAIN_ENTRY, name], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    children.push(child);
    const said = { text: '' };
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => (said.text += chunk.toString()));
    return { child, said };
  };
  const health = async (port: number): Promise<string> => {
    try {
      const answer = await fetch(`http://127.0.0.1:${port}/health`);
      return `${answer.status} ${((await answer.json()) as { status: string }).status}`;
    } catch {
      return 'nothing';
    }
  };

  it('as API says that it is unhealthy, then works; the worker waits as long', async () => {
    const port = await claimPort('127.0.0.1', 0);
    const api = start('api', there.home, port);
    const worker = start('worker', there.home, port);
    await until('health answers', async () => (await health(port)) === '503 unhealthy');
    assert.equal((await fetch(`http://127.0.0.1:${port}/contacts`)).status, 401);
    const { key } = await there.tenant();
    const headers = { authorization: `Bearer ${key}` };
    const contacts = async (): Promise<number> =>
      (await fetch(`http://127.0.0.1:${port}/contacts`, { headers })).status;
    assert.equal(await contacts(), 503);
    assert.doesNotMatch(worker.said.text, /worker ready/);
    arrive();
    await until('it is healthy', async () => (await health(port)) === '200 healthy');
    assert.equal(await contacts(), 200);
    await until('the worker works', () => Promise.resolve(worker.said.text.includes('worker ready')));
    for (const { child } of [api, worker]) {
      assert.equal(child.exitCode, null);
      child.kill('SIGTERM');
      assert.deepEqual(await once(child, 'exit'), [0, null]);
    }
  });

  it('stops when the database comes and needs a key that it lacks, and says so', async () => {
    const home = mkdtempSync(join(folder, 'home-'));
    writeFileSync(keysFile(home), Buffer.alloc(32, 'another').toString('base64url'), { mode: 0o600 });
    const port = await claimPort('127.0.0.1', 0);
    const { child, said } = start('api', home, port);
    await until('health answers', async () => (await health(port)) === '503 unhealthy');
    const exited = once(child, 'exit');
    arrive();
    assert.deepEqual(await exited, [1, null]);
    assert.match(said.text, /lacks the key .*Restore it from a backup/);
  });
});
