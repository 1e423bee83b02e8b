import { startEngines } from '#app/reconciler.ts';
import { engineWay } from '#app/engines.ts';
import type { Clock } from '#core/clock.ts';
import type { EngineDefinition, Secrets, State } from '#core/engine.ts';
import { PLATFORM } from '#core/platform.ts';
import type { Reconciler } from '#features/engines/index.ts';
import { ascendingIds } from '#platform/clock.ts';
import { createPool, type Pool } from '#platform/db/pool.ts';
import { until } from '#test/jobs/company.ts';
import { createTestApi, type Answer, type TestApi } from '#test/harness/api.ts';
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

/** API and reconcilers over a database of their own, with the engines that a test brings. */
export class EngineWorld {
  readonly api: TestApi;
  readonly clock = leapingClock();
  readonly #engines: readonly EngineDefinition[];
  readonly #pools: Pool[] = [];
  readonly #running: Reconciler[] = [];

  private constructor(api: TestApi, engines: readonly EngineDefinition[]) {
    this.api = api;
    this.#engines = engines;
  }

  static async build(engines: readonly EngineDefinition[]): Promise<EngineWorld> {
    return new EngineWorld(await createTestApi({ engines }), engines);
  }

  #pool(role: 'app' | 'relay', max: number): Pool {
    const pool = createPool({ url: this.api.database.url, secret: SECRET, role, max });
    this.#pools.push(pool);
    return pool;
  }

  /** A reconciler as each worker process has one. */
  reconciler(options: { atATime?: number } = {}): Reconciler {
    const one = startEngines({
      pools: { app: this.#pool('app', 8), relay: this.#pool('relay', 2) },
      engines: this.#engines,
      way: engineWay({ home: this.api.home }),
      publicUrl: 'https://api.example.cl',
      clock: this.clock,
      log: silent,
      pollMs: 20,
      ...options,
    });
    this.#running.push(one);
    return one;
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
    const sealed = await engineWay({ home: this.api.home }).secrets.write(place, one.credentials, 1);
    await this.api.sql(
      `insert into core.secrets (tenant_id, path, key_id, wrapped, sealed, revision, updated_at)
       values ($1, $2, $3, $4, $5, 1, now())`,
      [PLATFORM.id, path, sealed.keyId, sealed.wrapped, sealed.sealed],
    );
    await this.api.sql(
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
  async want(company: Company, engine: string, instanceId: string, wanted = 'present'): Promise<void> {
    await this.api.sql(
      `insert into core.tenant_engines (tenant_id, engine, shared, instance_id, wanted, status, state, due_at,
         created_at, updated_at)
       values ($1, $2, true, $3, $4, 'waiting', '{}', now(), now(), now())
       on conflict (tenant_id, engine) do update set wanted = excluded.wanted, due_at = excluded.due_at,
         generation = tenant_engines.generation + 1`,
      [company.id, engine, instanceId, wanted],
    );
  }

  /** What the company's engine looks like by now. */
  async row(company: Company, engine: string): Promise<Record<string, unknown>> {
    const [row] = await this.api.sql<Record<string, unknown>>(
      'select * from core.tenant_engines where tenant_id = $1 and engine = $2',
      [company.id, engine],
    );
    return row!;
  }

  async reached(company: Company, engine: string, what = 'present'): Promise<void> {
    await until(`${engine} is ${what}`, async () => {
      const row = await this.row(company, engine);
      return row['reached'] === what && row['status'] === 'done';
    });
  }

  async stop(): Promise<void> {
    await Promise.all(this.#running.map((one) => one.stop()));
    await Promise.all(this.#pools.map((pool) => pool.end()));
    await this.api.stop();
  }
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };
