import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { fakeKernel, type FakeKernel } from '#test/conformance/fake-kernel.ts';
import { createFront, FRIEND, legacy, modern, PUBLIC_URL, send } from '#test/conformance/front.ts';

const CALL = { name: 'notes_list', arguments: {} };

describe('transport', () => {
  let kernel: FakeKernel;
  let app: FastifyInstance;
  beforeEach(() => {
    kernel = fakeKernel();
    app = createFront(kernel, { bodyLimit: 2000 });
  });
  afterEach(() => app.close());

  describe('who may call', () => {
    it('asks for a bearer token, and looks nowhere else for it', async () => {
      const without = modern('tools/call', { params: CALL, headers: { authorization: undefined } });
      for (const url of ['/mcp', '/mcp?token=writer&access_token=writer', '/mcp?key=writer']) {
        const { statusCode, headers, body } = await app.inject({ ...without, url });
        assert.equal(statusCode, 401);
        assert.equal(headers['www-authenticate'], 'Bearer');
        assert.match(String(headers['content-type']), /^application\/problem\+json/);
        assert.equal(JSON.parse(body).code, 'unauthenticated');
      }
      assert.deepEqual(kernel.calls, []);
    });

    it('says when a token is no good, in whatever form it comes', async () => {
      for (const authorization of ['Bearer nonsense', 'Basic d3JpdGVyOg==', 'Bearer', 'writer']) {
        const answer = await app.inject(modern('tools/list', { headers: { authorization } }));
        assert.equal(answer.statusCode, 401, authorization);
        assert.equal(answer.headers['www-authenticate'], 'Bearer error="invalid_token"');
      }
    });

    it('authenticates every request, and before its body is read', async () => {
      const broken = { ...modern('tools/list', { token: 'nonsense' }), payload: '{' };
      assert.equal((await app.inject(broken)).statusCode, 401);
      for (const message of [modern('server/discover'), legacy('ping'), legacy('initialize')]) {
        const headers = { ...message.headers, authorization: '' };
        assert.equal((await app.inject({ ...message, headers })).statusCode, 401);
      }
    });

    it('passes the rate limit on, with the time to wait', async () => {
      const { statusCode, headers } = await app.inject(modern('tools/list', { token: 'busy' }));
      assert.equal(statusCode, 429);
      assert.equal(headers['retry-after'], '7');
    });

    it('keeps the caller’s token to itself', async () => {
      await send(app, modern('tools/call', { params: CALL }));
      assert.doesNotMatch(JSON.stringify(kernel.calls[0]?.input), /writer/);
    });
  });

  describe('where from', () => {
    it('refuses pages of strangers with 403 and an error without id', async () => {
      for (const origin of [
        'https://evil.example.com',
        'null',
        'http://api.example.com',
        'http://localhost:3000',
        '',
      ]) {
        const { statusCode, rpc } = await send(app, modern('tools/list', { headers: { origin } }));
        assert.equal(statusCode, 403, origin);
        assert.equal(rpc.error?.code, -32600);
        assert.ok(!('id' in rpc));
      }
      assert.deepEqual(kernel.tokens, []);
    });

    it('lets our own pages, listed ones and programs without Origin in', async () => {
      for (const origin of [PUBLIC_URL, FRIEND, undefined]) {
        assert.equal(
          (await send(app, modern('tools/list', { headers: { origin } }))).statusCode,
          200,
          origin,
        );
      }
    });
  });

  describe('what and how', () => {
    it('answers every method but POST with 405', async () => {
      for (const method of ['GET', 'DELETE', 'PUT', 'PATCH', 'HEAD', 'OPTIONS'] as const) {
        const { statusCode, headers } = await app.inject({
          method,
          url: '/mcp',
          headers: { accept: 'text/event-stream' },
        });
        assert.equal(statusCode, 405, method);
        assert.equal(headers.allow, 'POST');
      }
    });

    it('refuses a body that is not one JSON message', async () => {
      const cases: [payload: unknown, type: string | undefined, status: number, code: number][] = [
        ['{', 'application/json', 400, -32700],
        ['', 'application/json', 400, -32700],
        ['"text"', 'application/json', 400, -32600],
        [[modern('tools/list').payload], 'application/json', 400, -32600],
        [[], 'application/json', 400, -32600],
        [{ jsonrpc: '2.0', method: 7 }, 'application/json', 400, -32600],
        [JSON.stringify(modern('tools/list').payload), 'text/plain', 415, -32600],
        [JSON.stringify(modern('tools/list').payload), 'application/xml', 415, -32600],
        [{ ...modern('tools/list').payload, padding: 'x'.repeat(2000) }, 'application/json', 413, -32600],
      ];
      for (const [payload, type, status, code] of cases) {
        const message = modern('tools/list', { headers: { 'content-type': type } });
        const { statusCode, rpc } = await send(app, { ...message, payload: payload as string });
        assert.deepEqual([statusCode, rpc.error?.code], [status, code], JSON.stringify(payload).slice(0, 80));
        assert.ok(!('id' in rpc), 'an id that could not be read is left out, never null');
      }
      assert.deepEqual(kernel.calls, []);
    });

    it('refuses a request without any body', async () => {
      const { headers } = modern('tools/list', { headers: { 'content-type': undefined } });
      const { statusCode, rpc } = await send(app, { method: 'POST', url: '/mcp', headers });
      assert.deepEqual([statusCode, typeof rpc.error?.code], [415, 'number']);
    });

    it('takes strings and integers as ids, and nothing else', async () => {
      for (const id of [1, 0, -5, 'a', '', '"quoted"\n']) {
        assert.equal((await send(app, modern('tools/list', { id }))).rpc.id, id);
        assert.equal((await send(app, modern('tools/call', { id, params: CALL }))).rpc.id, id);
      }
      for (const id of [null, 1.5, {}, [1], true]) {
        const { statusCode, rpc } = await send(app, modern('tools/list', { id }));
        assert.deepEqual(
          [statusCode, rpc.error?.code, 'id' in rpc],
          [400, -32600, false],
          JSON.stringify(id),
        );
      }
    });

    it('accepts notifications with 202 and no body', async () => {
      const { headers } = modern('notifications/cancelled');
      const payload = { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: 1 } };
      const { statusCode, body } = await app.inject({ method: 'POST', url: '/mcp', headers, payload });
      assert.deepEqual([statusCode, body], [202, '']);
    });

    it('answers with one JSON body and mints no session', async () => {
      const old = { 'mcp-session-id': 'abc', 'last-event-id': '7' };
      for (const message of [
        modern('tools/list', { headers: old }),
        modern('tools/call', { params: CALL, headers: old }),
        legacy('tools/list', { headers: old }),
        legacy('initialize', {
          headers: old,
          params: {
            protocolVersion: '2025-11-25',
            capabilities: {},
            clientInfo: { name: 'a', version: '1' },
          },
        }),
      ]) {
        const answer = await send(app, message);
        assert.equal(answer.statusCode, 200);
        assert.equal(answer.headers['mcp-session-id'], undefined);
      }
      const { headers } = await send(app, modern('tools/list'));
      assert.equal(headers['content-type'], 'application/json; charset=utf-8');
    });

    it('streams without buffering where the SDK streams', async () => {
      const { headers, body } = await app.inject(
        modern('subscriptions/listen', { id: 'sub', params: { notifications: { toolsListChanged: true } } }),
      );
      assert.match(String(headers['content-type']), /^text\/event-stream/);
      assert.equal(headers['x-accel-buffering'], 'no');
      const events = [...body.matchAll(/^data: (.*)$/gm)].map(([, data]) => JSON.parse(data!));
      // No change is ever announced, so the subscription is acknowledged as empty and completed at once.
      assert.equal(events[0].method, 'notifications/subscriptions/acknowledged');
      assert.deepEqual(events[0].params.notifications, {});
      assert.equal(events[0].params._meta['io.modelcontextprotocol/subscriptionId'], 'sub');
      assert.deepEqual([events[1].id, events[1].result.resultType], ['sub', 'complete']);
      assert.equal(events.length, 2);
    });
  });
});

describe('an idle installation', () => {
  it('doesn’t load the SDK before somebody speaks MCP', () => {
    const script = `
      import { registerHooks } from 'node:module';
      let loaded = false;
      registerHooks({
        resolve: (name, context, next) => ((loaded ||= name.startsWith('@modelcontextprotocol/')), next(name, context)),
      });
      const { createFront, modern } = await import('#test/conformance/front.ts');
      const { fakeKernel } = await import('#test/conformance/fake-kernel.ts');
      const app = createFront(fakeKernel());
      await app.inject({ method: 'GET', url: '/tools' });
      await app.inject(modern('tools/list', { token: 'nonsense' }));
      process.stdout.write(String(loaded));
      await app.inject(modern('tools/list'));
      process.stdout.write(' ' + loaded);
      await app.close();`;
    const output = execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      encoding: 'utf8',
    });
    assert.equal(output, 'false true');
  });
});

describe('on a socket', () => {
  let kernel: FakeKernel;
  let app: FastifyInstance;
  let port: number;
  beforeEach(async () => {
    kernel = fakeKernel();
    app = createFront(kernel);
    await app.listen({ host: '127.0.0.1', port: 0 });
    ({ port } = app.server.address() as AddressInfo);
  });
  afterEach(() => app.close());

  const open = ({ headers, payload }: ReturnType<typeof modern>, more: Record<string, string> = {}) => {
    const request = httpRequest({
      host: '127.0.0.1',
      port,
      path: '/mcp',
      method: 'POST',
      headers: { ...headers, ...more },
    });
    request.end(JSON.stringify(payload));
    return request;
  };

  it('tells a rebound name from a local program', async () => {
    const cases: [host: string, origin: string | undefined, status: number][] = [
      ['evil.example.com', 'http://evil.example.com', 403],
      ['evil.example.com', undefined, 403],
      [`localhost:${port}`, 'http://evil.example.com', 403],
      [`127.0.0.1:${port}`, undefined, 200],
      [`localhost:${port}`, 'http://localhost:6274', 200],
      ['[::1]', 'http://[::1]:6274', 200],
      ['api.example.com', 'https://api.example.com', 200],
      ['localhost.evil.example.com', undefined, 403],
    ];
    for (const [host, origin, status] of cases) {
      const [response] = (await once(
        open(modern('tools/list'), { host, ...(origin && { origin }) }),
        'response',
      )) as [IncomingMessage];
      response.resume();
      assert.equal(response.statusCode, status, `${host} ${origin}`);
    }
  });

  const waitFor = async (condition: () => boolean): Promise<void> => {
    for (let i = 0; i < 200 && !condition(); i += 1) await sleep(5);
    assert.ok(condition());
  };

  it('takes a closed stream as the end of a modern call', async () => {
    const request = open(modern('tools/call', { params: { name: 'notes_wait', arguments: { ms: 5000 } } }));
    request.on('error', () => {});
    await waitFor(() => kernel.calls.length === 1);
    assert.equal(kernel.calls[0]!.signal.aborted, false);
    request.destroy();
    await waitFor(() => kernel.results.length === 1);
    assert.match(kernel.results[0]!, /cancelled/);
  });

  it('lets a call of an older client go on without it', async () => {
    const request = open(
      legacy('tools/call', { params: { name: 'notes_wait', arguments: { ms: 60 } } }) as never,
    );
    request.on('error', () => {});
    await waitFor(() => kernel.calls.length === 1);
    request.destroy();
    await waitFor(() => kernel.results.length === 1);
    assert.match(kernel.results[0]!, /in time/);
  });
});
