/**
 * Engines with something in them, for a console to show: `node test/console/engines.ts` connects them to the installation
 * of SMARTEROS_HOME for all companies, and ends with its standard input. n8n is the real one where it is installed
 * (`./smarteros test engines n8n`); the others are played. On its first line it says where it is spoken to:
 *
 *     POST /fill {"huge": false}              every company's part gets its rows, once
 *     POST /mood {"engine": "odoo", "mood": "slow" | "html" | "broken" | "well"}
 *     POST /n8n                               whether the real one is there: {"live": true}
 *     POST /own {"headers": {…}}              that company's n8n is its own from now on
 *     POST /meddle                            somebody takes away what we set up in Chatwoot
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { play } from '#test/engines/chatwoot/company.ts';
import { BotpressServer } from '#test/engines/botpress/server.ts';
import { MetabaseServer } from '#test/engines/metabase/server.ts';
import { OdooServer } from '#test/engines/odoo/stand-in/server.ts';
import { openStandIn, type Said, type StandIn } from '#test/engines/stand-in.ts';
import { createPostgrest } from '#test/engines/supabase/stand-in.ts';
import { VaultServer } from '#test/engines/vault/stand-in.ts';
import { fillChatwoot } from './engines/chatwoot.ts';
import { fillMetabase } from './engines/metabase.ts';
import { startLiveN8n } from './engines/n8n.ts';
import { connectOwn } from './engines/own.ts';
import { fillOdoo } from './engines/odoo.ts';
import { fillTables } from './engines/tables.ts';

const SLOW_MS = 5_000;
const PUMP_MS = 50;
const MASTER = 'master-of-the-walk';
const EMBEDDING_SECRET = 'ab'.repeat(32);
const LAUNCHER = join(import.meta.dirname, '../../smarteros');

const home = process.env['SMARTEROS_HOME'] ?? join(import.meta.dirname, '../../.smarteros');
const operator = readFileSync(join(home, 'operator.key'), 'utf8').trim();
const status = execFileSync(LAUNCHER, ['status', '--json'], { encoding: 'utf8' });
const base = (JSON.parse(status) as { api: { url: string } }).api.url;

const moods = new Map<string, string>();
/** What may ail any of them, in front of what it would say itself. */
const moody =
  (engine: string, answer: StandIn['answer']): StandIn['answer'] =>
  async (asked) => {
    const mood = moods.get(engine);
    if (mood === 'slow') await sleep(SLOW_MS);
    if (mood === 'html')
      return {
        status: 200,
        headers: { 'content-type': 'text/html' },
        body: '<html>Welcome to nginx!</html>',
      };
    if (mood === 'broken') return { status: 500, body: { error: 'Internal Server Error' } };
    return answer(asked);
  };

const { server: chatwoot } = await play();
const metabase = new MetabaseServer();
metabase.groups.inherit(3, 'root');
const odoo = new OdooServer(19, MASTER);
const rest = createPostgrest();
rest.tables = {};
const vault = new VaultServer();
const botpress = new BotpressServer();

async function ask<T>(method: string, path: string, body?: object): Promise<T> {
  const said = await fetch(base + path, {
    method,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${operator}` },
    ...(body && { body: JSON.stringify(body) }),
  });
  if (!said.ok) throw new Error(`${method} ${path}: ${said.status} ${await said.text()}`);
  return (await said.json()) as T;
}

/** Connects it; after an earlier run here, it is at another address now. */
async function connect(
  engine: string,
  answer: StandIn['answer'],
  more: { credentials: object; settings?: object },
): Promise<void> {
  const url = await openStandIn(moody(engine, answer));
  const { data } = await ask<{ data: { id: string }[] }>('GET', `/instances?engine=${engine}`);
  if (data[0]) await ask('PATCH', `/instances/${data[0].id}`, { url });
  else await ask('POST', '/instances', { engine, url, forAll: true, ...more });
}

fillTables(rest, []);
await connect('chatwoot', (asked) => chatwoot.answer(asked), {
  credentials: { platformToken: chatwoot.platformToken },
});
const EMBEDDED: Said = {
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: '<!doctype html><html lang="es"><title>Ventas</title><h1>Ventas</h1>',
};
const dashboards: StandIn['answer'] = (asked) =>
  asked.path.startsWith('/embed/dashboard/') ? EMBEDDED : metabase.answer(asked);
await connect('metabase', dashboards, {
  credentials: { apiKey: metabase.key, embeddingSecret: EMBEDDING_SECRET },
});
await connect('odoo', (asked) => odoo.answer(asked), { credentials: { masterPassword: MASTER } });
await connect('supabase', (asked) => rest.answer(asked), {
  credentials: rest.example.credentials,
  settings: { companies: { table: 'empresas', nameColumn: 'name', create: true } },
});
await connect('vault', (asked) => vault.answer(asked), { credentials: vault.example.credentials });
await connect('botpress', (asked) => botpress.answer(asked), {
  credentials: { token: botpress.token },
  settings: { workspaceId: botpress.workspaceId },
});

// Chatwoot's own sender of webhooks.
setInterval(() => {
  for (const { url, headers, body } of chatwoot.deliveries.splice(0))
    void fetch(url, { method: 'POST', headers, body }).catch(() => undefined);
}, PUMP_MS);

const n8n = await startLiveN8n().catch((error: Error) => {
  console.error(`n8n is left out: ${error.message.split('\n')[0]}`);
  return null;
});

// Companies may name no address of this machine; the operator may. So it is shared, and runs the operator's workflows only.
if (n8n) {
  const { data } = await ask<{ data: { id: string }[] }>('GET', '/instances?engine=n8n');
  const { url, credentials } = n8n;
  if (data[0]) await ask('PATCH', `/instances/${data[0].id}`, { url, credentials });
  else await ask('POST', '/instances', { engine: 'n8n', url, credentials, forAll: true });
}

async function command(path: string, body: Record<string, unknown>): Promise<Said> {
  switch (path) {
    case '/fill': {
      const huge = body['huge'] === true;
      fillChatwoot(chatwoot, huge);
      fillMetabase(metabase);
      fillOdoo(odoo, huge);
      fillTables(
        rest,
        chatwoot.tables.accounts.map((one) => String(one.custom_attributes['smarteros_tenant'])),
        huge,
      );
      return { status: 200, body: {} };
    }
    case '/mood':
      moods.set(String(body['engine']), String(body['mood']));
      return { status: 200, body: {} };
    case '/n8n':
      return { status: 200, body: { live: n8n !== null } };
    case '/own':
      await connectOwn(n8n!, body['headers'] as Record<string, string>);
      return { status: 200, body: {} };
    case '/meddle':
      chatwoot.tables.webhooks = [];
      return { status: 200, body: {} };
    default:
      return { status: 404 };
  }
}
console.log(await openStandIn(({ path, body }) => command(path, body ?? {})));

process.stdin.resume().on('end', () => {
  void Promise.resolve(n8n?.stop()).finally(() => process.exit());
});
