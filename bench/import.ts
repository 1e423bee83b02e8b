/**
 * An import of 100,000 contacts, 3 % of its lines bad, takes 60 s at the most and leaves other companies alone: their p99
 * stays within twice what it is when nothing is read in. Its error file and its undoing are exact to the line.
 */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { serveApi } from './lib/api.ts';
import { createDatabase, SECRET } from './lib/database.ts';
import { person } from './lib/people.ts';
import { claim, say } from './lib/rounds.ts';
import { type BenchTenant, seed } from './lib/seed.ts';
import { served, type Side, startSide } from './lib/side.ts';

const LINES = Number(process.argv[2] ?? 100_000);
/** One of so many lines is bad: 3 %. */
const BAD_EVERY = 33;
const TENANTS = 100;
const ROWS = 100_000;
const PART = 600_000;
/** How often another company asks. */
const PACE_MS = 10;
const IDLE_SECONDS = 15;

const isBad = (n: number): boolean => n % BAD_EVERY === 0;

function fileOf(lines: number): string {
  const rows = Array.from({ length: lines }, (_, i) => {
    const { name, email, phone, taxId } = person(i + 10_000_000);
    return `${name};${isBad(i) ? 'no-es-correo' : email};${phone ?? ''};${taxId ?? ''};Cliente`;
  });
  return `Nombre;Correo;Teléfono;RUT;Etiquetas\r\n${rows.join('\r\n')}\r\n`;
}

async function asker(side: Side, { key }: BenchTenant) {
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  return async <T>(method: string, path: string, body?: unknown): Promise<T> => {
    const answer = await fetch(`http://127.0.0.1:${side.port}${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    assert.ok(answer.ok, `${method} ${path}: ${answer.status} ${text}`);
    return JSON.parse(text) as T;
  };
}
type Ask = Awaited<ReturnType<typeof asker>>;

/** Others read and write at a steady pace; answers their p99 in ms. */
async function p99(asks: readonly Ask[], until: () => boolean): Promise<number> {
  const taken: number[] = [];
  const running: Promise<void>[] = [];
  for (let n = 0; !until(); n++) {
    const ask = asks[n % asks.length]!;
    const started = performance.now();
    const work = n % 4 === 0 ? ask('POST', '/contacts', { name: `Otro ${n}` }) : ask('GET', '/contacts');
    running.push(work.then(() => void taken.push(performance.now() - started)));
    await sleep(PACE_MS);
  }
  await Promise.all(running);
  return taken.toSorted((a, b) => a - b)[Math.floor(0.99 * (taken.length - 1))]!;
}

interface Import {
  readonly id: string;
  readonly state: string;
  readonly created: number;
  readonly failed: number;
  readonly undone: number;
  readonly conflicts: number;
}

async function finished(ask: Ask, id: string, state: string): Promise<Import> {
  for (;;) {
    const one = await ask<Import>('GET', `/imports/${id}`);
    if (one.state === state) return one;
    await sleep(200);
  }
}

async function main(): Promise<void> {
  const database = await createDatabase();
  const tenants = await seed(database, { tenants: TENANTS, rows: ROWS });
  const { url, home } = database;
  const api = await startSide(import.meta.filename, 'api', { home, data: { url, home } });
  const worker = spawn(process.execPath, [join(import.meta.dirname, '../src/app/main.ts'), 'worker'], {
    env: {
      ...process.env,
      DATABASE_URL: url,
      SMARTEROS_HOME: home,
      SMARTEROS_SECRET: SECRET,
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [mine, ...others] = await Promise.all(tenants.map((tenant) => asker(api, tenant)));
  const ask = mine!;
  const idleEnd = performance.now() + IDLE_SECONDS * 1000;
  await p99(others, () => performance.now() > idleEnd - IDLE_SECONDS * 800);
  const idle = await p99(others, () => performance.now() > idleEnd);

  const text = fileOf(LINES);
  const parts = Array.from({ length: Math.ceil(text.length / PART) }, (_, i) =>
    text.slice(i * PART, (i + 1) * PART),
  );
  const { id } = await ask<Import>('POST', '/imports', { fileName: 'b.csv', content: parts[0] });
  for (const [i, content] of parts.slice(1).entries())
    await ask('POST', `/imports/${id}/parts`, { part: i + 2, content });
  const count = `select count(*)::int as n from app.contacts where tenant_id = $1`;
  const [before] = await database.admin<{ n: number }>(count, [tenants[0]!.id]);
  await ask('POST', `/imports/${id}/start`, { duplicates: 'skip' });
  const started = performance.now();
  let done: Import | undefined;
  const reading = finished(ask, id, 'finished').then((one) => (done = one));
  const busy = await p99(others, () => done !== undefined);
  await reading;
  const seconds = (performance.now() - started) / 1000;

  const expected = Array.from({ length: LINES }, (_, i) => i).filter(isBad);
  const wrong: number[] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const page: { data: { line: number }[]; nextCursor: string | null } = await ask(
      'GET',
      `/imports/${id}/errors?limit=200${cursor && `&cursor=${cursor}`}`,
    );
    wrong.push(...page.data.map(({ line }) => line));
    cursor = page.nextCursor;
  }
  assert.deepEqual(
    wrong,
    expected.map((i) => i + 2),
  );
  assert.deepEqual([done!.created, done!.failed], [LINES - expected.length, expected.length]);
  const [events] = await database.admin<{ n: number }>(
    `select count(*)::int as n from core.events where tenant_id = $1 and name = 'contact.created'`,
    [tenants[0]!.id],
  );
  assert.equal(events!.n, done!.created);

  const undoing = performance.now();
  await ask('POST', `/imports/${id}/undo`, {});
  const undone = await finished(ask, id, 'undone');
  const undoSeconds = (performance.now() - undoing) / 1000;
  assert.deepEqual([undone.undone, undone.conflicts], [done!.created, 0]);
  const [after] = await database.admin<{ n: number }>(count, [tenants[0]!.id]);
  assert.equal(after!.n, before!.n);

  worker.kill('SIGTERM');
  await api.stop();
  say('lines', LINES);
  claim('import', seconds, { atMost: 60 }, 's');
  say('undo', undoSeconds, 's');
  say('p99 of others, idle', idle, 'ms');
  say('p99 of others, during the import', busy, 'ms');
  claim('p99 during ÷ idle', busy / idle, { atMost: 2 });
}

const mine = served<{ url: string; home: string }>();
if (mine?.name === 'api') await serveApi(mine.data);
else await main();
