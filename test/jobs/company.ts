import pg from 'pg';
import { z } from 'zod';
import type { Clock } from '#core/clock.ts';
import type { Log } from '#core/context.ts';
import { defineEvent } from '#core/event.ts';
import type { JobDefinition } from '#core/job.ts';
import { createWorker, type Worker, type WorkerOptions } from '#kernel/worker.ts';
import { systemClock } from '#platform/clock.ts';
import { createPool, roleUrl, type Pool } from '#platform/db/pool.ts';
import { enter, notifyRelay, record } from '#platform/db/records.ts';
import { createDatabase, SECRET, type TestDatabase } from '#test/harness/cluster.ts';

/** An event without a job of its own; tests define jobs on it. */
export const noted = defineEvent({
  name: 'thing.noted',
  version: 1,
  summary: 'A test happened.',
  scope: 'contacts:read',
  data: z.object({ n: z.int() }),
});

export interface Line {
  readonly level: string;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** A database with companies, and workers over it. */
export class House {
  readonly database: TestDatabase;
  readonly app: Pool;
  readonly identity: Pool;
  readonly operator: Pool;
  readonly relay: Pool;
  readonly admin: pg.Pool;
  readonly lines: Line[] = [];
  readonly #workers: Worker[] = [];
  readonly #pools: Pool[] = [];

  static async build(): Promise<House> {
    return new House(await createDatabase());
  }

  constructor(database: TestDatabase) {
    this.database = database;
    this.app = this.pool('app');
    this.identity = this.pool('identity');
    this.operator = this.pool('operator');
    this.relay = this.pool('relay');
    this.admin = new pg.Pool({ connectionString: database.url });
  }

  pool(role: 'app' | 'identity' | 'operator' | 'relay'): Pool {
    const pool = createPool({ url: this.database.url, secret: SECRET, role, max: 10 });
    this.#pools.push(pool);
    return pool;
  }

  readonly log: Log = {
    debug: this.#logger('debug'),
    info: this.#logger('info'),
    warn: this.#logger('warn'),
    error: this.#logger('error'),
  };

  #logger(level: string) {
    return (fields: object, message: string): void => {
      this.lines.push({ level, message, fields: { ...fields } });
    };
  }

  async company(slug: string, status: 'active' | 'suspended' = 'active'): Promise<string> {
    const id = systemClock.id();
    await this.admin.query(
      `insert into core.tenants (id, country, tax_id, slug, name, status, created_at, updated_at)
       values ($1, 'CL', $2, $2, $2, $3, now(), now())`,
      [id, slug, status],
    );
    return id;
  }

  /** What a worker of this house said at that level, in order. */
  said(level: string): string[] {
    return this.lines.filter((line) => line.level === level).map((line) => line.message);
  }

  async setStatus(tenantId: string, status: 'active' | 'suspended'): Promise<void> {
    await this.admin.query('update core.tenants set status = $2 where id = $1', [tenantId, status]);
  }

  /** Writes an event as an operation does, and returns its id. */
  async note(tenantId: string, n: number, clock: Clock = systemClock): Promise<string> {
    const event = { id: clock.id(), name: noted.name, version: 1, data: { n }, occurredAt: clock.now() };
    await this.app.batch([
      enter(tenantId, { kind: 'job', id: null }),
      record({ audits: [], events: [event] }),
    ]);
    await this.app.batch([notifyRelay]);
    return event.id;
  }

  async rows<T extends pg.QueryResultRow>(sql: string, values: unknown[] = []): Promise<T[]> {
    return (await this.admin.query<T>(sql, values)).rows;
  }

  /** Makes every waiting job due, so that no test waits for a retry. */
  async hurry(): Promise<void> {
    await this.admin.query(
      `update graphile_worker._private_jobs set run_at = now() - interval '1 s' where locked_at is null and run_at > now()`,
    );
  }

  get relayUrl(): string {
    return roleUrl(this.database.url, SECRET, 'relay');
  }

  get sealerUrl(): string {
    return roleUrl(this.database.url, SECRET, 'sealer');
  }

  async worker(jobs: readonly JobDefinition[], options: Partial<WorkerOptions> = {}): Promise<Worker> {
    const worker = await createWorker({
      pools: { app: this.app, identity: this.identity, operator: this.operator, relay: this.relay },
      directUrl: this.relayUrl,
      jobs,
      clock: systemClock,
      log: this.log,
      capability: () => undefined,
      concurrency: 4,
      ...options,
    });
    this.#workers.push(worker);
    return worker;
  }

  async tearDown(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.stop()));
    await Promise.all(this.#pools.map((pool) => pool.end()));
    await this.admin.end();
    await this.database.drop();
  }
}

const PATIENCE_MS = 10_000;
const LOOK_MS = 10;

/** Waits until `holds` says so. @throws after ten seconds */
export async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
