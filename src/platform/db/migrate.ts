import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { createPool, roleName } from './pool.ts';
import { ensureRoles } from './roles.ts';

const FOLDER = join(import.meta.dirname, '../../../migrations');
/** Any fixed number: all migrators of one database meet at this advisory lock. */
const LOCK = 7_205_759_403;
const LOCK_TIMEOUT = '2s';
const TRIES = 10;
const RETRY_MS = 500;
const LOCK_NOT_AVAILABLE = '55P03';
export const JOBS_SCHEMA = 'graphile_worker';

export interface MigrationFile {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** The schema is newer than this program, or history was rewritten: nothing was changed. */
export class MigrationError extends Error {
  override readonly name = 'MigrationError';
}

export async function migrationFiles(folder = FOLDER): Promise<MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => /^\d{4}_\w+\.sql$/.test(name)).toSorted();
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), 'utf8');
      return {
        number: Number(name.slice(0, 4)),
        name,
        sql,
        checksum: createHash('sha256').update(sql).digest('hex'),
      };
    }),
  );
}

/**
 * Brings the database to this program's schema; safe to run by several processes at once and beside the previous
 * release. `url` is the administrator's.
 * @throws MigrationError when the database is newer than this program
 */
export async function migrate(options: {
  url: string;
  secret: Buffer;
  folder?: string;
}): Promise<{ applied: string[] }> {
  const files = await migrationFiles(options.folder);
  const client = new pg.Client({ connectionString: options.url, application_name: 'smarteros migrate' });
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    await ensureRoles(client, options.secret);
    const owner = roleName('owner');
    const { rows } = await client.query<{ name: string }>('select current_database() as name');
    const database = `"${rows[0]!.name}"`;
    await client.query(`grant connect, create on database ${database} to ${owner}`);
    await client.query(`set role ${owner}`);
    await client.query(`create schema if not exists smarteros_meta`);
    await client.query(`create table if not exists smarteros_meta.migrations (
      number integer primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())`);
    const pending = await pendingOf(client, files);
    for (const file of pending) await apply(client, file);
    await client.query('reset role');
    await prepareJobs(client, database, options);
    return { applied: pending.map((file) => file.name) };
  } finally {
    await client.end();
  }
}

/** Names of migrations that are still to be applied. @throws MigrationError */
export async function pendingMigrations(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ there: boolean }>(
      `select to_regclass('smarteros_meta.migrations') is not null as there`,
    );
    const files = await migrationFiles();
    return (rows[0]!.there ? await pendingOf(client, files) : files).map((file) => file.name);
  } finally {
    await client.end();
  }
}

async function pendingOf(client: pg.Client, files: readonly MigrationFile[]): Promise<MigrationFile[]> {
  const { rows } = await client.query<{ number: number; name: string; checksum: string }>(
    'select number, name, checksum from smarteros_meta.migrations order by number',
  );
  const known = new Map(files.map((file) => [file.number, file]));
  for (const row of rows) {
    const file = known.get(row.number);
    if (!file) {
      throw new MigrationError(
        `The database has migration ${row.name}, which this SmarterOS doesn’t know: it was used by a newer release. Start that release, or restore a backup made before it.`,
      );
    }
    if (file.checksum !== row.checksum) {
      throw new MigrationError(
        `Migration ${row.name} was changed after it had been applied. Migrations are forward only: restore the file and add a new one.`,
      );
    }
  }
  const applied = new Set(rows.map((row) => row.number));
  return files.filter((file) => !applied.has(file.number));
}

/** One transaction per file. A lock that a long reader holds is asked for again instead of queueing everybody behind us. */
async function apply(client: pg.Client, file: MigrationFile): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query('begin');
      await client.query(`set local lock_timeout = '${LOCK_TIMEOUT}'`);
      await client.query(file.sql);
      await client.query(
        'insert into smarteros_meta.migrations (number, name, checksum) values ($1, $2, $3)',
        [file.number, file.name, file.checksum],
      );
      await client.query('commit');
      return;
    } catch (error) {
      await client.query('rollback');
      if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE || attempt === TRIES) {
        throw new MigrationError(`Migration ${file.name} failed: ${(error as Error).message}`, {
          cause: error,
        });
      }
      await new Promise((resolve) => setTimeout(resolve, RETRY_MS * attempt * (0.5 + Math.random())));
    }
  }
}

/** The job queue's own schema belongs to the relay, which may make it once and nothing after that. */
async function prepareJobs(
  client: pg.Client,
  database: string,
  options: { url: string; secret: Buffer },
): Promise<void> {
  const relay = roleName('relay');
  const { rows } = await client.query<{ there: boolean }>('select to_regnamespace($1) is not null as there', [
    JOBS_SCHEMA,
  ]);
  if (!rows[0]!.there) await client.query(`grant create on database ${database} to ${relay}`);
  const pool = createPool({ url: options.url, secret: options.secret, role: 'relay', max: 1 });
  try {
    await runMigrations({ pgPool: pool.raw, schema: JOBS_SCHEMA });
  } finally {
    await pool.end();
    await client.query(`revoke create on database ${database} from ${relay}`);
  }
}
