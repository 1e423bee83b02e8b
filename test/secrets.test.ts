import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { rolePassword } from '#platform/db/pool.ts';
import { operatorKey } from '#platform/secrets.ts';
import { connected } from '#test/fence/catalog.ts';
import { freshTaxId } from '#test/harness/api.ts';
import { createDatabase, SECRET, type TestDatabase } from '#test/harness/cluster.ts';
import * as canary from '#test/secrets/canaries.ts';
import { startApi, type ApiProcess } from '#test/secrets/process.ts';

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** More than a line waits for others before it is written (platform/log.ts). */
const LOG_DELAY_MS = 400;
/** So much of a key is shown on purpose, to recognise it by. */
const SHOWN_CHARACTERS = 12;

describe('secrets', () => {
  let database: TestDatabase;
  let admin: pg.Client;
  let api: ApiProcess;
  let home: string;
  let operator: string;
  let key: string;
  let grant: string;
  /** Refusals, and whatever else strangers and dashboards can read. */
  let shown = '';

  async function call(
    route: string,
    token?: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer> {
    const [method, path] = route.split(' ') as [string, string];
    const response = await fetch(api.url + path, {
      method,
      headers: {
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    if (response.status >= 400) shown += `${JSON.stringify([...response.headers])}${text}\n`;
    return { status: response.status, text };
  }
  async function made(route: string, token: string, body: unknown): Promise<Record<string, string>> {
    const { status, text } = await call(route, token, body, { 'idempotency-key': `key ${route}` });
    assert.ok(status < 300, text);
    return JSON.parse(text) as Record<string, string>;
  }
  const stored = async (...tables: string[]): Promise<string> => {
    const each = tables.map((table) => `select row_to_json(t)::text as text from ${table} t`);
    const { rows } = await admin.query<{ text: string }>(each.join(' union all '));
    return rows.map((row) => row.text).join('\n');
  };

  before(async () => {
    database = await createDatabase();
    admin = new pg.Client({ connectionString: database.url });
    await admin.connect();
    home = mkdtempSync(join(tmpdir(), 'smarteros-secrets-'));
    operator = operatorKey(home);
    const address = new URL(database.url);
    address.password = canary.DATABASE_PASSWORD;
    api = await startApi({
      ...canary.SETTINGS,
      RESEND_FROM: 'from@example.com',
      SMARTEROS_HOME: home,
      SMARTEROS_SECRET: SECRET.toString(),
      SMARTEROS_RATE_LIMIT_IP: '100000',
      DATABASE_URL: address.href,
    });
  });
  after(async () => {
    await api.stop();
    await admin.end();
    await database.drop();
    rmSync(home, { recursive: true, force: true });
  });

  it('are used in calls of all sorts', async () => {
    const { PERSON, MESSAGE } = canary;
    const tenant = await made('POST /tenants', operator, { taxId: freshTaxId(), name: 'Empresa' });
    grant = (await made('POST /grants', operator, { tenant: tenant['slug'], reason: 'Support' }))['token']!;
    key = (await made('POST /keys', grant, { name: 'Program', scopes: ['*'] }))['key']!;
    const { id } = await made('POST /contacts', key, PERSON);
    const form = await made('POST /forms', key, { name: 'Web', consentText: 'Sí' });
    const message = { form: form['id'], ...PERSON, message: MESSAGE, consent: true };
    assert.equal((await call('POST /contact', undefined, message, { 'idempotency-key': 'x' })).status, 200);
    for (const q of canary.PEOPLE) await call(`GET /contacts?q=${encodeURIComponent(q)}`, key);
    assert.equal((await call(`PATCH /contacts/${id}`, key, PERSON, { 'if-match': '"1"' })).status, 200);
    for (const page of ['/', '/health', '/tools', '/registry.json', '/openapi.json', '/docs'])
      shown += (await call(`GET ${page}`)).text;
  });

  it('are guessed, put in the wrong place and sent in what can’t be read', async () => {
    const { PERSON, PEOPLE, GUESSES, BASIC } = canary;
    for (const guess of [...GUESSES, `${key}x`, key.slice(0, -1), operator.toUpperCase()]) {
      assert.equal((await call('GET /contacts', guess)).status, 401);
      await call('POST /contacts', guess, PERSON);
      await call(`GET /contacts?access_token=${guess}&token=${guess}`, key);
      await call(`GET /${guess}`, key);
      await call(`GET /contacts/${guess}`, key);
      await call('GET /contacts', undefined, undefined, { cookie: `session=${guess}`, 'x-api-key': guess });
      await call('GET /contacts', undefined, undefined, { authorization: `Basic ${BASIC}` });
      await call('POST /contacts', key, `{"name":"${guess}"`);
      await call('POST /contacts', key, { ...PERSON, phone: guess, email: guess });
      await call('POST /mcp', guess, {
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { token: guess },
      });
      await call('POST /mcp', key, `{"jsonrpc":"2.0","method":"${guess}`);
    }
    await call('POST /contacts', key, { ...PERSON, name: `${PERSON.name}\0`, taxId: canary.WRONG_TAX_ID });
    await call('POST /contacts', key, `not json ${PEOPLE.join(' ')} ${key}`);
    await call('POST /tenants', operator, { taxId: canary.WRONG_TAX_ID, name: PERSON.name });
  });

  it('are there while the database refuses what it should take', async () => {
    const message = { ...canary.PERSON, message: canary.MESSAGE, consent: true };
    for (const [trouble, relief] of canary.TROUBLES) {
      await admin.query('truncate app.form_messages, app.contacts, app.contact_terms');
      await admin.query(trouble);
      const statuses: number[] = [];
      for (let i = 0; i < 2; i++) statuses.push((await call('POST /contacts', key, canary.PERSON)).status);
      statuses.push((await call('POST /contact', undefined, message)).status);
      await admin.query(relief);
      assert.ok(Math.max(...statuses) >= 500, `${trouble}: ${statuses.join()}`);
    }
  });

  /** From another database, as one's own can't be closed. */
  const asServer = async (sql: string): Promise<void> => {
    const address = new URL(database.url);
    address.pathname = '/postgres';
    await connected(address.href, (query) => query(sql));
  };

  it('are there while it goes away and comes back', async () => {
    const killAll = `select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`;
    const name = new URL(database.url).pathname.slice(1);
    const calls = Array.from({ length: 40 }, () => call('POST /contacts', key, canary.PERSON));
    await admin.query(killAll);
    for (const { status } of await Promise.all(calls)) assert.ok([201, 503].includes(status), String(status));

    await asServer(`alter database ${name} allow_connections false`);
    await admin.query(killAll);
    const away = await Promise.all([
      call('GET /contacts', key),
      call('GET /contacts', `${key}y`),
      call('GET /health'),
      call('GET /tenants', operator),
      call('POST /contacts', key, canary.PERSON),
    ]);
    await asServer(`alter database ${name} allow_connections true`);
    assert.deepEqual(new Set(away.map(({ status }) => status)), new Set([503]));
    assert.equal((await call('GET /contacts', key)).status, 200);
  });

  it('stand in no log, refusal, metric, audit row, event, job or stored answer', async () => {
    const metrics = (await call('GET /metrics', operator)).text;
    assert.match(metrics, /http_server_request_duration_seconds/);
    await sleep(LOG_DELAY_MS);
    const log = api.output();
    const tables = ['audit', 'events', 'idempotency', 'api_keys', 'grants'].map((table) => `core.${table}`);
    const rows = await stored(...tables, 'graphile_worker._private_jobs');
    assert.ok(log.includes('operation failed') && shown.length > 10_000 && rows.length > 1_000);
    const keys = { 'operator key': operator, 'grant token': grant, 'API key': key };
    const found = canary.findings({ log, metrics, rows, 'what strangers see': shown }, [
      ...Object.entries(keys).map(([name, text]) => [name, text.slice(SHOWN_CHARACTERS)] as const),
      ...Object.entries(canary.SETTINGS),
      ['database password', canary.DATABASE_PASSWORD],
      ['platform secret', SECRET.toString()],
      ...['app', 'operator', 'relay', 'backup'].map((role) => [role, rolePassword(SECRET, role)] as const),
      ...canary.GUESSES.map((guess) => ['a wrong token', guess] as const),
      ['a basic password', canary.BASIC],
    ]);
    assert.deepEqual(found, []);
  });

  it('nor do people’s data stand in a log, metric, audit row, event or job', async () => {
    const metrics = (await call('GET /metrics', operator)).text;
    const rows = await stored('core.audit', 'core.events', 'graphile_worker._private_jobs');
    const people = canary.PEOPLE.map((text) => [text, text] as const);
    assert.deepEqual(canary.findings({ log: api.output(), metrics, rows }, people), []);
  });
});
