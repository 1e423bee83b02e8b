/**
 * `GET /contacts` (20 of 1M rows, under row-level security) keeps at least 0.8 of a bare Fastify route's rate that
 * sends the same batch to the same database, and at least 4 times PostgREST's.
 */
import assert from 'node:assert/strict';
import type { FastifyInstance } from 'fastify';
import { renderPage } from '#features/contacts/page.ts';
import { listContacts } from '#features/contacts/store.ts';
import { DEFAULT_LIMIT } from '#core/pagination.ts';
import type { Pool } from '#platform/db/pool.ts';
import { enter } from '#platform/db/records.ts';
import { serveApi } from './lib/api.ts';
import { type BareData, serveBare } from './lib/bare.ts';
import { type BenchDatabase, createDatabase } from './lib/database.ts';
import { httpText } from './lib/load.ts';
import { startPostgrest, tokenOf } from './lib/postgrest.ts';
import { claim, ratio, type Round, say, runContest, sayRounds } from './lib/rounds.ts';
import { type BenchTenant, seed } from './lib/seed.ts';
import { served, type Side, startSide } from './lib/side.ts';

const TENANTS = 100;
const ROWS = Number(process.env['BENCH_ROWS'] ?? 1_000_000);
const CONNECTIONS = 50;
const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const SECONDS = 3;
const WARM_SECONDS = 12;

function registerBareList(app: FastifyInstance, pool: Pool, byToken: ReadonlyMap<string, BenchTenant>): void {
  app.get('/contacts', async (request, reply) => {
    const tenant = byToken.get(request.headers.authorization!)!;
    const list = listContacts({ prefixes: [], terms: [] }, null, DEFAULT_LIMIT);
    const [, [row]] = await pool.batch([enter(tenant.id, { kind: 'key', id: tenant.keyId }), list]);
    return reply
      .header('content-type', 'application/json; charset=utf-8')
      .send(renderPage(row!, DEFAULT_LIMIT));
  });
}

async function ask(side: Side, tenant: BenchTenant): Promise<unknown> {
  const { path, headers } = requestOf(side, tenant);
  const answer = await fetch(`http://127.0.0.1:${side.port}${path}`, { headers });
  return answer.json();
}

function requestOf(side: Side, tenant: BenchTenant): { path: string; headers: Record<string, string> } {
  return side.name === 'postgrest'
    ? {
        path: `/contacts?order=id.desc&limit=${DEFAULT_LIMIT}`,
        headers: { authorization: `Bearer ${tokenOf(tenant)}` },
      }
    : { path: '/contacts', headers: { authorization: `Bearer ${tenant.key}` } };
}

/** All sides must give the same rows, or the comparison means nothing. */
async function checkAnswers(
  api: Side,
  bare: Side,
  postgrest: Side | undefined,
  tenant: BenchTenant,
): Promise<void> {
  const answer = (await ask(api, tenant)) as { data: { id: string }[] };
  assert.equal(answer.data.length, DEFAULT_LIMIT);
  assert.deepEqual(await ask(bare, tenant), answer);
  if (!postgrest) return;
  const rows = (await ask(postgrest, tenant)) as { id: string }[];
  assert.ok(Array.isArray(rows), JSON.stringify(rows));
  assert.deepEqual(
    rows.map(({ id }) => id),
    answer.data.map(({ id }) => id),
  );
}

async function main(): Promise<void> {
  const database: BenchDatabase = await createDatabase();
  const tenants = await seed(database, { tenants: TENANTS, rows: ROWS });
  const { url, home } = database;
  const api = await startSide(import.meta.filename, 'api', { home, data: { url, home } });
  const bare = await startSide(import.meta.filename, 'bare', { home, data: { url, tenants } });
  const postgrest = process.env['BENCH_NO_PEER'] ? undefined : await startPostgrest(database);
  await checkAnswers(api, bare, postgrest, tenants[0]!);
  const results = await runContest({
    sides: [api, bare, ...(postgrest ? [postgrest] : [])],
    rounds: ROUNDS,
    seconds: SECONDS,
    warmSeconds: WARM_SECONDS,
    databasePid: database.pid,
    load: (side) => {
      const requests = tenants.map((tenant) => {
        const { path, headers } = requestOf(side, tenant);
        return Buffer.from(httpText('GET', path, headers));
      });
      return { connections: CONNECTIONS, request: (n) => requests[n % requests.length]! };
    },
  });
  for (const side of [api, bare, postgrest]) await side?.stop();

  const rates = (name: string): number[] => results.get(name)!.map((round: Round) => round.perSecond);
  console.log(
    `${ROWS} rows, ${TENANTS} tenants, ${CONNECTIONS} connections; medians of ${ROUNDS} interleaved rounds, CPU the least of them`,
  );
  for (const [name, rounds] of results) sayRounds(name, rounds);
  claim('api ÷ bare', ratio(rates('api'), rates('bare')), { atLeast: 0.8 });
  if (postgrest) claim('api ÷ PostgREST', ratio(rates('api'), rates('postgrest')), { atLeast: 4 });
  else say('api ÷ PostgREST', Number.NaN, '(not measured)');
}

const mine = served<BareData & { home: string }>();
if (mine?.name === 'api') await serveApi(mine.data);
else if (mine?.name === 'bare') await serveBare(mine.data, registerBareList);
else await main();
