import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import {
  initPostgres,
  locatePostgres,
  type PostgresPlace,
  postgresUrl,
  startPostgres,
} from '#host/postgres.ts';
import { migrate } from '#platform/db/migrate.ts';

/** The platform secret of every test database: role passwords derive from it. */
export const SECRET = Buffer.alloc(32, 'smarteros test');

export interface TestDatabase {
  /** As the superuser; `platform/db` makes the runtime roles' connections out of it. */
  readonly url: string;
  /** @throws when a connection to it is still open: somebody forgot to end a pool */
  drop(): Promise<void>;
}

const MAINTENANCE = 'postgres';
const TEMPLATE = 'smarteros';
const CLOSE_GRACE_MS = 500;
const POLL_MS = 10;

/** Nothing here outlives the run. Autovacuum would hold the template open at times. */
const SETTINGS = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
  max_connections: '200',
};

let started: Promise<PostgresPlace> | undefined;

/** A database of its own: a copy of the migrated template, or an empty one. About 30 ms, the first about 700 ms. */
export async function createDatabase(options: { empty?: boolean } = {}): Promise<TestDatabase> {
  started ??= startCluster();
  const place = await started;
  const name = `test_${randomBytes(6).toString('hex')}`;
  const template = options.empty ? 'template0' : TEMPLATE;
  // With fsync off copying files takes two thirds of the time of writing them through the log.
  await asAdmin(place, (admin) =>
    admin.query(`create database ${name} template ${template} strategy file_copy`),
  );
  return {
    url: postgresUrl(place, undefined, name),
    drop: () => asAdmin(place, (admin) => drop(admin, name)),
  };
}

async function startCluster(): Promise<PostgresPlace> {
  const home = mkdtempSync(join(tmpdir(), 'smarteros-test-'));
  const place = locatePostgres(home);
  removeAfterUs(place);
  await initPostgres(place, { sync: false });
  await startPostgres(place, { settings: { ...SETTINGS, ...trusting(place) } });
  await migrate({ url: postgresUrl(place), secret: SECRET });
  return place;
}

/** Settings of a server that asks nobody for a password: proving one takes 10 ms, and tests log in thousands of times. */
export function trusting(place: PostgresPlace): Record<string, string> {
  const path = join(place.root, 'trust.conf');
  writeFileSync(path, 'local all all trust\n');
  return { hba_file: path };
}

/**
 * A shell that waits for the end of its input, which comes when this process ends in whatever way, SIGKILL included;
 * then it ends the server and removes its files.
 */
export function removeAfterUs(place: PostgresPlace): void {
  const script = `
    cat
    pid=$(head -n 1 "$1/postmaster.pid") && kill -QUIT "$pid"
    for wait in $(seq 100); do [ -e "$1/postmaster.pid" ] || break; sleep 0.05; done
    rm -rf "$@"`;
  const folders = [place.dataDir, place.socketDir, place.root, place.home];
  const shell = spawn('sh', ['-c', script, 'sh', ...folders], {
    cwd: '/',
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  shell.unref();
  (shell.stdin as Socket).unref();
}

async function asAdmin<T>(place: PostgresPlace, work: (admin: pg.Client) => Promise<T>): Promise<T> {
  const admin = new pg.Client({ connectionString: postgresUrl(place, undefined, MAINTENANCE) });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

async function drop(admin: pg.Client, name: string): Promise<void> {
  const open = await openConnections(admin, name);
  await admin.query(`drop database if exists ${name} with (force)`);
  if (open.length > 0) {
    throw new Error(`Connections to the test database were left open (end their pools): ${open.join(', ')}`);
  }
}

/** Who is still connected after a moment of grace: a backend takes its time to leave. */
async function openConnections(admin: pg.Client, name: string): Promise<string[]> {
  for (let waited = 0; ; waited += POLL_MS) {
    const { rows } = await admin.query<{ who: string }>(
      `select format('%s %s: %s', usename, application_name, left(query, 80)) as who
       from pg_stat_activity where datname = $1 and backend_type = 'client backend'`,
      [name],
    );
    if (rows.length === 0 || waited >= CLOSE_GRACE_MS) return rows.map((row) => row.who);
    await sleep(POLL_MS);
  }
}
