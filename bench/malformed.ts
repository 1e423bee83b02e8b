/**
 * 100,000 malformed requests of all kinds against a running API: none is answered by a 5xx, and its memory stays flat.
 * SEED=7 ./smarteros bench malformed 10000
 */
import { brotliCompressSync, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import pg from 'pg';
import { buildCatalogue } from '#app/catalogue.ts';
import type { Compiled } from '#kernel/types.ts';
import { operatorKey } from '#platform/secrets.ts';
import { requestsFor } from '#test/malformed/draw.ts';
import { requestOf, unknownPath, type Input, type Malformed } from '#test/malformed/requests.ts';
import { SECRET } from '#test/harness/cluster.ts';
import { EXAMPLE_KEY, EXAMPLE_SESSION, restoreExample } from '#test/parity/seed.ts';
import { serveApi } from './lib/api.ts';
import { createDatabase } from './lib/database.ts';
import { pssMb } from './lib/memory.ts';
import { RawClient, type RawRequest, type Status } from './lib/raw.ts';
import { claim, median, say } from './lib/rounds.ts';
import { served, startSide } from './lib/side.ts';

const SEED = Number(process.env['SEED'] ?? 20_260_302);
const REQUESTS = Number(process.argv[2] ?? 100_000);
/** Parts of them; the rest are drawn from the operations' schemas. */
const SIZES_PART = 0.03;
const SLOW_PART = 0.02;
const PATHS_PART = 0.02;
const CLIENTS = 24;
/** Slow ones wait, and cost nobody a core. */
const SLOW_CLIENTS = 200;
const PATIENCE_MS = 3_000;
const SAMPLES = 40;
const SHOWN = 10;
const GROWTH_MB = 25;

const JSON_TYPE = 'application/json';

/** What makes the bytes after the head mean something else than we count. */
const BREAKS_CONNECTION = new Set(['content-length', 'transfer-encoding', 'connection', 'upgrade', 'expect']);

function rawOf(request: Malformed, token: string | undefined): RawRequest {
  const body = request.payload === undefined ? Buffer.alloc(0) : Buffer.from(request.payload);
  const headers: Record<string, string> = {
    host: '127.0.0.1',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(body.length > 0 && { 'content-length': String(body.length) }),
    ...request.headers,
  };
  return {
    what: request.what,
    operation: request.operation,
    head: headOf(request.method, request.url, headers),
    body,
    alone: Object.keys(request.headers).some((name) => BREAKS_CONNECTION.has(name)),
  };
}

const headOf = (method: string, url: string, headers: Record<string, string>): string =>
  `${method} ${url} HTTP/1.1\r\n${Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')}\r\n`;

const BOMB = Buffer.alloc(8 * 1024 * 1024, 0x20);
const BODIES: readonly (readonly [string, Buffer, Record<string, string>])[] = [
  ...[1, 65_536, 1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, 4 * 1024 * 1024].map(
    (size) => [`${size} bytes`, Buffer.alloc(size, 0x20), {}] as const,
  ),
  ['a gzip bomb', gzipSync(BOMB), { 'content-encoding': 'gzip' }],
  ['a brotli bomb', brotliCompressSync(BOMB), { 'content-encoding': 'br' }],
  ['an encoding of its own', Buffer.from('{"name":"Ana"}'), { 'content-encoding': 'x-none, gzip, gzip' }],
  ...['utf-16', 'latin1', 'utf-7', 'x'.repeat(500)].map(
    (charset) =>
      [
        `charset ${charset.slice(0, 10)}`,
        Buffer.from('{"name":"Almac\u00e9n"}', 'latin1'),
        { 'content-type': `${JSON_TYPE}; charset=${charset}` },
      ] as const,
  ),
  ['one long text', Buffer.from(JSON.stringify({ name: 'x'.repeat(900_000) })), {}],
  ['many names', Buffer.from(`{${Array.from({ length: 40_000 }, (_, i) => `"n${i}":1`).join(',')}}`), {}],
  ['a name often', Buffer.from(`{${'"name":"Ana",'.repeat(40_000)}"name":"Ana"}`), {}],
];

/** Bodies of odd sizes and encodings: by length, in chunks, and slowly. */
function sized(writes: readonly Compiled[], tokenFor: TokenFor, n: number, slow: boolean): RawRequest {
  const compiled = writes[n % writes.length]!;
  const [what, body, more] = BODIES[Math.floor(n / writes.length) % BODIES.length]!;
  const good = (compiled.operation.examples[0]?.input ?? {}) as Input;
  const { url } = requestOf(compiled, good, what);
  const token = tokenFor(compiled);
  const chunked = n % 3 === 0;
  const sent = chunked
    ? Buffer.concat([Buffer.from(`${body.length.toString(16)}\r\n`), body, Buffer.from('\r\n0\r\n\r\n')])
    : body;
  const headers = {
    host: '127.0.0.1',
    'content-type': JSON_TYPE,
    prefer: 'dry-run',
    ...(token !== undefined && { authorization: `Bearer ${token}` }),
    ...(chunked ? { 'transfer-encoding': 'chunked' } : { 'content-length': String(body.length) }),
    ...more,
  };
  return {
    what: `${slow ? 'slowly ' : ''}${what}${chunked ? ', in chunks' : ''}`,
    operation: compiled.operation.name,
    head: headOf(compiled.method, url, headers),
    body: sent,
    alone: true,
    ...(slow && { slow: { everyMs: 40, pieces: 12, endless: n % 5 === 0 } }),
  };
}

type TokenFor = (compiled: Compiled) => string | undefined;

function tokensBy(home: string): TokenFor {
  const tokens = {
    key: EXAMPLE_KEY,
    operator: operatorKey(home),
    person: EXAMPLE_SESSION,
    anonymous: undefined,
  };
  return ({ operation }) =>
    operation.access === 'public' ? undefined : tokens[operation.examples[0]?.as ?? 'key'];
}

/** In a fixed but mixed order, so that no kind comes all at once. */
function shuffled<T>(all: T[]): T[] {
  let seed = SEED;
  for (let i = all.length - 1; i > 0; i--) {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    const j = (seed >>> 8) % (i + 1);
    [all[i], all[j]] = [all[j]!, all[i]!];
  }
  return all;
}

function draw(
  operations: readonly Compiled[],
  tokenFor: TokenFor,
): { quick: RawRequest[]; slow: RawRequest[] } {
  const routes = new Set(operations.map(({ method, path }) => `${method} ${path}`));
  const writes = operations.filter(({ method }) => method !== 'GET' && method !== 'DELETE');
  const [sizes, slow, paths] = [SIZES_PART, SLOW_PART, PATHS_PART].map((part) =>
    Math.round(part * REQUESTS),
  ) as [number, number, number];
  const rest = REQUESTS - sizes - slow - paths;
  const quick: RawRequest[] = fc
    .sample(unknownPath, { numRuns: paths, seed: SEED })
    .map((request) => rawOf(request, undefined));
  for (let n = 0; n < sizes; n++) quick.push(sized(writes, tokenFor, n, false));
  const each = Math.ceil(rest / operations.length);
  // Small operations run out of new faults; another seed draws the others' again.
  for (let round = 0; quick.length < REQUESTS - slow; round++) {
    for (const compiled of operations) {
      const drawn = requestsFor(compiled, routes, { count: each, seed: SEED + round });
      quick.push(...drawn.map((request) => rawOf(request, tokenFor(compiled))));
    }
  }
  return {
    quick: shuffled(quick).slice(0, REQUESTS - slow),
    slow: Array.from({ length: slow }, (_, n) => sized(writes, tokenFor, n, true)),
  };
}

class Tally {
  readonly statuses = new Map<Status, number>();
  readonly bad = new Map<string, number>();
  slowest = 0;
  done = 0;
  add({ operation, what, slow }: RawRequest, status: Status, milliseconds: number): void {
    this.done += 1;
    this.statuses.set(status, (this.statuses.get(status) ?? 0) + 1);
    if (!slow && status !== -1) this.slowest = Math.max(this.slowest, milliseconds);
    if (status < 500) return;
    const name = `${status} ${operation}: ${what}`;
    this.bad.set(name, (this.bad.get(name) ?? 0) + 1);
  }
}

async function main(): Promise<void> {
  const database = await createDatabase();
  const { url, home } = database;
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await restoreExample(admin);
  const api = await startSide(import.meta.filename, 'api', { home, data: { url, home } });
  const tokenFor = tokensBy(home);
  const { quick, slow } = draw(buildCatalogue().operations, tokenFor);
  const total = quick.length + slow.length;
  const tally = new Tally();
  const memory: number[] = [];
  const every = Math.ceil(total / SAMPLES);
  const worker = async (queue: RawRequest[]): Promise<void> => {
    const client = new RawClient(api.port, PATIENCE_MS);
    for (let request = queue.pop(); request; request = queue.pop()) {
      const { status, milliseconds } = await client.ask(request);
      tally.add(request, status, milliseconds);
      if (tally.done % every === 0) memory.push(pssMb(api.pid!));
    }
    client.close();
  };
  const begin = performance.now();
  await Promise.all([
    ...Array.from({ length: CLIENTS }, () => worker(quick)),
    ...Array.from({ length: SLOW_CLIENTS }, () => worker(slow)),
  ]);
  say('requests', total);
  say('rate', (total * 1_000) / (performance.now() - begin), 'requests/s');
  for (const [status, n] of [...tally.statuses].toSorted(([a], [b]) => a - b))
    say(status === 0 ? 'hung up' : status === -1 ? 'no answer yet' : `status ${status}`, n);
  say('slowest answer', tally.slowest, 'ms');
  for (const [name, n] of [...tally.bad].toSorted(([, a], [, b]) => b - a).slice(0, SHOWN))
    console.log(`  ${n} × ${name}`);
  claim(
    'answers ≥ 500',
    [...tally.bad.values()].reduce((sum, n) => sum + n, 0),
    { atMost: 0 },
  );
  const part = Math.floor(memory.length / 4);
  say('memory, second quarter', median(memory.slice(part, 2 * part)), 'MB');
  say('memory, last quarter', median(memory.slice(-part)), 'MB');
  claim(
    'growth',
    median(memory.slice(-part)) - median(memory.slice(part, 2 * part)),
    { atMost: GROWTH_MB },
    'MB',
  );
  const answer = await fetch(`http://127.0.0.1:${api.port}/contacts`, {
    headers: { authorization: `Bearer ${EXAMPLE_KEY}` },
  });
  if (!answer.ok) throw new Error(`afterwards a request in order is answered ${answer.status}`);
  await admin.end();
  await api.stop();
}

const mine = served<{ url: string; home: string }>();
// The example's sealed secrets are the tests'.
if (mine) await serveApi({ ...mine.data, secret: SECRET.toString() });
else await main();
