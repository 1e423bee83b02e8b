/**
 * `/validate` with a believed token, 50 connections, keeps at least 0.7 of the rate of a bare Fastify route that sends
 * the same headers, and answers 99 of 100 within 50 ms.
 */
import assert from 'node:assert/strict';
import type { FastifyInstance } from 'fastify';
import type { Pool } from '#platform/db/pool.ts';
import { serveApi } from './lib/api.ts';
import { type BareData, serveBare } from './lib/bare.ts';
import { createDatabase } from './lib/database.ts';
import { httpText } from './lib/load.ts';
import { claim, median, ratio, type Round, runContest, sayRounds } from './lib/rounds.ts';
import { type BenchTenant, seed } from './lib/seed.ts';
import { served, type Side, startSide } from './lib/side.ts';

const TENANTS = 20;
const CONNECTIONS = 50;
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 9);
const SECONDS = 2;
const WARM_SECONDS = 12;
const PATH = '/validate?service=odoo&scope=contacts:read';

/** As long as a real one: ES256 over a key's claims. */
const ASSERTION = 'x'.repeat(560);

function registerBare(app: FastifyInstance, _: Pool, byToken: ReadonlyMap<string, BenchTenant>): void {
  app.get('/validate', (request, reply) => {
    const tenant = byToken.get(request.headers.authorization!)!;
    void reply
      .headers({
        'x-smarteros-ugid': '',
        'x-smarteros-tenant': tenant.id,
        'x-smarteros-roles': '',
        'x-smarteros-scopes': '*',
        'x-smarteros-assertion': ASSERTION,
      })
      .send();
  });
}

async function checkAnswer(side: Side, tenant: BenchTenant): Promise<void> {
  const headers = { authorization: `Bearer ${tenant.key}` };
  const answer = await fetch(`http://127.0.0.1:${side.port}${PATH}`, { headers });
  assert.equal(answer.status, 200, side.name);
  assert.equal(answer.headers.get('x-smarteros-scopes'), '*');
}

async function main(): Promise<void> {
  const database = await createDatabase();
  const tenants = await seed(database, { tenants: TENANTS, rows: 1 });
  const { url, home } = database;
  const api = await startSide(import.meta.filename, 'api', { home, data: { url, home } });
  const bare = await startSide(import.meta.filename, 'bare', { home, data: { url, tenants } });
  for (const side of [api, bare]) await checkAnswer(side, tenants[0]!);
  const requests = tenants.map(({ key }) =>
    Buffer.from(httpText('GET', PATH, { authorization: `Bearer ${key}` })),
  );
  const results = await runContest({
    sides: [api, bare],
    rounds: ROUNDS,
    seconds: SECONDS,
    warmSeconds: WARM_SECONDS,
    databasePid: database.pid,
    load: () => ({ connections: CONNECTIONS, request: (n) => requests[n % requests.length]! }),
  });
  for (const side of [api, bare]) await side.stop();

  console.log(
    `${TENANTS} keys, ${CONNECTIONS} connections; medians of ${ROUNDS} interleaved rounds, CPU the least of them`,
  );
  for (const [name, rounds] of results) sayRounds(name, rounds);
  const rates = (name: string): number[] => results.get(name)!.map((round: Round) => round.perSecond);
  claim('validate ÷ bare', ratio(rates('api'), rates('bare')), { atLeast: 0.7 });
  const p99 = median(results.get('api')!.map((round) => round.p99));
  claim('validate p99', p99, { atMost: 50 }, 'ms');
}

const mine = served<BareData & { home: string }>();
if (mine?.name === 'api') await serveApi(mine.data);
else if (mine?.name === 'bare') await serveBare(mine.data, registerBare);
else await main();
