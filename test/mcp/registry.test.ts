import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { namespaceOf, toResponses } from '#surfaces/registry/entries.ts';
import { createTestApi, type TestApi } from '#test/harness/api.ts';

const META = 'io.modelcontextprotocol.registry/official';
const text = (maxLength: number) => ({ type: 'string', minLength: 1, maxLength });
const moment = { type: 'string', format: 'date-time' };

/** What the registry's API promises of a version (OpenAPI of 2025-12-01) and server.json of itself (2025-12-11). */
const RESPONSE = {
  type: 'object',
  required: ['server', '_meta'],
  additionalProperties: false,
  properties: {
    server: {
      type: 'object',
      required: ['$schema', 'name', 'description', 'version'],
      properties: {
        name: { ...text(200), pattern: '^[a-zA-Z0-9.-]+/[a-zA-Z0-9._-]+$' },
        title: text(100),
        description: text(100),
        version: text(255),
        websiteUrl: { type: 'string', format: 'uri' },
        packages: {
          type: 'array',
          items: { type: 'object', required: ['registryType', 'identifier', 'version', 'transport'] },
        },
        remotes: {
          type: 'array',
          items: {
            type: 'object',
            required: ['type', 'url'],
            properties: { type: { enum: ['streamable-http', 'sse'] }, url: { type: 'string' } },
          },
        },
      },
    },
    _meta: {
      type: 'object',
      required: [META],
      properties: {
        [META]: {
          type: 'object',
          required: ['status', 'statusChangedAt', 'publishedAt', 'updatedAt', 'isLatest'],
          additionalProperties: false,
          properties: {
            status: { enum: ['active', 'deprecated', 'deleted'] },
            statusMessage: text(500),
            statusChangedAt: moment,
            publishedAt: moment,
            updatedAt: moment,
            isLatest: { type: 'boolean' },
          },
        },
      },
    },
  },
};
const LIST = {
  type: 'object',
  required: ['servers', 'metadata'],
  additionalProperties: false,
  properties: {
    servers: { type: 'array', items: RESPONSE },
    metadata: {
      type: 'object',
      required: ['count'],
      additionalProperties: false,
      properties: { nextCursor: { type: 'string' }, count: { type: 'integer' } },
    },
  },
};
interface Listed {
  readonly server: {
    readonly name: string;
    readonly version: string;
    readonly remotes?: readonly { readonly url: string }[];
  };
  readonly _meta: Readonly<
    Record<string, { readonly isLatest: boolean; readonly status: string; readonly updatedAt: string }>
  >;
}
interface ServerList {
  readonly servers: readonly Listed[];
  readonly metadata: { readonly nextCursor?: string; readonly count: number };
}
const ajv = new Ajv2020({ strict: false });
addFormats.default(ajv);
const isList = ajv.compile<ServerList>(LIST);
const isOne = ajv.compile<Listed>(RESPONSE);

describe('the registry of MCP servers', () => {
  let t: TestApi;
  before(async () => {
    t = await createTestApi({
      settings: { SMARTEROS_DOMAIN: 'example.cl', SMARTEROS_PUBLIC_URL: 'https://api.example.cl' },
    });
  });
  after(() => t.stop());

  async function list(query = ''): Promise<ServerList> {
    const { status, body } = await t.request(`GET /v0.1/servers${query}`);
    assert.equal(status, 200, JSON.stringify(body));
    assert.ok(isList(body), JSON.stringify(isList.errors));
    return body;
  }
  const ids = async (query = ''): Promise<string[]> =>
    (await list(query)).servers.map(({ server }) => `${server.name} ${server.version}`);
  const path = (name: string) => `/v0.1/servers/${encodeURIComponent(name)}/versions`;
  const server = (version: string, name = 'com.acme/tools') => ({
    name,
    description: 'Tools of Acme.',
    version,
    remotes: [{ type: 'streamable-http', url: 'https://mcp.acme.com' }],
  });
  const add = (version: string, name?: string, token = t.operatorKey) =>
    t.request('POST /servers', { token, body: { server: server(version, name) } });

  it('is kept by the operator alone', async () => {
    const { key } = await t.tenant();
    assert.equal((await add('1.0.0', undefined, key)).body.code, 'forbidden');
    assert.equal((await t.request('GET /servers', { token: key })).body.code, 'forbidden');
    assert.equal((await t.request('POST /servers', { body: { server: server('1.0.0') } })).status, 401);
    for (const [method, url] of [
      ['POST', '/v0.1/publish'],
      ['DELETE', `${path('com.acme/tools')}/1.0.0`],
      ['PUT', `${path('com.acme/tools')}/1.0.0`],
      ['PATCH', `${path('com.acme/tools')}/1.0.0/status`],
      ['PATCH', '/v0.1/servers/com.acme%2Ftools/status'],
    ]) {
      const { status, body } = await t.request(`${method} ${url}`, { token: t.operatorKey, body: {} });
      assert.equal(status, 501, url);
      assert.equal(typeof body.error, 'string');
    }
  });

  it('shows our own servers and Hostinger’s to everybody', async () => {
    const { servers } = await list();
    assert.deepEqual(
      servers.map(({ server: { name } }) => name),
      [
        'cl.example/smarter',
        'cl.example/validator',
        'cl.example/vault',
        'io.github.hostinger/hostinger-api-mcp',
      ],
    );
    assert.deepEqual(
      servers.slice(0, 3).map((one) => one.server.remotes![0]!.url),
      [
        'https://api.example.cl/mcp',
        'https://api.example.cl/mcp/validator',
        'https://api.example.cl/mcp/vault',
      ],
    );
  });

  it('keeps versions, newest first, and says which is the latest', async () => {
    for (const version of ['1.9.0', '1.10.0', '1.10.0-rc.1'])
      assert.equal((await add(version)).status, 200, version);
    assert.equal((await add('1.9.0')).body.code, 'conflict');
    const { body } = await t.request(`GET ${path('com.acme/tools')}`);
    assert.ok(isList(body), JSON.stringify(isList.errors));
    assert.deepEqual(
      body.servers.map((one: Listed) => [one.server.version, one._meta[META]!.isLatest]),
      [
        ['1.10.0', true],
        ['1.10.0-rc.1', false],
        ['1.9.0', false],
      ],
    );
    const latest = await t.request(`GET ${path('com.acme/tools')}/latest`);
    assert.ok(isOne(latest.body), JSON.stringify(isOne.errors));
    assert.equal(latest.body.server.version, '1.10.0');
    assert.equal((await t.request(`GET ${path('com.acme/tools')}/1.9.0`)).body.server.version, '1.9.0');
    assert.deepEqual(await ids('?search=ACME&version=latest'), ['com.acme/tools 1.10.0']);
    assert.deepEqual(await ids('?version=1.9.0'), ['com.acme/tools 1.9.0']);
  });

  it('gives the whole list page by page, also when it changes meanwhile', async () => {
    const whole = await ids();
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const { servers, metadata } = await list(`?limit=2${cursor ? `&cursor=${cursor}` : ''}`);
      assert.equal(metadata.count, servers.length);
      seen.push(...servers.map((one) => `${one.server.name} ${one.server.version}`));
      cursor = metadata.nextCursor;
    } while (cursor !== undefined);
    assert.deepEqual(seen, whole);
    const gone = Buffer.from('com.acme/gone:1.0.0').toString('base64url');
    assert.deepEqual((await ids(`?limit=1&cursor=${gone}`))[0], 'com.acme/tools 1.10.0');
  });

  it('tells copies of the list what was taken off, and lists it anew', async () => {
    const { body } = await t.request('GET /servers', { token: t.operatorKey });
    const one = body.data.find((row: Listed) => row.server.version === '1.10.0');
    const start = new Date().toISOString();
    assert.equal(
      (await t.request(`DELETE /servers/${one.id}`, { token: t.operatorKey })).body.status,
      'deleted',
    );
    assert.deepEqual(await ids('?search=acme&version=latest'), ['com.acme/tools 1.10.0-rc.1']);
    assert.equal((await t.request(`GET ${path('com.acme/tools')}/1.10.0`)).status, 404);
    assert.equal((await t.request(`GET ${path('com.acme/tools')}/1.10.0?include_deleted=true`)).status, 200);
    assert.deepEqual(await ids(`?updated_since=${start}`), ['com.acme/tools 1.10.0']);
    assert.equal((await add('1.10.0')).body.id, one.id);
    assert.deepEqual(await ids('?search=acme&version=latest'), ['com.acme/tools 1.10.0']);
    const nobody = '01960000-0000-7000-8000-0000000000ff';
    assert.equal((await t.request(`DELETE /servers/${nobody}`, { token: t.operatorKey })).status, 404);
  });

  it('lets nobody take the name of a server of ours', async () => {
    assert.equal((await add('99.0.0', 'cl.example/vault')).status, 200);
    const { body } = await t.request(`GET ${path('cl.example/vault')}`);
    assert.deepEqual(
      body.servers.map((one: Listed) => one.server.remotes![0]!.url),
      ['https://api.example.cl/mcp/vault'],
    );
  });

  it('refuses descriptions that are none', async () => {
    for (const change of [
      { name: 'no-slash' },
      { name: 'a/b/c' },
      { name: 'a b/c' },
      { description: '' },
      { description: 'x'.repeat(101) },
      { version: 'latest' },
      { version: '^1.2.3' },
      { version: '1.x' },
      { version: '>=1.0.0' },
      { remotes: [{ type: 'streamable-http', url: 'javascript:alert(1)' }] },
      { remotes: [{ type: 'carrier-pigeon', url: 'https://example.com' }] },
      { surprise: true },
    ]) {
      const body = { server: { ...server('2.0.0'), ...change } };
      const answer = await t.request('POST /servers', { token: t.operatorKey, body });
      assert.equal(answer.body.code, 'invalid_input', JSON.stringify(change));
    }
  });

  it('answers what it can’t understand by the API’s own errors', async () => {
    for (const query of [
      'limit=0',
      'limit=101',
      'limit=ten',
      'limit=1&limit=2',
      'updated_since=yesterday',
      'include_deleted=maybe',
      'cursor=***',
      'cursor=abc',
    ]) {
      const { status, body } = await t.request(`GET /v0.1/servers?${query}`);
      assert.deepEqual([status, Object.keys(body)], [400, ['error']], query);
    }
    for (const url of [path('com.acme/nothing'), `${path('com.acme/tools')}/9.9.9`, path('%00')]) {
      const { status, body } = await t.request(`GET ${url}`);
      assert.deepEqual([status, body], [404, { error: 'Server not found' }], url);
    }
    assert.equal((await t.request('GET /v0.1/servers', { token: 'smk_wrong' })).status, 401);
    assert.deepEqual(await ids('?search=nothing-like-it'), []);
  });

  it('need not be sent twice, and is limited like everything public', async () => {
    const first = await t.request('GET /v0.1/servers');
    assert.match(String(first.headers['cache-control']), /^public/);
    const etag = String(first.headers['etag']);
    const again = await t.request('GET /v0.1/servers', { headers: { 'if-none-match': etag } });
    assert.equal(again.status, 304);
    await add('3.0.0');
    const changed = await t.request('GET /v0.1/servers', { headers: { 'if-none-match': etag } });
    assert.equal(changed.status, 200);
    const few = await createTestApi({ beside: t, settings: { SMARTEROS_RATE_LIMIT_IP: '2' } });
    const answers = [];
    for (let i = 0; i < 3; i += 1) answers.push(await few.request('GET /v0.1/servers'));
    await few.stop();
    assert.deepEqual(
      answers.map(({ status }) => status),
      [200, 200, 429],
    );
    assert.ok(Number(answers[2]!.headers['retry-after']) > 0);
    assert.deepEqual(Object.keys(answers[2]!.body), ['error']);
  });
});

describe('entries of the registry', () => {
  it('turn hosts around for names', () => {
    assert.equal(namespaceOf('API.Example.cl'), 'cl.example.api');
    assert.equal(namespaceOf('localhost'), 'localhost');
    assert.equal(namespaceOf('127.0.0.1'), 'localhost');
    assert.equal(namespaceOf('[::1]'), 'localhost');
  });

  it('order what is no semantic version by when it was listed', () => {
    const entry = (version: string, publishedAt: string) => ({
      server: { name: 'a/b', description: 'c', version },
      status: 'active' as const,
      statusChangedAt: publishedAt,
      publishedAt,
      updatedAt: publishedAt,
    });
    const sorted = toResponses([
      entry('b-side', '2026-01-01'),
      entry('a-side', '2026-02-01'),
      entry('1.0.0', '2026-01-15'),
    ]);
    assert.deepEqual(
      sorted.map(({ entry: { server } }) => server.version),
      ['a-side', '1.0.0', 'b-side'],
    );
  });
});
