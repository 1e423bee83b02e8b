/**
 * What MCP costs on top of REST for the same read is at most 1.2 times what the SDK's bare low-level server costs on top
 * of a bare Fastify route; and a list of 200 tools costs at most 6 tool calls. Counted in CPU time of the server.
 */
import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { createMcpHandler, Server } from '@modelcontextprotocol/server';
import fastify, { type FastifyInstance } from 'fastify';
import { keyAuthenticator } from '#app/authenticators.ts';
import type { Operation } from '#core/operation.ts';
import { contactOperations } from '#features/contacts/catalogue.ts';
import { compileCatalogue } from '#kernel/compile.ts';
import { createKernel } from '#kernel/kernel.ts';
import { systemClock } from '#platform/clock.ts';
import { createPool } from '#platform/db/pool.ts';
import { memoryLimiter } from '#platform/limits.ts';
import { createLogger } from '#platform/log.ts';
import { createTelemetry } from '#platform/telemetry.ts';
import { registerMcp } from '#surfaces/mcp/index.ts';
import { createServer } from '#surfaces/rest/server.ts';
import { serveApi } from './lib/api.ts';
import { createDatabase, SECRET } from './lib/database.ts';
import { httpText } from './lib/load.ts';
import { claim, type Round, runContest, say } from './lib/rounds.ts';
import { type BenchTenant, seed } from './lib/seed.ts';
import { announce, served, type Side, startSide } from './lib/side.ts';

const TENANTS = 100;
const ROWS = 20_000;
const CONNECTIONS = 32;
const ROUNDS = 8;
const SECONDS = 1;
const WARM_SECONDS = 5;
const TOOLS = 200;
const INFO = { name: 'smarteros', version: '0.0.0' };
const NO_LIMIT = 1_000_000_000;
const MODERN = '2026-07-28';

/** What the server's answer is made of; the bare ones answer with nothing else. */
interface Answers {
  readonly call: string;
  readonly tool: string;
}
interface Data {
  readonly url: string;
  readonly home: string;
  readonly answers: Answers;
}

async function listen(app: FastifyInstance): Promise<void> {
  await app.listen({ host: '127.0.0.1', port: 0 });
  announce((app.server.address() as AddressInfo).port, () => app.close());
}

/** The floor below both: JSON in, the answer's bytes out. */
async function serveFloor({ answers }: Data): Promise<void> {
  const app = fastify({ logger: false });
  app.post('/mcp', (_request, reply) => reply.header('content-type', 'application/json').send(answers.call));
  await listen(app);
}

/** The SDK at its cheapest (low-level server, the body already parsed), giving the same answer to every call. */
async function serveSdk({ answers }: Data): Promise<void> {
  const structuredContent = JSON.parse(answers.tool) as Record<string, unknown>;
  const result = { content: [{ type: 'text' as const, text: answers.tool }], structuredContent };
  const handler = createMcpHandler(() => {
    const server = new Server(INFO, { capabilities: { tools: {} } });
    server.setRequestHandler('tools/call', () => result);
    return server;
  });
  const app = fastify({ logger: false });
  app.post('/mcp', async (request, reply) => {
    const headers = new Headers(request.headers as Record<string, string>);
    const asked = new Request('http://localhost/mcp', { method: 'POST', headers });
    const answer = await handler.fetch(asked, { parsedBody: request.body });
    return reply
      .code(answer.status)
      .header('content-type', 'application/json')
      .send(Buffer.from(await answer.arrayBuffer()));
  });
  await listen(app);
}

/** Contacts' operations under as many names as there are to be tools. */
function paddedOperations(): Operation[] {
  const operations = contactOperations([], []);
  return Array.from({ length: TOOLS }, (_, n): Operation => {
    const { alias: _alias, ...operation } = operations[n % operations.length]!;
    const round = Math.floor(n / operations.length);
    const name = operation.name.replace('.', `${round}.`);
    return { ...operation, name, route: operation.route.replace(' /', ` /round${round}/`) };
  });
}

/** The product's kernel and surfaces, with as many operations as the claim speaks of. */
async function servePadded({ url }: Data): Promise<void> {
  const pool = createPool({ url, secret: Buffer.from(SECRET), role: 'app', max: 4 });
  const log = createLogger({ level: 'info', service: 'api' });
  const telemetry = createTelemetry();
  const limiter = (name: string) => memoryLimiter(name, NO_LIMIT, 60);
  const kernel = createKernel({
    catalogue: compileCatalogue(paddedOperations()),
    pools: { app: pool, operator: pool, identity: pool },
    authenticators: [keyAuthenticator(pool, () => {})],
    limits: { ip: limiter('ip'), key: limiter('key'), tenant: limiter('tenant') },
    clock: systemClock,
    log,
    capability: () => undefined,
    afterEvents: () => {},
    observe: (operation, result, seconds) => telemetry.operations.observe([operation, result], seconds),
  });
  const app = createServer({
    kernel,
    log,
    publicUrl: 'http://127.0.0.1',
    corsOrigins: [],
    trustedProxies: [],
    observe: (method, route, status, seconds) =>
      telemetry.requests.observe([method, route, String(status)], seconds),
  });
  registerMcp(app, { kernel, serverInfo: INFO, allowedOrigins: [], publicUrl: 'http://localhost', log });
  await listen(app);
}

function rpc(
  tenant: BenchTenant,
  method: 'tools/call' | 'tools/list',
  params: object,
  path = '/mcp',
): string {
  const meta = {
    'io.modelcontextprotocol/protocolVersion': MODERN,
    'io.modelcontextprotocol/clientInfo': { name: 'bench', version: '1.0.0' },
    'io.modelcontextprotocol/clientCapabilities': {},
  };
  const headers = {
    authorization: `Bearer ${tenant.key}`,
    'content-type': 'application/json',
    accept: 'application/json, text/event-stream',
    'mcp-protocol-version': MODERN,
    'mcp-method': method,
    ...(method === 'tools/call' && { 'mcp-name': 'core_contacts' }),
  };
  const body = { jsonrpc: '2.0', id: 1, method, params: { ...params, _meta: meta } };
  return httpText('POST', path, headers, JSON.stringify(body));
}

const REQUESTS: Readonly<Record<string, (tenant: BenchTenant) => string>> = {
  rest: (tenant) => httpText('GET', '/contacts', { authorization: `Bearer ${tenant.key}` }),
  call: (tenant) => rpc(tenant, 'tools/call', { name: 'core_contacts', arguments: {} }),
  list: (tenant) => rpc(tenant, 'tools/list', {}, '/mcp/all'),
  short: (tenant) => rpc(tenant, 'tools/list', {}),
};
const requestOf = (side: string, tenant: BenchTenant): string =>
  (REQUESTS[side] ?? REQUESTS['call']!)(tenant);

async function ask(port: number, text: string): Promise<string> {
  const [head = '', body = ''] = text.split('\r\n\r\n');
  const [first = '', ...lines] = head.split('\r\n');
  const [method = '', path = ''] = first.split(' ');
  const headers = lines.map((line) => line.split(': ') as [string, string]);
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: headers.filter(([name]) => name !== 'host' && name !== 'content-length'),
    ...(body !== '' && { body }),
  });
  const said = await answer.text();
  assert.equal(answer.status, 200, said);
  return said;
}

async function main(): Promise<void> {
  const database = await createDatabase();
  const tenants = await seed(database, { tenants: TENANTS, rows: ROWS });
  const { url, home } = database;
  const first = tenants[0]!;
  const start = (name: string, answers: Answers): Promise<Side> =>
    startSide(import.meta.filename, name, { home, data: { url, home, answers } satisfies Data });

  const nothing = { call: '', tool: '' };
  const api = await start('api', nothing);
  const answers = {
    tool: await ask(api.port, requestOf('rest', first)),
    call: await ask(api.port, requestOf('call', first)),
  };
  const [sdk, floor, padded] = await Promise.all(
    ['sdk', 'floor', 'padded'].map((name) => start(name, answers)),
  );
  const resultOf = (text: string) => (JSON.parse(text) as { result: Record<string, unknown> }).result;
  const content = ({ content: shown, structuredContent }: Record<string, unknown>) => ({
    shown,
    structuredContent,
  });
  assert.deepEqual(
    content(resultOf(answers.call)),
    content(resultOf(await ask(sdk!.port, requestOf('call', first)))),
  );
  const whole = await ask(padded!.port, requestOf('list', first));
  assert.equal((resultOf(whole)['tools'] as unknown[]).length, TOOLS);
  const short = await ask(padded!.port, requestOf('short', first));

  const results = await runContest({
    sides: [
      { ...api, name: 'rest' },
      { ...api, name: 'call' },
      { ...padded!, name: 'list' },
      { ...sdk!, name: 'sdk' },
      { ...floor!, name: 'floor' },
    ],
    rounds: ROUNDS,
    seconds: SECONDS,
    warmSeconds: WARM_SECONDS,
    load: (side) => {
      const requests = tenants.map((tenant) => Buffer.from(requestOf(side.name, tenant)));
      return { connections: CONNECTIONS, request: (n) => requests[n % requests.length]! };
    },
  });
  for (const side of [api, sdk, floor, padded]) await side!.stop();

  console.log(
    `CPU of the server's process, the least of ${ROUNDS} interleaved rounds; ${CONNECTIONS} connections`,
  );
  const least = (name: string): number => Math.min(...results.get(name)!.map((round: Round) => round.cpu));
  for (const name of results.keys()) say(`${name} CPU`, least(name), 'µs/request');
  const ours = least('call') - least('rest');
  const theirs = least('sdk') - least('floor');
  say('MCP over REST', ours, 'µs');
  say('SDK over Fastify', theirs, 'µs');
  claim('MCP over REST ÷ SDK over Fastify', ours / theirs, { atMost: 1.2 });
  say(`list of ${TOOLS} tools, whole`, whole.length, 'bytes');
  say('the same, short', short.length, 'bytes');
  claim(`list of ${TOOLS} tools ÷ one call`, least('list') / least('call'), { atMost: 6 });
}

const SIDES: Readonly<Record<string, (data: Data) => Promise<void>>> = {
  api: serveApi,
  padded: servePadded,
  sdk: serveSdk,
  floor: serveFloor,
};

const mine = served<Data>();
await (mine ? SIDES[mine.name]!(mine.data) : main());
