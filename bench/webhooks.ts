/**
 * Deliveries of webhooks (read, signed, sent, written down) keep at least half the rate of a bare undici loop that
 * posts the same bytes to the same receiver with the same concurrency.
 */
import { createSecretKey } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Agent } from 'undici';
import { startWebhooks } from '#app/webhooks.ts';
import { bodyOf, signedHeaders } from '#features/webhooks/rules.ts';
import { systemClock } from '#platform/clock.ts';
import { createPool } from '#platform/db/pool.ts';
import { createSealer } from '#platform/seal.ts';
import { createDatabase, SECRET } from './lib/database.ts';
import { claim, median, ratio, say } from './lib/rounds.ts';
import { seed } from './lib/seed.ts';
import { announce, served, startSide } from './lib/side.ts';

const EVENTS = 20_000;
const ROUNDS = Number(process.argv[2] ?? 5);
/** As many as one endpoint gets at a time. */
const CONCURRENCY = 20;
const ENDPOINTS = [1, 5];
const MS_PER_SECOND = 1_000;

function serveReceiver(): void {
  const server = createServer((request, response) => {
    request.resume().once('end', () => response.end('ok'));
  });
  server.listen(0, '127.0.0.1', () =>
    announce((server.address() as AddressInfo).port, async () => {
      server.closeAllConnections();
      server.close();
    }),
  );
}

const body = bodyOf({
  id: systemClock.id(),
  name: 'contact.created',
  version: 1,
  position: 1,
  occurredAt: systemClock.now().toISOString(),
  data: { id: systemClock.id() },
});

/** Messages per second of the floor: undici, keep-alive, nothing read or written but the answer. */
async function runBare(url: string, count: number, concurrency: number): Promise<number> {
  const { origin, pathname } = new URL(url);
  const agent = new Agent();
  const headers = signedHeaders(
    systemClock.id(),
    body,
    [createSecretKey(Buffer.alloc(32))],
    systemClock.now(),
  );
  let left = count;
  const began = performance.now();
  const loop = async (): Promise<void> => {
    while (left-- > 0) {
      const answer = await agent.request({ origin, path: pathname, method: 'POST', headers, body });
      await answer.body.text();
    }
  };
  await Promise.all(Array.from({ length: concurrency }, loop));
  const seconds = (performance.now() - began) / MS_PER_SECOND;
  await agent.close();
  return count / seconds;
}

async function main(): Promise<void> {
  const database = await createDatabase();
  const tenants = await seed(database, { tenants: Math.max(...ENDPOINTS), rows: 0 });
  const receiver = await startSide(import.meta.filename, 'receiver', { home: database.home });
  const url = `http://127.0.0.1:${receiver.port}/hook`;
  const secret = Buffer.from(SECRET);
  const sealed = createSealer(secret, 'webhook secret').seal(`whsec_${Buffer.alloc(32).toString('base64')}`);
  const pool = (role: 'app' | 'identity' | 'relay', max: number) =>
    createPool({ url: database.url, secret, role, max });
  const pools = { app: pool('app', 4), identity: pool('identity', 1), relay: pool('relay', 2) };
  for (const { id } of tenants) {
    const endpoint = systemClock.id();
    await database.admin(
      `insert into app.webhook_endpoints (tenant_id, id, url, events, scopes, description, secret, created_at, updated_at)
       values ($1, $2, $3, '{contact.*}', '{*}', '', $4, now(), now())`,
      [id, endpoint, url, sealed],
    );
    await database.admin(
      `insert into core.webhook_cursors (tenant_id, endpoint_id, enabled, position, served_at)
       values ($1, $2, false, 0, now())`,
      [id, endpoint],
    );
    await database.admin('insert into core.webhook_heads (tenant_id, position) values ($1, $2)', [
      id,
      EVENTS,
    ]);
    await database.admin(
      `insert into core.events (tenant_id, id, position, name, version, data, occurred_at)
       select $1, gen_random_uuid(), n, 'contact.created', 1, json_build_object('id', gen_random_uuid()), now()
       from generate_series(1, $2::integer) n`,
      [id, EVENTS],
    );
  }
  await database.admin('analyze');

  async function runOurs(endpoints: number): Promise<number> {
    await database.admin('truncate app.webhook_deliveries');
    await database.admin(
      `update core.webhook_cursors set position = 0, enabled = tenant_id = any ($1), leased_until = null, served_at = 'epoch'`,
      [tenants.slice(0, endpoints).map(({ id }) => id)],
    );
    const wanted = endpoints * EVENTS;
    let count = 0;
    let done!: () => void;
    const all = new Promise<void>((resolve) => (done = resolve));
    const began = performance.now();
    const sender = startWebhooks({
      pools,
      secret,
      development: true,
      clock: systemClock,
      log: { debug: () => {}, info: () => {}, warn: console.warn, error: console.error },
      observe: (result) => {
        if (result !== 'delivered') throw new Error(result);
        if (++count === wanted) done();
      },
    });
    await all;
    // Until the last one is written down, too.
    await sender.stop();
    const rate = wanted / ((performance.now() - began) / MS_PER_SECOND);
    const [{ written }] = (await database.admin<{ written: number }>(
      `select count(*)::integer as written from app.webhook_deliveries where status = 'delivered'`,
    )) as [{ written: number }];
    if (written !== wanted) throw new Error(`${written} of ${wanted} are written down`);
    return rate;
  }

  for (const endpoints of ENDPOINTS) {
    const concurrency = endpoints * CONCURRENCY;
    const ours: number[] = [];
    const bare: number[] = [];
    await runBare(url, EVENTS, concurrency);
    await runOurs(endpoints);
    for (let round = 0; round < ROUNDS; round++) {
      bare.push(await runBare(url, EVENTS * endpoints, concurrency));
      ours.push(await runOurs(endpoints));
    }
    say(`bare undici, ${concurrency} at a time`, median(bare), 'messages/s');
    say(`webhooks to ${endpoints} endpoints`, median(ours), 'messages/s');
    claim(`webhooks ÷ bare, endpoints ${endpoints}`, ratio(ours, bare), { atLeast: 0.5 });
  }
  for (const one of Object.values(pools)) await one.end();
  await receiver.stop();
}

if (served()) serveReceiver();
else await main();
