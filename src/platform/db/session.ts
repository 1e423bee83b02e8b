import pg from 'pg';
import type { Statement } from '#core/db.ts';
import { Batch } from './batch.ts';
import { toDatabaseError } from './errors.ts';
import type { Pool } from './pool.ts';

const CONNECT_TIMEOUT_MS = 5_000;
/** A statement that takes longer has lost its server: a network that swallows packets reports nothing by itself. */
const ANSWER_TIMEOUT_MS = 30_000;

/** One long-lived connection, for what belongs to a session: an advisory lock, LISTEN. It never reconnects. */
export interface Session {
  readonly batch: Pool['batch'];
  /** Fulfilled when the connection is gone, for whatever reason. */
  readonly gone: Promise<void>;
  end(): Promise<void>;
}

export async function openSession(options: {
  readonly url: string;
  readonly name: string;
  readonly onNotification: (payload: string) => void;
}): Promise<Session> {
  const client = new pg.Client({
    connectionString: options.url,
    application_name: options.name,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
  });
  const gone = new Promise<void>((resolve) => client.once('end', () => resolve()));
  // Running statements are told as well; without a listener the event would end the process.
  client.on('error', () => {});
  client.on('notification', ({ payload = '' }) => options.onNotification(payload));
  const end = (): Promise<void> => client.end().catch(() => {});
  try {
    await client.connect();
  } catch (error) {
    await end();
    throw toDatabaseError(error);
  }

  const send = async (statements: readonly Statement[]): Promise<never> => {
    const timer = setTimeout(() => void end(), ANSWER_TIMEOUT_MS);
    try {
      return (await client.query(new Batch(statements)).done) as never;
    } catch (error) {
      throw toDatabaseError(error);
    } finally {
      clearTimeout(timer);
    }
  };
  return { batch: send, gone, end };
}
