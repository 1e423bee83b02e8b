import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_MS = 100;
const PAGE = 5_000;
const CONNECT_LIMIT_MS = 2_000;

/**
 * Follows the log of events by position, as streams and webhooks do: what is published must never appear behind the
 * place that a reader has reached already, or that reader misses it for good.
 */
export class Tail {
  readonly seen: string[] = [];
  #position = 0;
  #stopping = false;
  readonly #url: string;
  readonly #running: Promise<void>;

  constructor(url: string) {
    this.#url = url;
    this.#running = this.#follow();
  }

  /** Reads to the end first. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#running;
  }

  async #follow(): Promise<void> {
    for (let done = false; !done; await sleep(LOOK_MS)) {
      const client = new pg.Client({
        connectionString: this.#url,
        connectionTimeoutMillis: CONNECT_LIMIT_MS,
        application_name: 'faults tail',
      });
      client.on('error', () => {});
      try {
        await client.connect();
        while (!done) {
          const last = this.#stopping;
          const rows = await this.#page(client);
          done = last && rows === 0;
          if (rows === 0) await sleep(LOOK_MS);
        }
      } catch {
        // The database was killed once more; the place is kept.
      } finally {
        await client.end().catch(() => {});
      }
    }
  }

  async #page(client: pg.Client): Promise<number> {
    const { rows } = await client.query<{ id: string; position: string }>(
      'select id, position from core.events where position > $1 order by position limit $2',
      [this.#position, PAGE],
    );
    for (const { id } of rows) this.seen.push(id);
    this.#position = Number(rows.at(-1)?.position ?? this.#position);
    return rows.length;
  }
}
