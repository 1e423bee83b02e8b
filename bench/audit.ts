/**
 * What the audit's chain costs: rows sealed and verified per second, and writes beside a working sealer ÷ without one.
 */
import { linkHash, START, type SealedRow } from '#core/audit-chain.ts';
import { startSealer } from '#kernel/sealer.ts';
import { sealStats } from '#platform/db/audit.ts';
import { createPool, roleUrl } from '#platform/db/pool.ts';
import { serveApi } from './lib/api.ts';
import { createDatabase, SECRET, type BenchDatabase } from './lib/database.ts';
import { httpText, load } from './lib/load.ts';
import { person } from './lib/people.ts';
import { claim, median, ratio, say } from './lib/rounds.ts';
import { seed, type BenchTenant } from './lib/seed.ts';
import { served, startSide } from './lib/side.ts';

const TENANTS = 2_000;
const BACKLOG_ROWS = 200_000;
const VERIFY_ROWS = 100_000;
const ROUNDS = 5;
const SECONDS = 4;
const CONNECTIONS = 40;
const LOOK_MS = 20;
const MS_PER_SECOND = 1_000;

const SILENT = { debug() {}, info() {}, warn() {}, error() {} };

/** Of a row number n: UUID version 7, ten a millisecond. */
const ID = `(lpad(to_hex((extract(epoch from now()) * 1000)::bigint + n / 10), 12, '0') || '7' || substr(md5(n::text), 1, 3)
  || '8' || substr(md5(n::text), 5, 15))::uuid`;

let asked = 0;
function nextWrite(tenants: readonly BenchTenant[]): string {
  const n = (asked += 1);
  const headers = {
    authorization: `Bearer ${tenants[n % tenants.length]!.key}`,
    'content-type': 'application/json',
    'idempotency-key': `bench-${n}`,
  };
  return httpText('POST', '/contacts', headers, JSON.stringify(person(n)));
}

async function sealBacklog(database: BenchDatabase, tenants: readonly BenchTenant[]): Promise<void> {
  await database.admin(
    `insert into core.audit (tenant_id, id, at, actor_kind, actor_id, actor_name, action, operation, target, request_id)
     select ($1::uuid[])[1 + n % $2], ${ID}, now(), 'key', gen_random_uuid(), 'bench', 'contact.created',
       'contacts.create', gen_random_uuid()::text, gen_random_uuid()::text from generate_series(1, $3::int) n`,
    [tenants.map(({ id }) => id), TENANTS, BACKLOG_ROWS],
  );
  await database.admin('analyze core.audit');
  const relay = createPool({ url: database.url, secret: Buffer.from(SECRET), role: 'relay', max: 1 });
  const begin = performance.now();
  const sealer = startSealer({ url: sealerUrl(database), log: SILENT });
  while ((await sealStats(relay)).unsealed > 0) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  const seconds = (performance.now() - begin) / MS_PER_SECOND;
  await sealer.stop();
  await relay.end();
  claim(`sealed, ${TENANTS} companies`, BACKLOG_ROWS / seconds, { atLeast: 10_000 }, 'rows/s');
}

const sealerUrl = ({ url }: BenchDatabase): string => roleUrl(url, Buffer.from(SECRET), 'sealer');

/** Hashing alone: what anybody needs who checks an export. */
function hashRows(): void {
  const row = {
    tenantId: '01960000-0000-7000-8000-000000000001',
    id: '01960000-0000-7000-8000-000000000021',
    at: '2026-03-01T12:00:00.000000Z',
    actorKind: 'key',
    actorId: '01960000-0000-7000-8000-000000000002',
    actorName: 'Example',
    action: 'contact.created',
    operation: 'contacts.create',
    target: '01960000-0000-7000-8000-000000000011',
    requestId: '01960000-0000-7000-8000-000000000022',
  } satisfies Omit<SealedRow, 'number' | 'hash'>;
  const begin = performance.now();
  let before = START.hash;
  for (let n = 1; n <= VERIFY_ROWS; n++) before = linkHash(before, BigInt(n), row);
  say('hash of a row', ((performance.now() - begin) * MS_PER_SECOND) / VERIFY_ROWS, 'µs');
}

async function verifyOne(database: BenchDatabase, port: number, tenant: BenchTenant): Promise<void> {
  await database.admin(
    `insert into core.audit (tenant_id, id, at, actor_kind, actor_name, action, operation, request_id)
     select $1, ${ID}, now(), 'key', 'bench', 'contact.created', 'contacts.create', n::text
     from generate_series(1, $2::int) n`,
    [tenant.id, VERIFY_ROWS],
  );
  const sealer = startSealer({ url: sealerUrl(database), log: SILENT });
  for (;;) {
    const [row] = await database.admin<{ n: number }>(
      'select count(*)::int as n from core.audit where number is null',
    );
    if (row!.n === 0) break;
  }
  await sealer.stop();
  const begin = performance.now();
  const answer = await fetch(`http://127.0.0.1:${port}/audit/verify`, {
    headers: { authorization: `Bearer ${tenant.key}` },
  });
  const { ok, checked } = (await answer.json()) as { ok: boolean; checked: number };
  const seconds = (performance.now() - begin) / MS_PER_SECOND;
  if (!ok) throw new Error('the chain is broken');
  say('audit.verify', checked / seconds, 'rows/s');
}

async function writesBeside(
  database: BenchDatabase,
  port: number,
  tenants: readonly BenchTenant[],
): Promise<void> {
  const round = async (): Promise<number> =>
    (await load({ port, connections: CONNECTIONS, seconds: SECONDS, request: () => nextWrite(tenants) }))
      .perSecond;
  await round();
  const beside: number[] = [];
  const alone: number[] = [];
  for (let i = 0; i < ROUNDS; i++) {
    alone.push(await round());
    const sealer = startSealer({ url: sealerUrl(database), log: SILENT });
    // What the round without it left behind isn't this round's work.
    for (;;) {
      const [row] = await database.admin<{ n: number }>(
        'select count(*)::int as n from core.audit where number is null',
      );
      if (row!.n === 0) break;
    }
    beside.push(await round());
    await sealer.stop();
  }
  say('contacts.create without a sealer', median(alone), 'requests/s');
  say('contacts.create beside the sealer', median(beside), 'requests/s');
  claim('beside ÷ without', ratio(beside, alone), { atLeast: 0.8 });
}

async function main(): Promise<void> {
  const database = await createDatabase();
  const tenants = await seed(database, { tenants: TENANTS, rows: 1_000 });
  const { url, home } = database;
  hashRows();
  await sealBacklog(database, tenants);
  const api = await startSide(import.meta.filename, 'api', { home, data: { url, home } });
  await verifyOne(database, api.port, tenants[0]!);
  await writesBeside(database, api.port, tenants);
  await api.stop();
}

const mine = served<{ url: string; home: string }>();
if (mine) await serveApi(mine.data);
else await main();
