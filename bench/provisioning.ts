/**
 * The worker is killed (SIGKILL) while it sets companies up in a real Odoo, n8n and PostgREST, at each step at least once:
 * all of them get the same in the end, and nothing is doubled.
 */
import pg from 'pg';
import { locatePostgres, postgresUrl } from '#host/postgres.ts';
import { until, startLiveEngines } from './lib/live-engines.ts';
import { claim, say } from './lib/rounds.ts';

/** Of the three engines together, besides looks that find their thing there already. */
const STEPS = [
  'odoo secrets',
  'odoo database',
  'odoo company',
  'odoo opened',
  'odoo user',
  'odoo key',
  'n8n starter',
  'n8n active',
  'supabase rows',
];
const COMPANIES = 3;
const MOST_ROUNDS = 30;
const FIRST_TAX_ID = 76_100_000;
const MS = 1_000;

const live = await startLiveEngines();
const { here, operator, odoo, rest } = live;
const admin = new pg.Client({ connectionString: postgresUrl(locatePostgres(here.home)) });
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

const underWay = async (): Promise<string[]> =>
  (
    await admin.query<{ at: string }>(
      `select distinct engine || ' ' || step as at from core.tenant_engines where leased_until > now() and step is not null`,
    )
  ).rows.map(({ at }) => at);

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

const hit = new Map<string, number>();
let kills = 0;

/** New companies, and a kill as soon as one of them is at a step that was never hit. */
async function round(): Promise<void> {
  const pid = workerPid();
  for (let i = 0; i < COMPANIES; i++)
    await here.ask('POST /tenants', { taxId: nextTaxId(), name: `Empresa ${made}` }, operator);
  for (const end = performance.now() + 60 * MS; performance.now() < end;) {
    const at = await underWay();
    if (at.some((one) => STEPS.includes(one) && !hit.has(one))) {
      process.kill(pid!, 'SIGKILL');
      kills += 1;
      for (const one of at) hit.set(one, (hit.get(one) ?? 0) + 1);
      return;
    }
  }
}

try {
  for (let n = 0; n < MOST_ROUNDS && STEPS.some((step) => !hit.has(step)); n++) {
    await round();
    await until('a worker', async () => workerPid(), Boolean);
  }
  const begun = performance.now();
  await until('companies that are set up', left, (n) => n === 0);
  say('kills of the worker', kills);
  for (const [step, n] of hit) say(`hit: ${step}`, n);
  say('companies', made);
  say('the last of them done after the last kill', (performance.now() - begun) / MS, 's');
  claim('steps hit', STEPS.filter((step) => hit.has(step)).length, { atLeast: STEPS.length });

  const databases = await json<string[]>('/jsonrpc', { service: 'db', method: 'list', args: [] });
  claim('databases of Odoo per company', databases.filter((one) => !one.includes('template')).length / made, {
    atLeast: 1,
  });
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
