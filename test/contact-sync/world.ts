import { keepContacts } from '#app/contact-sync.ts';
import { engineWay } from '#app/engines.ts';
import type { EngineDefinition } from '#core/engine.ts';
import { noteContacts } from '#features/contact-sync/index.ts';
import { hookJobs, hookUrl } from '#features/hooks/index.ts';
import { actInside } from '#kernel/inside.ts';
import { createWorker, type Worker } from '#kernel/worker.ts';
import { startRelay } from '#kernel/relay.ts';
import type { Single } from '#kernel/single.ts';
import { createPool, roleUrl, type Pool } from '#platform/db/pool.ts';
import { enter } from '#platform/db/records.ts';
import type { LeasedLoop } from '#platform/leased.ts';
import { example } from '#test/engines/example/engine.ts';
import { ExampleServer, type Card } from '#test/engines/example/stand-in.ts';
import { EngineWorld, type Company } from '#test/engines/world.ts';
import { SECRET } from '#test/harness/cluster.ts';

const log = { debug() {}, info() {}, warn() {}, error() {} };

const named = (name: string): EngineDefinition => ({ ...example, name });

export interface Person {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly taxId: string | null;
}

/** One company with two engines that keep contacts, and what runs in a worker process for them. */
export class SyncWorld {
  readonly world: EngineWorld;
  readonly servers: Readonly<Record<string, ExampleServer>>;
  readonly company: Company;
  readonly #accounts = new Map<string, Parameters<ExampleServer['setCard']>[0]>();
  readonly #pools: Pool[] = [];
  readonly #syncs: LeasedLoop[] = [];
  #relay: Single | undefined;
  #worker: Worker | undefined;
  #app: Pool | undefined;

  private constructor(
    world: EngineWorld,
    servers: Readonly<Record<string, ExampleServer>>,
    company: Company,
  ) {
    this.world = world;
    this.servers = servers;
    this.company = company;
  }

  static async build(): Promise<SyncWorld> {
    const engines = ['alpha', 'beta'].map(named);
    const world = await EngineWorld.build(engines);
    const servers = { alpha: await ExampleServer.open(), beta: await ExampleServer.open() };
    const one = new SyncWorld(world, servers, await world.company());
    for (const [engine, server] of Object.entries(servers)) {
      const id = await world.shared({ engine, url: server.url, credentials: { key: server.key } });
      const account = {
        id: `a-${engine}`,
        company: one.company.id,
        open: true,
        notes: [],
        people: [],
        cards: new Map(),
      };
      server.accounts.set(account.id, account);
      one.#accounts.set(engine, account);
      await world.want(one.company, engine, id);
      await world.sql(
        `update core.tenant_engines set usable = true, reached = 'present', status = 'done', state = $3
         where tenant_id = $1 and engine = $2`,
        [one.company.id, engine, JSON.stringify({ account: account.id })],
      );
    }
    return one;
  }

  #pool(role: 'app' | 'relay' | 'identity' | 'operator'): Pool {
    const pool = createPool({ url: this.world.api.database.url, secret: SECRET, role, max: 8 });
    this.#pools.push(pool);
    return pool;
  }

  /** What a worker process runs: two of them share the lanes. */
  async start(processes = 1): Promise<void> {
    for (let i = 0; i < processes; i++)
      this.#syncs.push(
        keepContacts({
          pools: { app: this.#pool('app'), relay: this.#pool('relay') },
          engines: ['alpha', 'beta'].map(named),
          way: engineWay({ home: this.world.api.home }, { now: () => this.world.clock.now().getTime() }),
          clock: this.world.clock,
          log,
          pollMs: 10,
        }),
      );
    if (this.#worker) return;
    this.#relay ??= startRelay({
      url: roleUrl(this.world.api.database.url, SECRET, 'relay'),
      subscriptions: [],
      log,
      pollMs: 10,
    });
    await this.#relay.ready;
  }

  /** As a hook that came in and was read. */
  async tell(engine: string, card: Card): Promise<void> {
    this.#app ??= this.#pool('app');
    const { id, gone, name, mail, phone, taxId, ref } = card;
    const contact = { id, gone, name, email: mail, phone, taxId, ours: ref };
    await this.#app.batch([
      enter(this.company.id, { kind: 'job', id: null }),
      ...noteContacts(engine, [contact], this.world.clock.now()),
    ]);
  }

  /** The address at which an engine tells the company something, and a worker that reads it. */
  async hook(engine: string, token: string): Promise<string> {
    const { way, api, clock } = this.world;
    const { id, slug } = this.company;
    const app = this.#pool('app');
    const sealed = await way.secrets.write({ tenantId: id, slug, path: `${engine}/tenant` }, { token }, 1);
    await this.world.sql(
      `insert into core.secrets (tenant_id, path, key_id, wrapped, sealed, revision, updated_at)
       values ($1, $2, $3, $4, $5, 1, now())`,
      [id, `${engine}/tenant`, sealed.keyId, sealed.wrapped, sealed.sealed],
    );
    let url = '';
    const insider = { pool: app, clock, log, capability: () => undefined, afterEvents: () => {} };
    const place = {
      tenant: { id, slug, country: 'CL' },
      label: 'engines.converge',
      requestId: 'test',
      signal: new AbortController().signal,
      credential: { kind: 'engines', id: null } as const,
    };
    await actInside(insider, place, async (ctx) => {
      url = await hookUrl({ secrets: way.secrets, publicUrl: 'https://api.example.cl' })(ctx, engine);
    });
    const hooks = {
      ...way,
      engines: ['alpha', 'beta'].map(named),
      senders: [],
      publicUrl: 'https://api.example.cl',
    };
    this.#worker ??= await createWorker({
      pools: {
        app,
        identity: this.#pool('identity'),
        operator: this.#pool('operator'),
        relay: this.#pool('relay'),
      },
      directUrl: roleUrl(api.database.url, SECRET, 'relay'),
      jobs: hookJobs({ hooks }),
      clock,
      log,
      capability: () => undefined,
      concurrency: 4,
      timing: { pollMs: 20 },
    });
    return new URL(url).pathname;
  }

  set(engine: string, id: string | undefined, change: Partial<Card>): Card {
    return this.servers[engine]!.setCard(this.#accounts.get(engine)!, id, change);
  }

  cards(engine: string): Card[] {
    return [...this.#accounts.get(engine)!.cards!.values()].map(({ card }) => card);
  }

  /** Those who are there, in one order. */
  there(engine: string): Person[] {
    return sorted(
      this.cards(engine)
        .filter(({ gone }) => !gone)
        .map(({ name, mail: email, phone, taxId }) => ({ name, email, phone, taxId })),
    );
  }

  async here(): Promise<Person[]> {
    return sorted(
      await this.world.sql<Person & { name: string }>(
        'select name, email, phone, tax_id as "taxId" from app.contacts where tenant_id = $1',
        [this.company.id],
      ),
    );
  }

  call(route: string, body?: unknown) {
    return this.world.call(this.company, route, body);
  }

  /** Acts in the engines so far, without looks. */
  get writes(): number {
    return Object.values(this.servers)
      .flatMap(({ seen }) => seen)
      .filter((one) => !one.startsWith('GET')).length;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#syncs.map((one) => one.stop()));
    await Promise.all([this.#relay?.stop(), this.#worker?.stop()]);
    await Promise.all(this.#pools.map((pool) => pool.end()));
    await Promise.all(Object.values(this.servers).map((one) => one[Symbol.asyncDispose]()));
    await this.world.stop();
  }
}

const keyOf = ({ name, email, phone, taxId }: Person): string => JSON.stringify([phone, email, name, taxId]);
const sorted = (all: Person[]): Person[] =>
  all.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
