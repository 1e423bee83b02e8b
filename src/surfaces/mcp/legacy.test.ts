import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { FastifyInstance } from 'fastify';
import { fakeKernel } from '#test/conformance/fake-kernel.ts';
import { createFront, legacy, modern, send, SERVER } from '#test/conformance/front.ts';

const CLIENT = { capabilities: {}, clientInfo: { name: 'old', version: '1' } };
const initialize = (protocolVersion: string) =>
  legacy('initialize', {
    params: { protocolVersion, ...CLIENT },
    headers: { 'mcp-protocol-version': undefined },
  });

describe('clients of 2025-11-25 and before', () => {
  let app: FastifyInstance;
  before(() => {
    app = createFront(fakeKernel());
  });
  after(() => app.close());

  it('shake hands in their own revision, or in our latest of that kind', async () => {
    for (const [asked, given] of [
      ['2025-11-25', '2025-11-25'],
      ['2025-06-18', '2025-06-18'],
      ['2025-03-26', '2025-03-26'],
      ['2019-01-01', '2025-11-25'],
    ] as const) {
      const { statusCode, rpc } = await send(app, initialize(asked));
      assert.equal(statusCode, 200);
      assert.equal(rpc.result?.['protocolVersion'], given);
      assert.deepEqual(rpc.result?.['serverInfo'], SERVER);
      assert.deepEqual(rpc.result?.['capabilities'], { tools: {} });
    }
  });

  it('get 202 for notifications and for answers to nothing', async () => {
    const { headers } = legacy('x');
    for (const payload of [
      { jsonrpc: '2.0', method: 'notifications/initialized' },
      { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } },
      { jsonrpc: '2.0', id: 1, result: {} },
    ]) {
      const { statusCode, body } = await app.inject({ method: 'POST', url: '/mcp', headers, payload });
      assert.deepEqual([statusCode, body], [202, '']);
    }
  });

  it('ping', async () => {
    assert.deepEqual((await send(app, legacy('ping', { id: 'p' }))).rpc, {
      jsonrpc: '2.0',
      id: 'p',
      result: {},
    });
  });

  it('list and call without the new revision’s words', async () => {
    const list = (await send(app, legacy('tools/list'))).rpc.result!;
    assert.deepEqual(Object.keys(list), ['tools']);
    const current = (await send(app, modern('tools/list'))).rpc.result!;
    assert.deepEqual(list['tools'], current['tools']);

    const call = await send(
      app,
      legacy('tools/call', { params: { name: 'notes_list', arguments: { limit: 3 } } }),
    );
    const result = call.rpc.result!;
    assert.deepEqual(Object.keys(result), ['content', 'structuredContent']);
    assert.equal((result['structuredContent'] as { limit: number }).limit, 3);
    assert.equal(call.headers['content-type'], 'application/json; charset=utf-8');
  });

  it('need no handshake and no version, but what they send must be served', async () => {
    const status = async (version: string | undefined): Promise<number> =>
      (await send(app, legacy('tools/list', { headers: { 'mcp-protocol-version': version } }))).statusCode;
    assert.equal(await status(undefined), 200);
    assert.equal(await status('2025-03-26'), 200);
    assert.equal(await status('2019-01-01'), 400);
    assert.equal(await status('nonsense'), 400);
    assert.equal(await status('2026-07-28'), 400, 'that one belongs into _meta as well');
  });

  it('must accept both kinds of answer', async () => {
    for (const accept of ['application/json', 'text/event-stream', undefined]) {
      const { statusCode, rpc } = await send(app, legacy('tools/list', { headers: { accept } }));
      assert.deepEqual([statusCode, typeof rpc.error?.code], [406, 'number']);
    }
  });

  it('get the same errors: tools in the result, the protocol’s own beside it', async () => {
    const invalid = (
      await send(app, legacy('tools/call', { params: { name: 'notes_create', arguments: {} } }))
    ).rpc;
    assert.equal(invalid.result?.['isError'], true);
    assert.equal(
      (await send(app, legacy('tools/call', { params: { name: 'nothing' } }))).rpc.error?.code,
      -32602,
    );
    assert.equal((await send(app, legacy('tools/call'))).rpc.error?.code, -32602);
    assert.equal(
      (await send(app, legacy('tools/list', { params: { cursor: 'x' } }))).rpc.error?.code,
      -32602,
    );
    assert.equal((await send(app, legacy('resources/list'))).rpc.error?.code, -32601);
    const refused = await send(
      app,
      legacy('tools/call', { token: 'reader', params: { name: 'notes_create' } }),
    );
    assert.equal(refused.rpc.result?.['isError'], true, 'arguments are looked at first');
    const args = { name: 'notes_create', arguments: { title: 'a' } };
    assert.equal((await send(app, legacy('tools/call', { token: 'reader', params: args }))).statusCode, 403);
  });

  it('share the path with modern ones, at the same time', async () => {
    const both = await Promise.all(
      Array.from({ length: 20 }, (_, i) => send(app, (i % 2 ? modern : legacy)('tools/list', { id: i }))),
    );
    both.forEach(({ rpc }, i) => {
      assert.equal(rpc.id, i);
      assert.equal(rpc.result?.['resultType'], i % 2 ? 'complete' : undefined);
    });
  });

  it('are told by initialize in modern dress that it is gone, so that they fall back', async () => {
    assert.deepEqual((await send(app, modern('initialize', { params: CLIENT }))).rpc.error?.code, -32601);
  });
});
