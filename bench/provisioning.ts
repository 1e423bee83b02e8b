/**
 * The worker is killed (SIGKILL) while it sets companies up in a real Odoo, n8n and PostgREST, before and after
 * each step: all of them get the same in the end, and nothing is doubled.
 */
import pg from 'pg';
import { locatePostgres, postgresUrl } from '#host/postgres.ts';
import { superuserPassword } from '#host/postgres-password.ts';
import { masterSecret } from '#platform/secrets.ts';
import { until, startLiveEngines } from './lib/live-engines.ts';
import { claim, say } from './lib/rounds.ts';

/** Of the three engines together that have something to do in a new company; Odoo’s model is made before. */
const STEPS = [
  'odoo secrets',
  'odoo database',
  'odoo company',
  'odoo user',
  'odoo key',
  'n8n starter',
  'n8n active',
  'supabase rows',
];
/** Before a step has done anything, and when it has done it in the engine and nobody has written that down. */
const MOMENTS = ['before', 'after'] as const;
/** Long enough to be seen, and to be killed in. */
const PAUSE_S = 3;
const FIRST_TAX_ID = 76_100_000;
const MS = 1_000;

const live = await startLiveEngines();
const { here, operator, odoo, rest } = live;
const password = superuserPassword(masterSecret({ home: here.home }));
const admin = new pg.Client({ connectionString: postgresUrl(locatePostgres(here.home), password) });
await admin.connect();
// It ends with its server.
admin.on('error', () => undefined);

let made = 0;
function nextTaxId(): string {
  const body = String(FIRST_TAX_ID + made);
  made += 1;
  const sum = [...body].toReversed().reduce((total, digit, i) => total + Number(digit) * (2 + (i % 6)), 0);
  return `${body}-${'0123456789K0'[(11 - (sum % 11)) % 11]}`;
}

interface Process {
  readonly name: string;
  readonly pid: number;
}
function workerPid(): number | undefined {
  try {
    const { processes } = JSON.parse(here.smarteros('status', '--json')) as { processes: Process[] };
    return processes.find(({ name }) => name === 'worker')?.pid;
  } catch {
    // It says by its exit code that something is missing.
    return undefined;
  }
}

const left = async (): Promise<number> =>
  (
    await admin.query<{ n: number }>(
      `select count(*)::integer as n from core.tenant_engines where reached is distinct from wanted`,
    )
  ).rows[0]!.n;

async function json<T>(path: string, body: object): Promise<T> {
  const answer = await fetch(`${odoo.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ jsonrpc: '2.0', method: 'call', params: body }),
  });
  return ((await answer.json()) as { result: T }).result;
}

/** Holds the worker up where it writes down that a step begins, or what came of it. */
await admin.query(`
  create schema bench;
  create table bench.target (at text not null, moment text not null);
  create function bench.pause() returns trigger language plpgsql security definer as $$
  declare
    target bench.target;
  begin
    select * into target from bench.target;
    if target.moment = 'before' and new.step is distinct from old.step and new.engine || ' ' || new.step = target.at
      or target.moment = 'after' and old.engine || ' ' || old.step = target.at
        and (new.step is distinct from old.step or new.state is distinct from old.state or new.status <> old.status)
    then
      perform pg_sleep(${PAUSE_S});
    end if;
    return new;
  end $$;
  create trigger bench_pause before update on core.tenant_engines for each row execute function bench.pause();`);

const pausing = async (): Promise<number | undefined> =>
  (
    await admin.query<{ pid: number }>(
      `select pid from pg_stat_activity where wait_event = 'PgSleep' and usename = 'smarteros_app'`,
    )
  ).rows[0]?.pid;

let kills = 0;

/** A new company, and a kill where it is held up. What the worker was about to write is lost with it. */
async function killAt(at: string, moment: string): Promise<void> {
  await admin.query('delete from bench.target');
  await admin.query('insert into bench.target values ($1, $2)', [at, moment]);
  const pid = await until('a worker', async () => workerPid(), Boolean);
  await here.ask('POST /tenants', { taxId: nextTaxId(), name: `Empresa ${made}` }, operator);
  const backend = await until(`${at}, ${moment}`, pausing, Boolean);
  process.kill(pid!, 'SIGKILL');
  await admin.query('select pg_terminate_backend($1)', [backend]);
  await admin.query('delete from bench.target');
  kills += 1;
}

try {
  for (const moment of MOMENTS) for (const step of STEPS) await killAt(step, moment);
  const begun = performance.now();
  await until('companies that are set up', left, (n) => n === 0);
  say('kills of the worker', kills);
  say('companies', made);
  say('the last of them done after the last kill', (performance.now() - begun) / MS, 's');

  const databases = await json<string[]>('/jsonrpc', { service: 'db', method: 'list', args: [] });
  say('databases of Odoo', databases.length);
  const doubled = new Map<string, number>();
  const states = await admin.query<{ slug: string }>(
    `select t.slug from core.tenants t join core.tenant_engines e on e.tenant_id = t.id where e.engine = 'odoo'`,
  );
  for (const { slug } of states.rows) {
    const grant = await here.ask<{ token: string }>(
      'POST /grants',
      { tenant: slug, reason: 'bench' },
      operator,
    );
    const count = async (path: string, body?: object): Promise<number> =>
      (await here.ask<{ data: object[] }>(path, body, grant.token)).data.length;
    const counts = {
      'companies in Odoo': await count('POST /odoo/search_read', { model: 'res.company', fields: ['name'] }),
      'integration users in Odoo': await count('POST /odoo/search_read', {
        model: 'res.users',
        domain: [['login', '=', `smarteros-${slug}`]],
        fields: ['login'],
      }),
      'workflows in n8n': await count('GET /n8n/workflows'),
      'rows by PostgREST': await count('POST /supabase/query', { table: 'companies' }),
    };
    for (const [name, n] of Object.entries(counts)) if (n !== 1) doubled.set(`${name} of ${slug}: ${n}`, n);
  }
  for (const name of doubled.keys()) console.log(`not one: ${name}`);
  const flows = await admin.query<{ n: number }>(
    `select count(*)::integer as n from core.tenant_engines where engine = 'n8n'`,
  );
  say('companies with a workflow', flows.rows[0]!.n);
  claim('things that are not there exactly once', doubled.size, { atMost: 0 });
  claim('rows in PostgREST’s table beyond one per company', (await rest.rows('companies')).length - made, {
    atMost: 0,
  });
  claim('databases of Odoo beyond one per company and one model', databases.length - made - 1, { atMost: 0 });
} finally {
  await admin.end().catch(() => undefined);
  await live.stop();
}
