import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import { MigrationError, migrationFiles, pendingOf, type MigrationFile } from './migrations.ts';
import { createPool, roleName } from './pool.ts';
import { ensureRoles, LOGIN_ROLES } from './roles.ts';

export { MigrationError };

/** Any fixed number: all migrators of one database meet at this advisory lock. */
const LOCK = 7_205_759_403;
/** How long a migration holds up the writers behind it while it waits for a table, and how often it asks again. */
const LOCKS = { timeoutMs: 2_000, tries: 10, retryMs: 500 };
const LOCK_NOT_AVAILABLE = '55P03';
export const JOBS_SCHEMA = 'graphile_worker';

export interface MigrateOptions {
  /** The administrator's. */
  readonly url: string;
  readonly secret: Buffer;
  readonly folder?: string;
  readonly locks?: typeof LOCKS;
}

/**
 * Brings the database to this program's schema; safe to run by several processes at once and beside the previous
 * release.
 * @throws MigrationError when the database is newer than this program, or a migration fails
 */
export async function migrate(options: MigrateOptions): Promise<{ applied: string[] }> {
  const files = await migrationFiles(options.folder);
  return withClient(options.url, async (client) => {
    await client.query('select pg_advisory_lock($1)', [LOCK]);
    // Before anything is touched: an older release must not set the roles back either.
    const pending = await pendingOf(client, files);
    await ensureRoles(client, options.secret);
    const owner = roleName('owner');
    const { rows } = await client.query<{ name: string }>('select current_database() as name');
    const database = `"${rows[0]!.name}"`;
    await client.query(`grant connect, create on database ${database} to ${owner}`);
    // Not everybody may connect to it where an engine has a database beside (own-database.ts).
    await client.query(`grant connect on database ${database} to ${LOGIN_ROLES.join(', ')}`);
    await client.query(`set role ${owner}`);
    await client.query(`create schema if not exists smarteros_meta`);
    await client.query(`create table if not exists smarteros_meta.migrations (
      number integer primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())`);
    for (const file of pending) await apply(client, file, options.locks ?? LOCKS);
    await client.query('reset role');
    await prepareJobs(client, database, options);
    return { applied: pending.map((file) => file.name) };
  });
}

/** Names of migrations that are still to be applied. @throws MigrationError */
export async function pendingMigrations(url: string): Promise<string[]> {
  const files = await migrationFiles();
  return withClient(url, async (client) => (await pendingOf(client, files)).map((file) => file.name));
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'smarteros migrate' });
  // Whoever waits for an answer is told; without a listener the event would end the process.
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** One transaction per file. A lock that a long reader holds is asked for again instead of queueing everybody behind us. */
async function apply(client: pg.Client, file: MigrationFile, locks: typeof LOCKS): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      await client.query('begin');
      await client.query(`set local lock_timeout = ${locks.timeoutMs}`);
      await client.query(file.sql);
      await client.query(
        'insert into smarteros_meta.migrations (number, name, checksum) values ($1, $2, $3)',
        [file.number, file.name, file.checksum],
      );
      await client.query('commit');
      return;
    } catch (error) {
      await client.query('rollback').catch(() => {});
      if ((error as { code?: string }).code !== LOCK_NOT_AVAILABLE || attempt === locks.tries) {
        throw new MigrationError(`Migration ${file.name} failed: ${(error as Error).message}`, {
          cause: error,
        });
      }
      await new Promise((resolve) => setTimeout(resolve, locks.retryMs * attempt * (0.5 + Math.random())));
    }
  }
}

/** The queue's tables have row-level security and no policy: a backup would find them empty and not complain. */
const LET_BACKUP_READ = `do $$ declare hidden regclass; begin
  for hidden in
    select c.oid from pg_class c where c.relnamespace = '${JOBS_SCHEMA}'::regnamespace and c.relrowsecurity
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'backup_read')
  loop
    execute format('create policy backup_read on %s for select to ${roleName('backup')} using (true)', hidden);
  end loop;
end $$`;

/** For the functions of 0016, through which people see the jobs of their company, and find them without a scan of all. */
const LET_PEOPLE_LOOK = `do $$ declare target text; begin
  if to_regclass('${JOBS_SCHEMA}.jobs_by_tenant') is not null then return; end if;
  foreach target in array array['_private_jobs', '_private_tasks', '_private_known_crontabs'] loop
    execute format('create policy owner_access on ${JOBS_SCHEMA}.%I to ${roleName('owner')} using (true) with check (true)', target);
    execute format('grant select on ${JOBS_SCHEMA}.%I to ${roleName('owner')}', target);
  end loop;
  grant usage on schema ${JOBS_SCHEMA} to ${roleName('owner')};
  grant update (attempts, max_attempts, flags, run_at, updated_at), delete on ${JOBS_SCHEMA}._private_jobs to ${roleName('owner')};
  create index jobs_by_tenant on ${JOBS_SCHEMA}._private_jobs ((payload->>'tenantId'), id);
end $$`;

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
    await pool.raw.query(LET_BACKUP_READ);
    await pool.raw.query(LET_PEOPLE_LOOK);
  } finally {
    await pool.end();
    await client.query(`revoke create on database ${database} from ${relay}`);
  }
}
