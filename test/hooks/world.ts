import { createHmac, randomBytes } from 'node:crypto';
import { hookUrl } from '#features/hooks/index.ts';
import { actInside } from '#kernel/inside.ts';
import { engineWay, ENGINES, SENDERS } from '#app/engines.ts';
import { systemClock } from '#platform/clock.ts';
import { createPool, type Pool } from '#platform/db/pool.ts';
import { hookJobs } from '#features/hooks/index.ts';
import { createWorker, type Worker } from '#kernel/worker.ts';
import { roleUrl } from '#platform/db/pool.ts';
import { createTestApi, type Answer, type TestApi } from '#test/harness/api.ts';
import { SECRET } from '#test/harness/cluster.ts';

export interface Shop {
  readonly id: string;
  readonly slug: string;
  readonly key: string;
}

export interface Address {
  /** From the API's base on. */
  readonly path: string;
  readonly secret: string;
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };

/** An API, companies with addresses, and workers that read what comes in. */
export class HookWorld {
  readonly api: TestApi;
  readonly #pools: Pool[] = [];
  readonly #workers: Worker[] = [];
  readonly way;

  constructor(api: TestApi, reach?: (url: string) => string) {
    this.api = api;
    this.way = engineWay({ home: api.home }, reach && { reach });
  }

  static async build(reach?: (url: string) => string): Promise<HookWorld> {
    return new HookWorld(await createTestApi(), reach);
  }

  pool(role: 'app' | 'identity' | 'operator' | 'relay'): Pool {
    const pool = createPool({ url: this.api.database.url, secret: SECRET, role, max: 8 });
    this.#pools.push(pool);
    return pool;
  }

  async address(shop: Shop, engine: string, secret?: string): Promise<Address> {
    const made = await this.api.request('POST /incoming-hooks', {
      token: shop.key,
      body: { engine, ...(secret !== undefined && { secret }) },
    });
    if (made.status !== 201) throw new Error(JSON.stringify(made.body));
    return { path: new URL(made.body.url).pathname, secret: made.body.secret ?? secret };
  }

  /** One message, as bytes. */
  async send(path: string, body: string | Buffer, headers: Record<string, string> = {}): Promise<Answer> {
    const response = await this.api.api.server.inject({
      method: 'POST',
      url: path,
      headers: { 'content-type': 'application/json', ...headers },
      payload: body,
    });
    return { status: response.statusCode, headers: response.headers, body: response.body };
  }

  count = async (shop: { id: string }): Promise<number> =>
    (
      await this.api.sql<{ n: number }>(
        'select count(*)::integer as n from app.hook_deliveries where tenant_id = $1',
        [shop.id],
      )
    )[0]!.n;

  /** What the company's events say that others told, in order. */
  async told(shop: { id: string }, engine: string): Promise<Record<string, unknown>[]> {
    const rows = await this.api.sql<{ data: Record<string, unknown> }>(
      'select data from core.events where tenant_id = $1 and name = $2 order by seq',
      [shop.id, `${engine}.told`],
    );
    return rows.map(({ data }) => data);
  }

  /** The address that the reconciler gives an engine's steps. */
  async engineAddress(shop: Shop, engine: string): Promise<string> {
    let url = '';
    const find = hookUrl({ secrets: this.way.secrets, publicUrl: 'https://api.example.cl' });
    await actInside(
      {
        pool: this.pool('app'),
        clock: systemClock,
        log: silent,
        capability: () => undefined,
        afterEvents: () => {},
      },
      {
        tenant: { id: shop.id, slug: shop.slug, country: 'CL' },
        label: 'engines.converge',
        requestId: 'test',
        signal: new AbortController().signal,
        credential: { kind: 'engines', id: null },
      },
      async (ctx) => {
        url = await find(ctx, engine);
      },
    );
    return url;
  }

  async worker(): Promise<Worker> {
    const pools = {
      app: this.pool('app'),
      identity: this.pool('identity'),
      operator: this.pool('operator'),
      relay: this.pool('relay'),
    };
    const hooks = { ...this.way, engines: ENGINES, senders: SENDERS, publicUrl: 'https://api.example.cl' };
    const worker = await createWorker({
      pools,
      directUrl: roleUrl(this.api.database.url, SECRET, 'relay'),
      jobs: hookJobs({ hooks }),
      clock: systemClock,
      log: silent,
      capability: () => undefined,
      concurrency: 8,
      timing: { pollMs: 50 },
    });
    this.#workers.push(worker);
    return worker;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#workers.map((one) => one.stop()));
    await Promise.all(this.#pools.map((pool) => pool.end()));
    await this.api.stop();
  }
}

export const shopifyHeaders = (
  { secret }: Address,
  body: string | Buffer,
  topic = 'orders/paid',
): Record<string, string> => ({
  'x-shopify-topic': topic,
  'x-shopify-webhook-id': randomBytes(8).toString('hex'),
  'x-shopify-hmac-sha256': createHmac('sha256', secret).update(body).digest('base64'),
});

export const githubHeaders = (
  { secret }: Address,
  body: string | Buffer,
  event = 'push',
): Record<string, string> => ({
  'x-github-event': event,
  'x-github-delivery': crypto.randomUUID(),
  'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
});
