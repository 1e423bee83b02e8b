/**
 * A read through a connector takes at most 1 ms more (p50, one at a time) than the same request of the same keep-alive
 * client without it, and with 20 at a time at most 15 % more, from an engine that takes the 12 ms Odoo takes at its best.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ENGINE_OPERATIONS } from '#app/engine-operations.ts';
import type { EngineDefinition, Link } from '#core/engine.ts';
import { odoo } from '#engines/odoo/index.ts';
import { systemClock } from '#platform/clock.ts';
import { createEngineCalls } from '#platform/engines/call.ts';
import { httpRequest, type HttpRequest } from '#platform/http.ts';
import { odooStandIn } from '#test/engines/odoo/stand-in.ts';
import type { StandIn } from '#test/engines/stand-in.ts';
import { claim, median, say } from './lib/rounds.ts';
import { announce, served, startSide } from './lib/side.ts';

const ROUNDS = 8;
const SECONDS = 1;
const WARM_SECONDS = 3;
const TOGETHER = 20;
/** The quickest answer of a live Odoo 19 over JSON-2 (shared/facts/engines.md §2). */
const ENGINE_MS = 12;
const MS = 1_000;

/** A read of an engine, with and without its connector. */
interface Contestant {
  readonly definition: EngineDefinition;
  readonly standIn: StandIn;
  readonly operation: string;
  readonly input: object;
  /** What the connector asks the engine for that. */
  readonly direct: (url: string) => HttpRequest;
}

const FIELDS = ['name', 'email', 'country_id', 'create_date'];

const CONTESTANTS: readonly Contestant[] = [
  {
    definition: odoo,
    standIn: odooStandIn,
    operation: 'odoo.search_read',
    input: { model: 'res.partner', domain: [], fields: FIELDS, limit: 20, offset: 0 },
    direct: (url) => ({
      method: 'POST',
      url: `${url}/json/2/res.partner/search_read`,
      headers: {
        'content-type': 'application/json',
        authorization: `bearer ${odooStandIn.example.secrets['apiKey']}`,
        'x-odoo-database': odooStandIn.example.state['database'] as string,
      },
      body: JSON.stringify({ domain: [], fields: FIELDS, limit: 21, offset: 0, order: 'id asc' }),
    }),
  },
];

/** Remembers its answers, so that what is measured is not the stand-in; each comes after so many milliseconds. */
async function serve({ engine, ms }: { engine: string; ms: number }): Promise<void> {
  const { standIn } = CONTESTANTS.find((one) => one.definition.name === engine)!;
  standIn.reset();
  const answers = new Map<string, { status: number; text: string }>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const key = `${request.url} ${text}`;
      const tell = ({ status, text: body }: { status: number; text: string }) =>
        response.writeHead(status, { 'content-type': 'application/json' }).end(body);
      const known = answers.get(key);
      if (known) {
        if (ms > 0) setTimeout(tell, ms, known);
        else tell(known);
        return;
      }
      const { pathname: path, searchParams: query } = new URL(request.url!, 'http://x');
      const body: unknown = text === '' ? undefined : JSON.parse(text);
      const asked = { method: request.method!, path, query, headers: request.headers, text, body };
      void (async () => {
        const { status, body: said } = await standIn.answer(asked);
        const made = { status, text: typeof said === 'string' ? said : JSON.stringify(said) };
        answers.set(key, made);
        tell(made);
      })();
    });
  }).listen(0, '127.0.0.1', () => {
    announce((server.address() as AddressInfo).port, async () => {
      server.closeAllConnections();
      server.close();
      await Promise.resolve();
    });
  });
}

const silent = { debug() {}, info() {}, warn() {}, error() {} };

function throughConnector({ standIn, operation: name, input }: Contestant, url: string) {
  const { example } = standIn;
  const link: Link = {
    instanceId: systemClock.id(),
    url,
    trusted: true,
    shared: true,
    version: example.version,
    settings: example.settings,
    credentials: example.credentials,
    state: example.state,
    secrets: example.secrets,
  };
  const calls = createEngineCalls();
  const operation = ENGINE_OPERATIONS.find((one) => one.name === name)!;
  const tenant = { id: systemClock.id(), slug: 'bench', country: 'CL' };
  return () => {
    const { ctx } = calls.open({
      link,
      tenant,
      requestId: 'bench',
      changes: false,
      signal: new AbortController().signal,
      clock: systemClock,
      log: silent,
    });
    return operation.outside!.run(ctx, operation.input.parse(input) as never);
  };
}

function directly({ direct }: Contestant, url: string) {
  const request = direct(url);
  return async (): Promise<unknown> => {
    const { status, text } = await httpRequest(request);
    if (status !== 200) throw new Error(`answered ${status}: ${text}`);
    return JSON.parse(text);
  };
}

/** Milliseconds, p50, with so many callers that each wait for their answer. */
async function p50(ask: () => Promise<unknown>, callers: number, seconds: number): Promise<number> {
  const end = performance.now() + seconds * MS;
  const latencies: number[] = [];
  const caller = async (): Promise<void> => {
    while (performance.now() < end) {
      const began = performance.now();
      await ask();
      latencies.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return median(latencies);
}

interface Pair {
  readonly direct: number;
  readonly connector: number;
}

/** Interleaved, so that both meet the same weather. */
async function contest(one: Contestant, home: string, ms: number, callers: number): Promise<Pair[]> {
  const { name } = one.definition;
  const side = await startSide(import.meta.filename, name, { home, data: { engine: name, ms } });
  const url = `http://127.0.0.1:${side.port}`;
  const [connector, direct] = [throughConnector(one, url), directly(one, url)];
  for (const ask of [connector, direct]) await p50(ask, callers, WARM_SECONDS);
  const pairs: Pair[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    pairs.push({
      direct: await p50(direct, callers, SECONDS),
      connector: await p50(connector, callers, SECONDS),
    });
    await sleep(0);
  }
  await side.stop();
  return pairs;
}

async function main(): Promise<void> {
  const home = mkdtempSync(join(tmpdir(), 'smarteros-bench-'));
  for (const one of CONTESTANTS) {
    const { name } = one.definition;
    const alone = await contest(one, home, 0, 1);
    say(`${name} directly, one at a time, p50`, median(alone.map(({ direct }) => direct)), 'ms');
    const added = median(alone.map(({ direct, connector }) => connector - direct));
    claim(`${name} connector adds, one at a time, p50`, added, { atMost: 1 }, 'ms');
    const crowd = await contest(one, home, ENGINE_MS, TOGETHER);
    say(`${name} directly, ${TOGETHER} at a time, p50`, median(crowd.map(({ direct }) => direct)), 'ms');
    const percent = median(crowd.map(({ direct, connector }) => (connector / direct - 1) * 100));
    claim(`${name} connector adds, ${TOGETHER} at a time, p50`, percent, { atMost: 15 }, '%');
  }
  rmSync(home, { recursive: true, force: true });
}

const mine = served<{ engine: string; ms: number }>();
await (mine ? serve(mine.data) : main());
