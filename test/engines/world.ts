import pg from 'pg';
import { startEngines } from '#app/reconciler.ts';
import { ENGINE_OPERATIONS } from '#app/engine-operations.ts';
import { engineWay } from '#app/engines.ts';
import type { Clock } from '#core/clock.ts';
import type { EngineDefinition, Secrets, State } from '#core/engine.ts';
import { PLATFORM } from '#core/platform.ts';
import type { LeasedLoop } from '#platform/leased.ts';
import type { EngineWay } from '#kernel/outside.ts';
import { ascendingIds, systemClock } from '#platform/clock.ts';
import { createPool, type Pool } from '#platform/db/pool.ts';
import { until } from '#test/jobs/company.ts';
import { createTestApi, freshTaxId, type Answer, type TestApi } from '#test/harness/api.ts';
import { exampleOperations } from '#test/engines/example/engine.ts';
import { SECRET } from '#test/harness/cluster.ts';

export interface Company {
  readonly id: string;
  readonly slug: string;
  readonly key: string;
}

/** A clock that can leap. */
export function leapingClock(): Clock & { leap(ms: number): void } {
  let ahead = 0;
  const ids = ascendingIds();
  const now = (): Date => new Date(Date.now() + ahead);
  return { now, id: () => ids(now().getTime()), leap: (ms) => void (ahead += ms) };
}

/** A process that dies: from then on nothing that it does reaches the database, not even the end of its leases. */
export class Mortal {
  dead = false;
  #left: number;

  /** Dies before the call of role app with that number, from 1 on. */
  constructor(dieAt: number) {
    this.#left = dieAt;
  }

  pool(pool: Pool, counted: boolean): Pool {
    const alive =
      (batch: Pool['batch']): Pool['batch'] =>
      (statements) => {
        if (counted && !this.dead) this.dead = --this.#left === 0;
        return this.dead ? Promise.reject(new Error('dead')) : batch(statements);
      };
    return {
      ...pool,
      batch: alive((statements) => pool.batch(statements)),
      connected: (work) => pool.connected((batch) => work(alive(batch))),
    };
  }
}

interface ReconcilerLike {
  readonly atATime?: number;
  readonly lookMs?: number;
  readonly mortal?: Mortal;
  readonly engines?: readonly EngineDefinition[];
}

/** API and reconcilers over a database of their own, with the engines that a test brings. */
export class EngineWorld {
  readonly api: TestApi;
  readonly clock: ReturnType<typeof leapingClock>;
  readonly #engines: readonly EngineDefinition[];
  readonly #pools: Pool[] = [];
  readonly #running: LeasedLoop[] = [];
  readonly #admin: pg.Pool;
  /** How its reconcilers call engines; breakers go by the world's clock. */
  readonly way: EngineWay;

  readonly #publicUrl: string;

  private constructor(
    api: TestApi,
    engines: readonly EngineDefinition[],
    clock: ReturnType<typeof leapingClock>,
    publicUrl: string,
  ) {
    this.api = api;
    this.#publicUrl = publicUrl;
    this.#engines = engines;
    this.clock = clock;
    this.#admin = new pg.Pool({ connectionString: api.database.url, max: 2 });
    this.way = engineWay({ home: api.home }, { now: () => clock.now().getTime() });
  }

  static async build(
    engines: readonly EngineDefinition[],
    publicUrl = 'https://api.example.cl',
  ): Promise<EngineWorld> {
    const clock = leapingClock();
    const named = new Set(engines.map(({ name }) => name));
    const engineOperations = [...ENGINE_OPERATIONS, ...exampleOperations].filter((one) =>
      named.has(one.outside!.engine),
    );
    const settings = { SMARTEROS_PUBLIC_URL: publicUrl };
    const api = await createTestApi({ engines, engineOperations, settings });
    return new EngineWorld(api, engines, clock, publicUrl);
  }

  /** Past the API. */
  async sql<R extends object>(text: string, values: readonly unknown[] = []): Promise<R[]> {
    return (await this.#admin.query(text, values as unknown[])).rows as R[];
  }

  #pool(role: 'app' | 'relay', max: number): Pool {
    const pool = createPool({ url: this.api.database.url, secret: SECRET, role, max });
    this.#pools.push(pool);
    return pool;
  }

  /** A reconciler as each worker process has one. */
  reconciler({ mortal, engines = this.#engines, ...options }: ReconcilerLike = {}): LeasedLoop {
    const app = this.#pool('app', 8);
    const relay = this.#pool('relay', 2);
    const one = startEngines({
      pools: mortal ? { app: mortal.pool(app, true), relay: mortal.pool(relay, false) } : { app, relay },
      engines,
      way: this.way,
      publicUrl: this.#publicUrl,
      clock: this.clock,
      log: silent,
      pollMs: 20,
      ...options,
    });
    this.#running.push(one);
    return one;
  }

  /** A company that nobody logs in to. */
  async quiet(): Promise<{ id: string }> {
    const id = systemClock.id();
    await this.sql(
      `insert into core.tenants (id, country, tax_id, slug, name, status, created_at, updated_at)
       values ($1, 'CL', $2, $2, $2, 'active', now(), now())`,
      [id, freshTaxId().toLowerCase()],
    );
    return { id };
  }

  company(scopes?: string[]): Promise<Company & { keyId: string }> {
    return this.api.tenant(scopes ? { scopes } : {});
  }

  call(company: Company, route: string, body?: unknown, headers?: Record<string, string>): Promise<Answer> {
    return this.api.request(route, {
      token: company.key,
      ...(body !== undefined && { body }),
      ...(headers && { headers }),
    });
  }

  /** A shared instance, as the operator has connected it; its id. */
  async shared(one: {
    engine: string;
    url: string;
    credentials: Secrets;
    settings?: State;
    version?: string;
    capabilities?: readonly string[];
    name?: string;
  }): Promise<string> {
    const id = this.clock.id();
    const path = `${one.engine}/${one.name ?? 'main'}`;
    const place = { tenantId: PLATFORM.id, slug: PLATFORM.slug, path };
    const sealed = await this.way.secrets.write(place, one.credentials, 1);
    await this.sql(
      `insert into core.secrets (tenant_id, path, key_id, wrapped, sealed, revision, updated_at)
       values ($1, $2, $3, $4, $5, 1, now())`,
      [PLATFORM.id, path, sealed.keyId, sealed.wrapped, sealed.sealed],
    );
    await this.sql(
      `insert into core.engine_instances (tenant_id, id, engine, name, kind, url, trusted, settings, secret_path,
         engine_version, capabilities, created_at, updated_at)
       values ($1, $2, $3, $4, 'connected', $5, true, $6, $7, $8, $9, now(), now())`,
      [
        PLATFORM.id,
        id,
        one.engine,
        one.name ?? 'main',
        one.url,
        JSON.stringify(one.settings ?? {}),
        path,
        one.version ?? null,
        one.capabilities ?? [],
      ],
    );
    return id;
  }

  /** The company is to have its part of a shared instance. */
  async want(company: { id: string }, engine: string, instanceId: string, wanted = 'present'): Promise<void> {
    await this.sql(
      `insert into core.tenant_engines (tenant_id, engine, shared, instance_id, wanted, status, state, due_at,
         created_at, updated_at)
       values ($1, $2, true, $3, $4, 'waiting', '{}', $5, $5, $5)
       on conflict (tenant_id, engine) do update set wanted = excluded.wanted, due_at = excluded.due_at,
         generation = tenant_engines.generation + 1`,
      [company.id, engine, instanceId, wanted, this.clock.now()],
    );
  }

  /** What the company's engine looks like by now. */
  async row(company: { id: string }, engine: string): Promise<Record<string, unknown>> {
    const [row] = await this.sql<Record<string, unknown>>(
      'select * from core.tenant_engines where tenant_id = $1 and engine = $2',
      [company.id, engine],
    );
    return row!;
  }

  async reached(company: { id: string }, engine: string, what = 'present'): Promise<void> {
    await until(`${engine} is ${what}`, async () => {
      const row = await this.row(company, engine);
      return row['reached'] === what && row['status'] === 'done';
    });
  }

  /** The names of the company's events about engines, oldest first. */
  async events(company: { id: string }): Promise<string[]> {
    const rows = await this.sql<{ name: string }>(
      `select name from core.events where tenant_id = $1 and name like 'engine.%' order by id`,
      [company.id],
    );
    return rows.map(({ name }) => name);
  }

  /** Ends what the living still do; the world goes on. */
  async still(): Promise<void> {
    await Promise.all(this.#running.splice(0).map((one) => one.stop()));
  }

  async stop(): Promise<void> {
    await this.still();
    await this.#admin.end();
    await Promise.all(this.#pools.map((pool) => pool.end()));
    await this.api.stop();
  }
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };
