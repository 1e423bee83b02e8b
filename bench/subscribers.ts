/**
 * `contacts.create` at 40 connections keeps at least 0.8 of its rate when five webhooks want each new contact; a worker
 * runs beside the API in both cases.
 */
import { setPriority } from 'node:os';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { WORKER_NICENESS } from '#app/processes.ts';
import { startWebhooks } from '#app/webhooks.ts';
import { createWorker } from '#kernel/worker.ts';
import { systemClock } from '#platform/clock.ts';
import { createPool, roleUrl } from '#platform/db/pool.ts';
import { createSealer } from '#platform/seal.ts';
import { serveApi } from './lib/api.ts';
import { createDatabase, SECRET } from './lib/database.ts';
import { httpText, load } from './lib/load.ts';
import { person } from './lib/people.ts';
import { claim, median, ratio, say } from './lib/rounds.ts';
import { seed } from './lib/seed.ts';
import { announce, served, startSide } from './lib/side.ts';

const TENANTS = Number(process.argv[3] ?? 10);
const ROWS = 10_000;
const CONNECTIONS = 40;
const ROUNDS = Number(process.argv[2] ?? 7);
const SECONDS = 4;
const WARM_SECONDS = 6;
const SUBSCRIBERS = 5;
/** A receiver somewhere on the internet. */
const ANSWER_MS = 50;

function serveReceiver(): void {
  const server = createServer((request, response) => {
    request.resume().once('end', () => setTimeout(() => response.end('ok'), ANSWER_MS));
  });
  server.listen(0, '127.0.0.1', () =>
    announce((server.address() as AddressInfo).port, async () => {
      server.closeAllConnections();
      server.close();
    }),
  );
}

async function serveWorker(url: string): Promise<void> {
  setPriority(WORKER_NICENESS);
  const secret = Buffer.from(SECRET);
  const pool = (role: 'app' | 'identity' | 'operator' | 'relay', max: number) =>
    createPool({ url, secret, role, max });
  const [app, identity, relay] = [pool('app', 10), pool('identity', 1), pool('relay', 6)];
  const log = { debug: () => {}, info: () => {}, warn: console.warn, error: console.error };
  const shared = { clock: systemClock, log };
  const webhooks = startWebhooks({
    ...shared,
    pools: { app: pool('app', 4), identity, relay },
    secret,
    development: true,
  });
  const worker = await createWorker({
    ...shared,
    pools: { app, identity, operator: pool('operator', 1), relay },
    directUrl: roleUrl(url, secret, 'relay'),
    jobs: [],
    capability: () => undefined,
    concurrency: 10,
    published: webhooks.wake,
  });
  announce(0, async () => {
    await Promise.all([worker.stop(), webhooks.stop()]);
  });
}

async function main(): Promise<void> {
  const database = await createDatabase();
  const tenants = await seed(database, { tenants: TENANTS, rows: ROWS });
  const { url, home } = database;
  const file = import.meta.filename;
  const receiver = await startSide(file, 'receiver', { home });
  const sealed = createSealer(Buffer.from(SECRET), 'webhook secret').seal(
    `whsec_${Buffer.alloc(32).toString('base64')}`,
  );
  for (const { id } of tenants) {
    for (let n = 0; n < SUBSCRIBERS; n++) {
      const endpoint = systemClock.id();
      await database.admin(
        `insert into app.webhook_endpoints (tenant_id, id, url, events, scopes, description, secret, created_at, updated_at)
         values ($1, $2, $3, '{contact.created}', '{*}', '', $4, now(), now())`,
        [id, endpoint, `http://127.0.0.1:${receiver.port}/`, sealed],
      );
    }
  }
  const api = await startSide(file, 'api', { home, data: { url, home } });
  const worker = await startSide(file, 'worker', { home, data: { url } });
  let asked = 0;
  const request = (): string => {
    const n = (asked += 1);
    const headers = {
      authorization: `Bearer ${tenants[n % TENANTS]!.key}`,
      'content-type': 'application/json',
    };
    return httpText('POST', '/contacts', headers, JSON.stringify(person(n)));
  };
  const run = async (seconds: number): Promise<number> =>
    (await load({ port: api.port, connections: CONNECTIONS, seconds, request })).perSecond;

  /** Begins at the newest event each time, so that no round pays for the one before. */
  async function subscribe(wanted: boolean): Promise<void> {
    await database.admin('delete from core.webhook_cursors; delete from core.webhook_heads');
    for (let left = 1; left > 0; await sleep(100)) {
      const [row] = await database.admin<{ left: number }>(
        'select count(*)::integer as left from core.events where position is null',
      );
      left = row!.left;
    }
    if (!wanted) return;
    await database.admin(
      `insert into core.webhook_cursors (tenant_id, endpoint_id, enabled, position, served_at)
       select tenant_id, id, true, h.head, now() from app.webhook_endpoints,
         (select coalesce(max(position), 0) as head from core.events) h;
       insert into core.webhook_heads (tenant_id, position) select distinct tenant_id, 0 from core.webhook_cursors`,
    );
  }

  await run(WARM_SECONDS);
  const none: number[] = [];
  const five: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await subscribe(false);
    none.push(await run(SECONDS));
    await subscribe(true);
    five.push(await run(SECONDS));
  }
  const [{ sent }] = (await database.admin<{ sent: number }>(
    'select count(*)::integer as sent from app.webhook_deliveries',
  )) as [{ sent: number }];
  if (sent === 0) throw new Error('nothing was sent');
  say('without subscribers', median(none), 'contacts/s');
  say('with five webhooks', median(five), 'contacts/s');
  say('sent meanwhile', sent / (ROUNDS * SECONDS), 'messages/s');
  claim('five subscribers ÷ none', ratio(five, none), { atLeast: 0.8 });
  for (const side of [api, worker, receiver]) await side.stop();
}

const mine = served<{ url: string; home: string }>();
if (mine?.name === 'api') await serveApi(mine.data);
else if (mine?.name === 'worker') await serveWorker(mine.data.url);
else if (mine?.name === 'receiver') serveReceiver();
else await main();
