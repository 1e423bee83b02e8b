import assert from 'node:assert/strict';
import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { HostError } from '#host/host-error.ts';
import { adoptPostgres, initPostgres, locatePostgres, startPostgres, stopPostgres } from '#host/postgres.ts';
import type { PostgresPlace } from '#host/postgres.ts';
import { signal, waitUntil } from '#host/processes.ts';

const asRoot = process.getuid?.() === 0;
const THROW_AWAY = { settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } };
const homes: string[] = [];

function newHome(...inside: string[]): string {
  const base = mkdtempSync(join(tmpdir(), 'smarteros-pg-'));
  homes.push(base);
  const home = join(base, ...inside);
  mkdirSync(home, { recursive: true, mode: 0o700 });
  return home;
}

/** Knocks at a database without a driver: what it asks for, or the error. */
async function login(place: PostgresPlace, database: string): Promise<string> {
  const socket = createConnection(join(place.socketDir, '.s.PGSQL.5432'));
  const body = Buffer.from(`\0\x03\0\0user\0postgres\0database\0${database}\0\0`, 'latin1');
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  socket.write(Buffer.concat([length, body]));
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => {
    chunks.push(chunk);
    socket.destroy();
  });
  await once(socket, 'close');
  const answer = Buffer.concat(chunks).toString('latin1');
  return answer.includes('SCRAM-SHA-256') ? 'password' : answer;
}

function setting(place: PostgresPlace, name: string): string {
  const { uid, gid } = place;
  const as = uid === undefined || gid === undefined ? {} : { uid, gid };
  return execFileSync(join(place.binDir, 'postgres'), ['-D', place.dataDir, '-C', name], {
    encoding: 'utf8',
    cwd: '/',
    stdio: ['ignore', 'pipe', 'ignore'],
    ...as,
  }).trim();
}

describe('embedded PostgreSQL', () => {
  let place: PostgresPlace;

  before(async () => {
    place = locatePostgres(newHome());
    await initPostgres(place, { sync: false });
    await startPostgres(place, THROW_AWAY);
  });

  after(async () => {
    await stopPostgres(place);
    for (const home of homes) rmSync(home, { recursive: true, force: true });
  });

  it('asks whoever comes to its socket for a password', async () => {
    assert.equal(await login(place, 'smarteros'), 'password');
  });

  it('has no other door: no port, and a folder only its owner enters', () => {
    assert.equal(setting(place, 'listen_addresses'), '');
    const rules = readFileSync(setting(place, 'hba_file'), 'utf8');
    assert.equal(rules, 'local all all scram-sha-256\n');
    const { mode, uid } = statSync(place.socketDir);
    assert.equal(mode & 0o777, 0o700);
    assert.equal(uid, place.uid ?? process.getuid?.());
  });

  it('takes settings for a throw-away cluster', () => {
    assert.equal(setting(place, 'fsync'), 'off');
    assert.equal(setting(place, 'jit'), 'off');
  });

  it('is adopted instead of started twice', async () => {
    const first = adoptPostgres(place);
    assert.ok(first);
    assert.deepEqual(await startPostgres(place), first);
  });

  it('comes back after kill -9', async () => {
    const first = await startPostgres(place, THROW_AWAY);
    signal(first.pid, 'SIGKILL');
    await waitUntil(() => !adoptPostgres(place), 2_000);
    assert.equal(adoptPostgres(place), undefined);
    const second = await startPostgres(place, THROW_AWAY);
    assert.notEqual(second.pid, first.pid);
    assert.equal(await login(place, 'smarteros'), 'password');
  });

  it('is not fooled by a pid file whose number now belongs to a stranger', async () => {
    await stopPostgres(place);
    const stranger = spawn('sleep', ['30'], place.uid === undefined ? {} : { uid: place.uid });
    try {
      const lines = [stranger.pid, place.dataDir, 1, 5432, place.socketDir, '', '', 'ready'];
      writeFileSync(join(place.dataDir, 'postmaster.pid'), `${lines.join('\n')}\n`);
      assert.equal(adoptPostgres(place), undefined);
      await stopPostgres(place);
      assert.equal(stranger.exitCode, null);
      const { pid } = await startPostgres(place, THROW_AWAY);
      assert.notEqual(pid, stranger.pid);
    } finally {
      stranger.kill();
    }
  });

  it('stops, and stopping again is no error', async () => {
    await stopPostgres(place);
    assert.equal(adoptPostgres(place), undefined);
    await stopPostgres(place);
  });

  it('says why it did not start', async () => {
    const broken = { settings: { shared_buffers: 'a lot' } };
    await assert.rejects(startPostgres(place, broken), (error: HostError) => {
      assert.match(error.message, /shared_buffers/);
      assert.match(error.remedy, /custom\.conf/);
      return true;
    });
  });
});

describe('the first start', () => {
  after(() => {
    for (const home of homes) rmSync(home, { recursive: true, force: true });
  });

  it('heals after an initialisation that was killed half-way', async () => {
    const place = locatePostgres(newHome());
    const url = import.meta.resolve('#host/postgres.ts');
    const script = `import { initPostgres, locatePostgres } from ${JSON.stringify(url)};
      await initPostgres(locatePostgres(process.argv[1]));`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, place.home]);
    const building = (): string[] => (existsSync(place.root) ? readdirSync(place.root) : []);
    await waitUntil(() => building().some((name) => name.startsWith('data.init-')), 5_000);
    child.kill('SIGKILL');
    await once(child, 'exit');
    assert.equal(existsSync(place.dataDir), false);
    await initPostgres(place, { sync: false });
    assert.deepEqual(building().toSorted(), ['data', 'socket']);
  });

  it('refuses data of another major version, and says what to do', async () => {
    const place = locatePostgres(newHome());
    mkdirSync(place.dataDir, { recursive: true });
    writeFileSync(join(place.dataDir, 'PG_VERSION'), '15\n');
    await assert.rejects(initPostgres(place), (error: HostError) => {
      assert.match(error.message, /PostgreSQL 15; this release brings 17/);
      assert.match(error.remedy, /backup/);
      return true;
    });
  });

  it('never builds over files that are no database', async () => {
    const place = locatePostgres(newHome());
    mkdirSync(place.dataDir, { recursive: true });
    writeFileSync(join(place.dataDir, 'holiday.jpg'), '');
    await assert.rejects(initPostgres(place), /not a PostgreSQL database/);
  });

  it('keeps the socket path short when the home path is long', async () => {
    const home = newHome('a'.repeat(100));
    chmodSync(dirname(home), 0o711);
    const place = locatePostgres(home);
    assert.equal(dirname(place.socketDir), tmpdir());
    await initPostgres(place, { sync: false });
    await startPostgres(place, THROW_AWAY);
    assert.equal(await login(place, 'smarteros'), 'password');
    await stopPostgres(place);
    rmSync(place.socketDir, { recursive: true });
  });

  it(
    'goes outside a home that its user cannot reach, and finds its data again',
    { skip: !asRoot },
    async () => {
      const home = newHome('private', 'home');
      const place = locatePostgres(home);
      try {
        assert.match(place.root, /^\/var\/lib\/smarteros\/[0-9a-f]{12}$/);
        await initPostgres(place, { sync: false });
        assert.deepEqual(locatePostgres(home), place);
        await startPostgres(place, THROW_AWAY);
        assert.equal(await login(place, 'smarteros'), 'password');
      } finally {
        await stopPostgres(place);
        rmSync(place.root, { recursive: true, force: true });
      }
    },
  );
});
