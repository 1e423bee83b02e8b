import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import {
  initPostgres,
  locatePostgres,
  type PostgresPlace,
  postgresUrl,
  startPostgres,
} from '#host/postgres.ts';
import { superuserPassword } from '#host/postgres-password.ts';
import { migrate } from '#platform/db/migrate.ts';

/** The platform secret of every bench's database. */
export const SECRET = 'a secret for benches, and only for benches';

export interface BenchDatabase {
  /** Of the superuser; the runtime roles' connections are made out of it. */
  readonly url: string;
  /** A home for the processes under test; it goes away together with the database. */
  readonly home: string;
  /** Process id of the postmaster. */
  readonly pid: number;
  /** Runs statements of several lines as the superuser. */
  admin<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
}

/**
 * A throw-away embedded PostgreSQL with the product's own settings (fsync and synchronous_commit on), migrated.
 * It ends, and its files go away, when this process ends in whatever way.
 */
export async function createDatabase(settings: Record<string, string> = {}): Promise<BenchDatabase> {
  const home = mkdtempSync(join(tmpdir(), 'smarteros-bench-'));
  const place = locatePostgres(home);
  removeAfterUs(place);
  const password = superuserPassword(Buffer.from(SECRET));
  const url = postgresUrl(place, password);
  await initPostgres(place, { sync: false, password });
  const { pid } = await startPostgres(place, { settings, password });
  await migrate({ url, secret: Buffer.from(SECRET) });
  return {
    url,
    home,
    pid,
    async admin<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]) {
      const client = new pg.Client({ connectionString: url });
      await client.connect();
      try {
        return (await client.query<Row>(sql, values)).rows;
      } finally {
        await client.end();
      }
    },
  };
}

/** A shell that waits for the end of its input, which comes with ours, SIGKILL included. */
function removeAfterUs(place: PostgresPlace): void {
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
