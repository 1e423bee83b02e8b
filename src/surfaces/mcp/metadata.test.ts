import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { fakeKernel } from '#test/conformance/fake-kernel.ts';
import { createFront, modern, send, SERVER } from '#test/conformance/front.ts';

const VERSION = 'io.modelcontextprotocol/protocolVersion';
const CAPABILITIES = 'io.modelcontextprotocol/clientCapabilities';
const CLIENT = 'io.modelcontextprotocol/clientInfo';
const SERVER_INFO = 'io.modelcontextprotocol/serverInfo';
const CALL = { name: 'notes_list', arguments: {} };
const base64 = (text: string): string => `=?base64?${Buffer.from(text).toString('base64')}?=`;

describe('metadata of a modern request', () => {
  let app: FastifyInstance;
  before(() => {
    app = createFront(fakeKernel());
  });
  after(() => app.close());

  const refusal = async (message: ReturnType<typeof modern>): Promise<unknown[]> => {
    const { statusCode, rpc } = await send(app, message);
    return [statusCode, rpc.error?.code, rpc.id];
  };
  /** Our two methods take a path of their own, so each rule is tried on both and on one of the SDK's. */
  const METHODS = [
    ['tools/list', {}],
    ['tools/call', CALL],
    ['server/discover', {}],
  ] as const;

  for (const [method, params] of METHODS) {
    it(`${method}: needs version and capabilities in _meta, but no client info`, async () => {
      for (const name of [VERSION, CAPABILITIES]) {
        const message = modern(method, { id: 'm', params, meta: { [name]: undefined } });
        assert.deepEqual(await refusal(message), [400, -32602, 'm'], name);
      }
      const bare = modern(method, { id: 'm' });
      assert.deepEqual(await refusal({ ...bare, payload: { ...bare.payload, params: params as never } }), [
        400,
        -32602,
        'm',
      ]);
      assert.deepEqual(await refusal(modern(method, { id: 'm', params, meta: { [CAPABILITIES]: 'all' } })), [
        400,
        -32602,
        'm',
      ]);
      assert.deepEqual(await refusal(modern(method, { id: 'm', params, meta: { [CLIENT]: 'me' } })), [
        400,
        -32602,
        'm',
      ]);
      assert.deepEqual(await refusal(modern(method, { id: 'm', params, meta: { [CLIENT]: undefined } })), [
        200,
        undefined,
        'm',
      ]);
    });

    it(`${method}: headers must be there and say what the body says`, async () => {
      for (const headers of [
        { 'mcp-protocol-version': undefined },
        { 'mcp-protocol-version': '2025-11-25' },
        { 'mcp-method': undefined },
        { 'mcp-method': 'ping' },
        { 'mcp-method': method.toUpperCase() },
      ]) {
        const answer = await refusal(modern(method, { id: 7, params, headers }));
        assert.deepEqual(answer, [400, -32020, 7], JSON.stringify(headers));
      }
    });

    it(`${method}: names the versions that we serve to whoever asks for another`, async () => {
      for (const version of ['v999.0.0', '2027-01-01', '2025-11-25']) {
        const headers = { 'mcp-protocol-version': version };
        const { statusCode, rpc } = await send(
          app,
          modern(method, { params, headers, meta: { [VERSION]: version } }),
        );
        assert.deepEqual([statusCode, rpc.error?.code], [400, -32022], version);
        assert.deepEqual(rpc.error?.data, { supported: ['2026-07-28'], requested: version });
      }
    });
  }

  it('compares the tool’s name with Mcp-Name', async () => {
    for (const name of [
      undefined,
      'notes_create',
      'NOTES_LIST',
      base64('notes_create'),
      '=?base64?%%?=',
      '=?base64?bm90ZXNfbGlzdA?=',
    ]) {
      const answer = await refusal(modern('tools/call', { params: CALL, headers: { 'mcp-name': name } }));
      assert.deepEqual(answer, [400, -32020, 1], name);
    }
    for (const headers of [{ 'mcp-name': base64('notes_list') }, { 'mcp-name': ' notes_list ' }]) {
      assert.deepEqual(await refusal(modern('tools/call', { params: CALL, headers })), [200, undefined, 1]);
    }
    const marker = { 'mcp-name': base64('notes_list').replace('base64', 'BASE64') };
    assert.equal((await refusal(modern('tools/call', { params: CALL, headers: marker })))[1], -32020);
  });

  it('reads header names without case', async () => {
    const { headers, ...message } = modern('tools/call', { params: CALL });
    const loud = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toUpperCase(), value]),
    );
    assert.equal((await send(app, { ...message, headers: loud })).statusCode, 200);
  });

  it('answers methods that it doesn’t have with 404', async () => {
    const removed = [
      'initialize',
      'ping',
      'logging/setLevel',
      'resources/subscribe',
      'sampling/createMessage',
    ];
    const undeclared = [
      'prompts/list',
      'resources/list',
      'completion/complete',
      'tasks/get',
      'toString',
      'nonsense',
    ];
    for (const method of [...removed, ...undeclared]) {
      assert.deepEqual(await refusal(modern(method, { id: 9 })), [404, -32601, 9], method);
    }
  });

  it('takes foreign and tracing keys in _meta, and a progress token', async () => {
    const meta = {
      traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
      tracestate: 'a=b',
      baggage: 'c=d',
      progressToken: 3,
      'com.example/anything': [1],
    };
    assert.deepEqual(await refusal(modern('tools/call', { params: CALL, meta })), [200, undefined, 1]);
  });

  it('remembers nothing from one request to the next', async () => {
    const [first, second] = await Promise.all([
      send(app, modern('tools/list', { token: 'writer' })),
      send(app, modern('tools/list', { token: 'reader' })),
    ]);
    assert.notDeepEqual(first.rpc.result, second.rpc.result);
    const bare = modern('tools/call', { params: CALL, meta: { [CAPABILITIES]: undefined } });
    assert.deepEqual(await refusal(bare), [400, -32602, 1]);
  });

  it('describes itself to server/discover, with tools as its only capability', async () => {
    const { result } = (await send(app, modern('server/discover'))).rpc;
    assert.deepEqual(result?.['supportedVersions'], ['2026-07-28']);
    assert.deepEqual(result?.['capabilities'], { tools: {} });
    assert.match(String(result?.['instructions']), /dryRun/);
    assert.ok((result?.['ttlMs'] as number) > 0);
    assert.equal(result?.['cacheScope'], 'public');
  });

  it('types and signs every result', async () => {
    for (const [method, params] of METHODS) {
      const { resultType, _meta } = (await send(app, modern(method, { params }))).rpc.result!;
      assert.equal(resultType, 'complete', method);
      assert.deepEqual((_meta as Record<string, unknown>)[SERVER_INFO], SERVER, method);
    }
  });
});
