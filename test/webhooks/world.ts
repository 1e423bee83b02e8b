import { startWebhooks } from '#app/webhooks.ts';
import type { Clock } from '#core/clock.ts';
import type { Dispatcher } from '#features/webhooks/index.ts';
import { startRelay } from '#kernel/relay.ts';
import type { Single } from '#kernel/single.ts';
import { ascendingIds, systemClock } from '#platform/clock.ts';
import { createPool, roleUrl, type Pool } from '#platform/db/pool.ts';
import { createTestApi, type Answer, type TestApi } from '#test/harness/api.ts';
import { SECRET } from '#test/harness/cluster.ts';
import { until } from '#test/jobs/company.ts';

/** A clock that goes on by itself, and can be put forward. */
function leapingClock(): Clock & { leap(ms: number): void } {
  let ahead = 0;
  const newId = ascendingIds();
  const time = (): number => systemClock.now().getTime() + ahead;
  return {
    now: () => new Date(time()),
    id: () => newId(time()),
    leap: (ms) => {
      ahead += ms;
    },
  };
}

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

export interface Company {
  readonly id: string;
  readonly slug: string;
  readonly key: string;
}

/** An API, a relay, and as many senders as asked for. */
export class World implements AsyncDisposable {
  readonly api: TestApi;
  readonly clock = leapingClock();
  readonly lines: string[] = [];
  readonly #relay: Single;
  readonly #pools: Pool[] = [];
  readonly senders: Dispatcher[] = [];

  private constructor(api: TestApi, clock: World['clock']) {
    this.api = api;
    this.clock = clock;
    this.#relay = startRelay({
      url: roleUrl(api.database.url, SECRET, 'relay'),
      subscriptions: [],
      log: this.log,
      published: () => this.senders.forEach((sender) => sender.wake()),
      pollMs: 20,
    });
  }

  readonly log = {
    debug: () => {},
    info: () => {},
    warn: (fields: object, message: string) =>
      void this.lines.push(`${message} ${String((fields as { err?: unknown }).err)}`),
    error: (_: object, message: string) => void this.lines.push(message),
  };

  static async build(): Promise<World> {
    const clock = leapingClock();
    const world = new World(await createTestApi({ clock }), clock);
    await world.#relay.ready;
    return world;
  }

  #pool(role: 'app' | 'identity' | 'relay', max: number): Pool {
    const pool = createPool({ url: this.api.database.url, secret: SECRET, role, max });
    this.#pools.push(pool);
    return pool;
  }

  async sender(timing: { timeoutMs?: number } = {}, development = true): Promise<Dispatcher> {
    const sender = startWebhooks({
      pools: {
        app: this.#pool('app', 4),
        identity: this.#pool('identity', 1),
        relay: this.#pool('relay', 2),
      },
      secret: Buffer.from(SECRET.toString()),
      development,
      clock: this.clock,
      log: this.log,
      timing: { pollMs: 20, restMs: 0, stopMs: 200, ...timing },
    });
    this.senders.push(sender);
    return sender;
  }

  company(scopes?: string[]): Promise<Company> {
    return this.api.tenant(scopes ? { scopes } : {});
  }

  /** @throws unless it is answered with 2xx */
  async call(company: Company, route: string, body?: unknown): Promise<Answer['body']> {
    const answer = await this.api.request(route, { token: company.key, ...(body !== undefined && { body }) });
    if (answer.status >= 300) throw new Error(`${route}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  hook(company: Company, url: string, events = ['contact.*']): Promise<{ id: string; secret: string }> {
    return this.call(company, 'POST /webhooks', { url, events });
  }

  /** Ids of the events of that many new contacts, in order, once they are published. */
  async contacts(company: Company, count: number): Promise<string[]> {
    const made: string[] = [];
    for (let n = 0; n < count; n++)
      made.push((await this.call(company, 'POST /contacts', { name: `N ${n}` })).id);
    const ids = async (): Promise<string[]> => {
      const rows = await this.api.sql<{ id: string }>(
        `select id from core.events
         where tenant_id = $1 and data ->> 'id' = any ($2) and position is not null order by seq`,
        [company.id, made],
      );
      return rows.map(({ id }) => id);
    };
    await until('they are published', async () => (await ids()).length === count);
    return ids();
  }

  async statuses(webhook: { id: string }): Promise<string[]> {
    const rows = await this.api.sql<{ status: string }>(
      'select status from app.webhook_deliveries where endpoint_id = $1 order by event_id',
      [webhook.id],
    );
    return rows.map(({ status }) => status);
  }

  /** Attempts that are written down. */
  async attempts(webhook: { id: string }): Promise<number> {
    const [row] = await this.api.sql<{ n: number }>(
      'select coalesce(sum(jsonb_array_length(attempts)), 0)::integer as n from app.webhook_deliveries where endpoint_id = $1',
      [webhook.id],
    );
    return row!.n;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.senders.map((sender) => sender.stop()));
    await this.#relay.stop();
    await Promise.all(this.#pools.map((pool) => pool.end()));
    await this.api.stop();
  }
}
