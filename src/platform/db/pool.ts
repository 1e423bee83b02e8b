import pg from 'pg';
import type { Rows, Statement } from '#core/db.ts';
import { deriveSecret } from '#platform/secrets.ts';
import { Batch } from './batch.ts';
import { toDatabaseError } from './errors.ts';

/** The database roles of ARCHITECTURE §4; each has its own connections and its own rights. */
export type Role = 'app' | 'relay' | 'operator';
export const roleName = (role: string): string => `smarteros_${role}`;

/** How long a caller waits for a free connection before it is told `unavailable`. */
const CONNECT_TIMEOUT_MS = 5_000;
const IDLE_TIMEOUT_MS = 30_000;

export interface Pool {
  /** One round trip, one transaction. */
  batch<const S extends readonly Statement[]>(statements: S): Promise<Rows<S>>;
  /** A connection of one's own for an interactive transaction; rolled back unless `work` returns. */
  connected<T>(work: (batch: Pool['batch']) => Promise<T>): Promise<T>;
  /** For libraries that bring their own SQL (graphile-worker). */
  readonly raw: pg.Pool;
  readonly stats: () => { total: number; idle: number; waiting: number };
  end(): Promise<void>;
}

/**
 * Password of a runtime role: derived, so that nothing needs to be stored or handed around.
 * The embedded database ignores it: its socket's directory is the fence.
 */
export function rolePassword(secret: Buffer, role: string): string {
  return deriveSecret(secret, `database role ${role}`);
}

export function roleUrl(url: string, secret: Buffer, role: Role): string {
  const parsed = new URL(url);
  parsed.username = roleName(role);
  parsed.password = rolePassword(secret, role);
  return parsed.href;
}

export function createPool(options: { url: string; secret: Buffer; role: Role; max: number }): Pool {
  const raw = new pg.Pool({
    connectionString: roleUrl(options.url, options.secret, options.role),
    max: options.max,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: IDLE_TIMEOUT_MS,
    application_name: `smarteros ${options.role}`,
  });
  // A connection that dies while idle is replaced by the pool; without a listener it would end the process.
  raw.on('error', () => {});
  // One that dies while borrowed fails its statement, but reports itself as well.
  raw.on('connect', (client) => client.on('error', () => {}));

  const send = async (client: pg.PoolClient, statements: readonly Statement[]): Promise<never> => {
    try {
      return (await client.query(new Batch(statements)).done) as never;
    } catch (error) {
      throw toDatabaseError(error);
    }
  };
  const borrow = async (): Promise<pg.PoolClient> => {
    try {
      return await raw.connect();
    } catch (error) {
      throw toDatabaseError(error);
    }
  };
  return {
    raw,
    async batch(statements) {
      const client = await borrow();
      try {
        return await send(client, statements);
      } finally {
        client.release();
      }
    },
    async connected(work) {
      const client = await borrow();
      let broken = false;
      try {
        return await work((statements) => send(client, statements));
      } catch (error) {
        // Whatever went wrong, the connection must not carry an open transaction back into the pool.
        await client.query('rollback').catch(() => (broken = true));
        throw error;
      } finally {
        client.release(broken);
      }
    },
    stats: () => ({ total: raw.totalCount, idle: raw.idleCount, waiting: raw.waitingCount }),
    end: () => raw.end(),
  };
}
