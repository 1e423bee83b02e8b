import pg from 'pg';
import type { Rows, Statement } from '#core/db.ts';
import { monotonic } from '#platform/clock.ts';
import { deriveSecret } from '#platform/secrets.ts';
import { span } from '#platform/tracing.ts';
import { Batch, type RawRows } from './batch.ts';
import { endsConnection, StaleStatement, toDatabaseError, unavailable } from './errors.ts';

/** The database roles of ARCHITECTURE §4; each has its own connections and its own rights. */
export type Role = 'app' | 'relay' | 'operator' | 'identity' | 'sealer';
export const roleName = (role: string): string => `smarteros_${role}`;

/** How long a caller waits for a free connection before it is told `unavailable`. */
const CONNECT_TIMEOUT_MS = 5_000;
const IDLE_TIMEOUT_MS = 30_000;
/** Above any statement_timeout (roles.ts): a server that is silent for longer has vanished without a word. */
const ANSWER_TIMEOUT_MS = 60_000;
const MS_PER_SECOND = 1_000;

export interface Pool {
  /** One round trip, one transaction, so no begin or commit among them: the batch may be sent twice. */
  batch<const S extends readonly Statement[]>(statements: S): Promise<Rows<S>>;
  /** A connection of one's own for an interactive transaction; rolled back unless `work` commits and returns. */
  connected<T>(work: (batch: Pool['batch']) => Promise<T>): Promise<T>;
  /** For libraries that bring their own SQL (graphile-worker). */
  readonly raw: pg.Pool;
  readonly stats: () => { total: number; idle: number; waiting: number; max: number };
  end(): Promise<void>;
}

/**
 * Password of a runtime role: derived, so that nothing needs to be stored or handed around.
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

interface PoolOptions {
  readonly url: string;
  readonly secret: Buffer;
  readonly role: Role;
  readonly max: number;
  readonly connectTimeoutMs?: number;
  readonly answerTimeoutMs?: number;
  /** Called after each batch, for metrics; without the wait for a connection. */
  readonly observe?: (role: Role, seconds: number) => void;
}

export function createPool(options: PoolOptions): Pool {
  const { answerTimeoutMs = ANSWER_TIMEOUT_MS } = options;
  const raw = new pg.Pool({
    connectionString: roleUrl(options.url, options.secret, options.role),
    max: options.max,
    connectionTimeoutMillis: options.connectTimeoutMs ?? CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: IDLE_TIMEOUT_MS,
    application_name: `smarteros ${options.role}`,
  });
  // A connection that dies, idle or in use, is replaced by the pool, and whoever waits for its answer is told.
  // Without a listener it would end the process.
  raw.on('error', () => {});
  raw.on('connect', (client) => client.on('error', () => {}));

  const borrow = async (): Promise<pg.PoolClient> => {
    try {
      return await raw.connect();
    } catch (error) {
      throw unavailable(error);
    }
  };
  const traced = {
    kind: 'client',
    within: true,
    attributes: { 'db.system.name': 'postgresql', 'smarteros.db_role': options.role },
  } as const;
  const run = (client: pg.PoolClient, batch: Batch): Promise<RawRows> =>
    span('postgresql batch', traced, () => answered(client, batch));
  const answered = async (client: pg.PoolClient, batch: Batch): Promise<RawRows> => {
    const started = monotonic();
    const hangUp = setTimeout(() => {
      client.connection.stream.destroy(new Error('timeout: the database does not answer'));
    }, answerTimeoutMs);
    try {
      return await client.query(batch).done;
    } finally {
      clearTimeout(hangUp);
      options.observe?.(options.role, (monotonic() - started) / MS_PER_SECOND);
    }
  };

  return {
    raw,
    async batch(statements) {
      const batch = new Batch(statements);
      const client = await borrow();
      let broken = false;
      try {
        const rows = await run(client, batch).catch((error: unknown) => {
          if (!(error instanceof StaleStatement)) throw error;
          // The batch was the transaction, and it is rolled back: sent again, it can't do anything twice.
          return run(client, new Batch(statements));
        });
        mustBeClosed(client);
        return rows as never;
      } catch (error) {
        broken = endsConnection(error);
        throw toDatabaseError(error);
      } finally {
        client.release(broken);
      }
    },
    async connected(work) {
      const client = await borrow();
      let broken = false;
      try {
        const answer = await work(async (statements) => {
          try {
            return (await run(client, new Batch(statements))) as never;
          } catch (error) {
            broken ||= endsConnection(error);
            throw toDatabaseError(error);
          }
        });
        mustBeClosed(client);
        return answer;
      } catch (error) {
        // Whatever went wrong, the connection must not carry an open transaction back into the pool.
        if (!broken) await client.query('rollback').catch(() => (broken = true));
        throw error;
      } finally {
        client.release(broken);
      }
    },
    stats: () => ({
      total: raw.totalCount,
      idle: raw.idleCount,
      waiting: raw.waitingCount,
      max: options.max,
    }),
    end: () => raw.end(),
  };
}

/** The next borrower would write into the transaction, as its tenant. */
function mustBeClosed(client: pg.PoolClient): void {
  if (client.getTransactionStatus() !== 'I')
    throw new Error('a transaction was left open, so nothing is committed');
}
