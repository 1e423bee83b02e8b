/** After a restart, 200 companies × 4 engines are brought to what they are to be without a herd: bounded work per process and instance. */
import { startEngines } from '#app/reconciler.ts';
import { engineWay } from '#app/engines.ts';
import { proveSecretKeys } from '#platform/engines/prove-keys.ts';
import { keysFile } from '#platform/secret-keys.ts';
import type { EngineDefinition } from '#core/engine.ts';
import { PLATFORM } from '#core/platform.ts';
import { systemClock } from '#platform/clock.ts';
import { createPool } from '#platform/db/pool.ts';
import { example } from '#test/engines/example/engine.ts';
import { ExampleServer } from '#test/engines/example/stand-in.ts';
import { createDatabase, SECRET } from './lib/database.ts';
import { claim, say } from './lib/rounds.ts';
import { seed } from './lib/seed.ts';

const COMPANIES = Number(process.argv[2] ?? 200);
const ENGINES = 4;
const PROCESSES = 2;
const PER_PROCESS = 8;
const PER_INSTANCE = 4;
/** What an engine takes for an answer. */
const PACE_MS = 10;
const LOOK_MS = 50;
const MS_PER_SECOND = 1_000;

const quiet = { debug() {}, info() {}, warn: console.warn, error: console.error };

interface Moment {
  readonly reached: number;
  readonly busy: number;
  readonly most_per_instance: number;
  readonly most_per_process: number;
}

const database = await createDatabase();
const tenants = await seed(database, { tenants: COMPANIES, rows: 0 });
const first = createPool({ url: database.url, secret: Buffer.from(SECRET), role: 'app', max: 1 });
await proveSecretKeys(first, keysFile(database.home));
await first.end();
const way = engineWay({ home: database.home });
const engines: EngineDefinition[] = [];
const servers: ExampleServer[] = [];
for (let n = 1; n <= ENGINES; n++) {
  const name = `engine${n}`;
  const server = await ExampleServer.open();
  server.pace = PACE_MS;
  servers.push(server);
  engines.push({ ...example, name });
  const place = { tenantId: PLATFORM.id, slug: PLATFORM.slug, path: `${name}/main` };
  const secret = await way.secrets.write(place, { key: server.key }, 1);
  const id = systemClock.id();
  await database.admin(
    `insert into core.secrets (tenant_id, path, key_id, wrapped, sealed, revision, updated_at)
     values ($1, $2, $3, $4, $5, 1, now())`,
    [PLATFORM.id, place.path, secret.keyId, secret.wrapped, secret.sealed],
  );
  await database.admin(
    `insert into core.engine_instances (tenant_id, id, engine, name, kind, url, trusted, settings, secret_path,
       capabilities, created_at, updated_at)
     values ($1, $2, $3, 'main', 'connected', $4, true, '{}', $5, '{}', now(), now())`,
    [PLATFORM.id, id, name, server.url, place.path],
  );
  await database.admin(
    `insert into core.tenant_engines (tenant_id, engine, shared, instance_id, wanted, status, state, due_at,
       created_at, updated_at)
     select t, $2, true, $3, 'present', 'waiting', '{}', now(), now(), now() from unnest($1::uuid[]) t`,
    [tenants.map(({ id: tenant }) => tenant), name, id],
  );
}
await database.admin('analyze');

const secret = Buffer.from(SECRET);
const pool = (role: 'app' | 'relay', max: number) => createPool({ url: database.url, secret, role, max });

function start() {
  const pools = { app: pool('app', PER_PROCESS), relay: pool('relay', 2) };
  const one = startEngines({
    pools,
    engines,
    way,
    publicUrl: 'https://api.example.cl',
    clock: systemClock,
    log: quiet,
    atATime: PER_PROCESS,
  });
  return async () => {
    await one.stop();
    await Promise.all([pools.app.end(), pools.relay.end()]);
  };
}

/** Until all are as they are to be, by all processes. */
async function run(name: string, done: string): Promise<void> {
  const began = performance.now();
  const seen = servers.reduce((sum, one) => sum + one.seen.length, 0);
  const stops = Array.from({ length: PROCESSES }, start);
  const moments: Moment[] = [];
  for (;;) {
    const [moment] = await database.admin<Moment & Record<string, number>>(
      `with working as (select * from core.tenant_engines where leased_until >= now())
       select (select count(*) from core.tenant_engines where ${done})::integer as reached,
         (select count(*) from working)::integer as busy,
         coalesce((select max(n) from (select count(*) as n from working group by instance_id) i), 0)::integer
           as most_per_instance,
         coalesce((select max(n) from (select count(*) as n from working group by leased_by) p), 0)::integer
           as most_per_process`,
    );
    moments.push(moment!);
    if (moment!.reached === COMPANIES * ENGINES) break;
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
  const seconds = (performance.now() - began) / MS_PER_SECOND;
  for (const stop of stops) await stop();
  const most = (of: (moment: Moment) => number): number => Math.max(...moments.map(of));
  say(`${name}: ${COMPANIES} companies × ${ENGINES} engines`, seconds, 's');
  const requests = servers.reduce((sum, one) => sum + one.seen.length, 0) - seen;
  say(`${name}: requests of all engines`, requests / seconds, 'requests/s');
  say(
    `${name}: done after half the time`,
    (moments[Math.floor(moments.length / 2)]!.reached / (COMPANIES * ENGINES)) * 100,
    '%',
  );
  claim(
    `${name}: at a time in one process`,
    most((one) => one.most_per_process),
    { atMost: PER_PROCESS },
  );
  claim(
    `${name}: at a time in one instance`,
    most((one) => one.most_per_instance),
    { atMost: PER_INSTANCE },
  );
}

await run('set-up', `reached = 'present'`);
// All were down for a while: everything is due at the same time.
await database.admin(
  `update core.tenant_engines set due_at = now() - interval '1 hour', observed_at = 'epoch'`,
);
await run('restart', `observed_at > 'epoch'`);
const [{ spread }] = (await database.admin<{ spread: number }>(
  `select extract(epoch from max(due_at) - min(due_at))::float8 as spread from core.tenant_engines`,
)) as [{ spread: number }];
claim('the next looks are spread over (s)', spread, { atLeast: 120 });
const accounts = servers.reduce((sum, one) => sum + one.accounts.size, 0);
claim('accounts made ÷ wanted', accounts / (COMPANIES * ENGINES), { atMost: 1 });
for (const one of servers) await one[Symbol.asyncDispose]();
