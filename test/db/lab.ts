import pg from 'pg';
import { createPool, type Pool, type Role } from '#platform/db/pool.ts';
import { statement } from '#platform/db/statement.ts';
import { createDatabase, SECRET } from '#test/harness/cluster.ts';

/** A database with a schema `lab` in which `app` may do anything, and pools that are ended with it. */
export interface Lab {
  readonly url: string;
  readonly admin: pg.Client;
  pool(options?: { role?: Role; max?: number; connectTimeoutMs?: number; answerTimeoutMs?: number }): Pool;
  stop(): Promise<void>;
}

export async function openLab(): Promise<Lab> {
  const database = await createDatabase();
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  await admin.query('create schema lab; grant usage, create on schema lab to smarteros_app');
  const pools: Pool[] = [];
  return {
    url: database.url,
    admin,
    pool: ({ role = 'app', max = 1, ...rest } = {}) => {
      const pool = createPool({ url: database.url, secret: SECRET, role, max, ...rest });
      pools.push(pool);
      return pool;
    },
    async stop() {
      await Promise.all(pools.map((pool) => pool.end()));
      await admin.end();
      await database.drop();
    },
  };
}

/** The server's process behind the connection: the same number is the same connection. */
export const backend = statement<{ pid: number }>('select pg_backend_pid() as pid');

/** What a promise was rejected with. */
export const reason = (promise: Promise<unknown>): Promise<Error & { code?: string }> =>
  promise.then(
    () => {
      throw new Error('it was answered');
    },
    (error: Error) => error,
  );
