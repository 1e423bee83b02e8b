/**
 * From "send code" to a company that works in every engine, nothing by hand: at most 60 s of machine time. Everything is
 * real: `./smarteros up --with n8n`, an Odoo 19 and a PostgREST that the operator connected for every company.
 * Installs what is missing (some ten minutes and 4 GB, once).
 */
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { native } from '#engines/n8n/native.ts';
import { install as installOdoo, start as startOdoo } from '#test/engines/odoo/live.ts';
import { installN8n } from '#test/engines/live/n8n.ts';
import { callEverywhere } from './lib/live-operations.ts';
import { startRest } from './lib/live-rest.ts';
import { claim, say } from './lib/rounds.ts';
import { startHere, type Here } from './lib/up.ts';

const LIMIT_S = 60;
/** Of Odoo (5), Supabase (5) and n8n (6), by REST, MCP, command line and client. */
const OPERATIONS = 16;
const SURFACES = 4;
const LOOK_MS = 100;
const PATIENCE_MS = 300_000;
/** By then the job that makes Odoo's model waits or runs; it leaves the list when it is done. */
const PREPARING_MS = 2_000;
const TAX_ID = '76.543.210-3';
const NAME = 'Panadería Ñuñoa SpA';

const here = await startHere();
const odoo = await (async () => {
  const reason = installOdoo();
  if (reason !== undefined) throw new Error(reason);
  return startOdoo();
})();
const rest = await startRest();

/** What an engine answers when asked again and again, once `done` says so. */
async function until<T>(what: string, ask: () => Promise<T>, done: (found: T) => boolean): Promise<T> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    const found = await ask();
    if (done(found)) return found;
    if (performance.now() > end) throw new Error(`${what}: still ${JSON.stringify(found)}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

async function connect(operator: string): Promise<void> {
  const instances = [
    {
      engine: 'odoo',
      url: odoo.url,
      credentials: { masterPassword: odoo.masterPassword },
    },
    {
      engine: 'supabase',
      url: rest.url,
      credentials: { serviceRole: rest.key },
      settings: { tenantKey: 'slug', companies: { table: 'companies', nameColumn: 'name', create: true } },
    },
  ];
  for (const one of instances) await here.ask('POST /instances', { ...one, forAll: true }, operator);
}

interface Engine {
  readonly engine: string;
  readonly status: string;
  readonly usable: boolean;
  readonly error: unknown;
}

async function signUp(): Promise<{ token: string; seconds: Record<string, number> }> {
  const phone = '+56987654321';
  const begin = performance.now();
  const seconds: Record<string, number> = {};
  const mark = (name: string): void => void (seconds[name] ??= (performance.now() - begin) / 1000);
  await here.ask('POST /auth/otp/send', { phone });
  const code = await here.codeFor(phone);
  const { accessToken: token } = await here.ask<{ accessToken: string }>('POST /auth/otp/verify', {
    phone,
    code,
  });
  await here.ask('POST /tenants', { taxId: TAX_ID, name: NAME }, token);
  mark('company');
  await until(
    'engines',
    async () => (await here.ask<{ data: Engine[] }>('GET /engines', undefined, token)).data,
    (data) => {
      for (const one of data) if (one.usable) mark(one.engine);
      return ['odoo', 'n8n', 'supabase'].every((name) => seconds[name] !== undefined);
    },
  );
  return { token, seconds };
}

/** What a company finds in its engines, by our own API. */
async function look(token: string): Promise<void> {
  const [company] = (
    await here.ask<{ data: { name: string; vat: string }[] }>(
      'POST /odoo/search_read',
      { model: 'res.company', fields: ['name', 'vat'] },
      token,
    )
  ).data;
  if (company?.name !== NAME || company.vat !== '76543210-3')
    throw new Error(`Odoo's company: ${JSON.stringify(company)}`);
  const [starter] = (
    await here.ask<{ data: { id: string; active: boolean }[] }>('GET /n8n/workflows', undefined, token)
  ).data;
  if (!starter?.active) throw new Error('the starter workflow is not active');
  const run = await here.ask<{ failed: boolean; answer: { company: string } }>(
    `POST /n8n/workflows/${starter.id}/execute`,
    { data: { nombre: 'Ana' } },
    token,
  );
  if (run.failed || run.answer.company !== NAME) throw new Error(`n8n's run: ${JSON.stringify(run)}`);
  const { data: rows } = await here.ask<{ data: { name: string }[] }>(
    'POST /supabase/query',
    { table: 'companies', columns: ['name'] },
    token,
  );
  if (rows.length !== 1 || rows[0]!.name !== NAME)
    throw new Error(`PostgREST's rows: ${JSON.stringify(rows)}`);
}

/** Packages are fetched once for all runs. */
async function placeN8n({ home }: Here): Promise<void> {
  const folder = join(home, 'engines', 'packages');
  const packages = await installN8n();
  mkdirSync(folder, { recursive: true });
  if (!existsSync(join(folder, `n8n-${native.version}`)))
    symlinkSync(packages, join(folder, `n8n-${native.version}`));
}

try {
  await placeN8n(here);
  here.smarteros('up', '--detach', '--with', 'n8n');
  const operator = here.operatorKey();
  await connect(operator);
  const begun = performance.now();
  await new Promise((resolve) => setTimeout(resolve, PREPARING_MS));
  // The model that companies' databases are copied from is made as soon as Odoo is connected.
  await until(
    'Odoo’s model',
    async () =>
      (await here.ask<{ data: object[] }>('GET /jobs?name=instances.prepare', undefined, operator)).data,
    (data) => data.length === 0,
  );
  await until(
    'instances',
    async () => (await here.ask<{ data: { engine: string }[] }>('GET /instances', undefined, operator)).data,
    (data) => data.length === 3,
  );
  say('from connecting to being ready for companies', (performance.now() - begun) / 1000, 's');
  const { token, seconds } = await signUp();
  for (const [name, taken] of Object.entries(seconds)) say(`usable: ${name}`, taken, 's');
  await look(token);
  claim('operations × surfaces, live', await callEverywhere(here, token), { atLeast: OPERATIONS * SURFACES });
  claim('send code → all engines usable', Math.max(...Object.values(seconds)), { atMost: LIMIT_S }, 's');
} finally {
  here.stop();
  await Promise.all([odoo.stop(), rest.stop()]);
}
