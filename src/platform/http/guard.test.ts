import assert from 'node:assert/strict';
import type { LookupAddress } from 'node:dns';
import { Agent } from 'node:http';
import { connect, type LookupFunction, type TcpNetConnectOpts } from 'node:net';
import { describe, it } from 'node:test';
import { HttpError, exchangeBy, httpRequest, type HttpRequest } from '#platform/http.ts';
import { serve } from '#test/stand-ins/serve.ts';
import { createGuard } from './guard.ts';

const PUBLIC = '8.8.8.8';
const SECRET = 's3cret';

const blocked = async (answer: Promise<unknown>): Promise<HttpError> => {
  const error = await answer.then(
    () => assert.fail('it was answered'),
    (reason: unknown) => reason,
  );
  assert(error instanceof HttpError, String(error));
  assert.equal(error.kind, 'blocked', error.message);
  return error;
};

const address = (text: string): LookupAddress => ({ address: text, family: text.includes(':') ? 6 : 4 });

/**
 * A name server that gives one answer after the other, and a network on which every address that may be dialled is
 * the server at `port`: so a public name can be reached from here, and `dialled` tells what would have been.
 */
function internet(port: number, ...answers: string[][]) {
  const dialled: string[] = [];
  let asked = 0;
  class Network extends Agent {
    override createConnection(
      options: TcpNetConnectOpts,
      done: NonNullable<Parameters<Agent['createConnection']>[1]>,
    ): undefined {
      (options.lookup as LookupFunction)(options.host!, { all: true }, (error, found) => {
        if (error) return done(error, undefined as never);
        dialled.push(...(found as LookupAddress[]).map((one) => one.address));
        done(null, connect(port, '127.0.0.1'));
      });
      return undefined;
    }
  }
  const exchange = createGuard({
    agent: new Network(),
    resolve: (_host, found) => found(null, answers[Math.min(asked++, answers.length - 1)]!.map(address)),
  });
  return {
    dialled,
    asked: () => asked,
    request: (request: Partial<HttpRequest> = {}) =>
      exchangeBy(exchange, { method: 'GET', url: 'http://shop.example/', guard: 'public', ...request }),
  };
}

describe('guard', () => {
  it('refuses every address of this network, before a byte is sent', async () => {
    let requests = 0;
    await using server = await serve((_, response) => {
      requests++;
      response.end();
    });
    const { port } = new URL(server.url);
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '[::ffff:127.0.0.1]', '0.0.0.0']) {
      for (const scheme of ['http', 'https'])
        await blocked(httpRequest({ method: 'GET', url: `${scheme}://${host}:${port}/`, guard: 'public' }));
    }
    assert.equal(requests, 0);
    assert.equal(
      (await httpRequest({ method: 'GET', url: server.url })).status,
      200,
      'the server does answer',
    );
  });

  it('refuses a name with one private address among public ones', async () => {
    for (const bad of ['10.0.0.1', '169.254.169.254', '::ffff:10.0.0.1', '64:ff9b::a00:1', '2002:a00:1::']) {
      const net = internet(1, [PUBLIC, bad]);
      await blocked(net.request());
      assert.deepEqual(net.dialled, [], bad);
    }
    await blocked(internet(1, []).request());
  });

  it('dials what it has checked, and asks again for each connection: rebinding gains nothing', async () => {
    await using server = await serve((_, response) => response.end('ok'));
    const net = internet(Number(new URL(server.url).port), [PUBLIC], ['127.0.0.1']);
    assert.equal((await net.request()).text, 'ok');
    assert.deepEqual([net.dialled, net.asked()], [[PUBLIC], 1]);
    await blocked(net.request());
    assert.deepEqual([net.dialled, net.asked()], [[PUBLIC], 2]);
  });

  it('refuses a name that turns private between two tries of one request', async () => {
    await using server = await serve((_, response) => response.writeHead(503).end());
    const net = internet(Number(new URL(server.url).port), [PUBLIC], ['127.0.0.1'], [PUBLIC]);
    await blocked(net.request({ retry: { attempts: 5 } }));
    assert.equal(net.asked(), 2);
  });

  it('hands a redirect over instead of following it', async () => {
    let requests = 0;
    await using server = await serve((_, response) => {
      requests++;
      response.writeHead(307, { location: 'http://169.254.169.254/' }).end();
    });
    const answer = await internet(Number(new URL(server.url).port), [PUBLIC]).request();
    assert.deepEqual([answer.status, requests], [307, 1]);
  });

  it('refuses other schemes, credentials, ports and hosts in disguise', async () => {
    const cases: [url: string, why: RegExp, options?: Partial<HttpRequest>][] = [
      ['ftp://example.com/', /only http/],
      ['file:///etc/passwd', /only http/],
      ['http://example.com/', /only https/, { httpsOnly: true }],
      [`http://user:${SECRET}@example.com/`, /user or password/],
      ['https://example.com:8443/', /port/, { ports: [443] }],
      ['http://example.com:0/', /port/],
      ['http://134744072/', /unusual/],
      ['http://0x08080808/', /unusual/],
      ['http://010.8.8.8/', /unusual/],
      ['http://8.8.2056/', /unusual/],
      ['http://８.8.8.8/', /unusual/],
      ['http:\\\\8.8.8.8/', /unusual/],
      [' http://8.8.8.8/', /unusual/],
      ['http://8.8.\t8.8/', /unusual/],
      ['http://2130706433/', /unusual/],
      ['http://[::ffff:8.8.8.8]/', /unusual|public/],
      ['http://[2001:db8::1]/', /public/],
    ];
    for (const [url, why, options] of cases) {
      const error = await blocked(httpRequest({ method: 'GET', url, guard: 'public', ...options }));
      assert.match(error.message, why, url);
    }
  });

  it('sends body and headers, and reads no more than it may', async () => {
    await using server = await serve((request, response) => {
      response.setHeader('x-seen', [request.method, request.headers['x-a'], request.headers.host].join(' '));
      request.pipe(response);
    });
    const net = internet(Number(new URL(server.url).port), [PUBLIC]);
    const post = { method: 'POST', headers: { 'x-a': '1' }, body: '€'.repeat(10) };
    const answer = await net.request(post);
    assert.deepEqual([answer.headers['x-seen'], answer.text], ['POST 1 shop.example', post.body]);
    await assert.rejects(net.request({ ...post, maxResponseBytes: 29 }), { kind: 'too_large' });
    assert.equal((await net.request({ ...post, maxResponseBytes: 30 })).text, post.body);
  });

  it('ends a slow exchange in time, and when the caller aborts', async () => {
    const caller = new AbortController();
    await using server = await serve((request, response) => {
      if (request.url === '/body') response.write('…');
      if (request.url === '/abort') caller.abort();
    });
    const net = internet(Number(new URL(server.url).port), [PUBLIC]);
    for (const path of ['head', 'body']) {
      const url = `http://shop.example/${path}`;
      await assert.rejects(net.request({ url, timeoutMs: 60 }), { kind: 'timeout' });
    }
    const url = 'http://shop.example/abort';
    await assert.rejects(net.request({ url, signal: caller.signal }), { kind: 'aborted' });
  });

  it('never repeats path, query, header or body, nor what a name resolves to', async () => {
    await using server = await serve((request) => request.socket.destroy());
    const port = Number(new URL(server.url).port);
    const request = {
      method: 'POST',
      url: `http://shop.example/${SECRET}?a=${SECRET}`,
      headers: { authorization: SECRET },
      body: SECRET,
    };
    const attempts = [
      () => internet(port, [PUBLIC]).request(request),
      () => internet(port, ['10.9.8.7']).request(request),
      () => internet(port, [PUBLIC]).request({ ...request, headers: { authorization: `${SECRET}\0` } }),
    ];
    for (const attempt of attempts) {
      const error = await attempt().then(
        () => assert.fail('it was answered'),
        (reason: unknown) => reason as HttpError,
      );
      const all = `${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`;
      assert.doesNotMatch(all, new RegExp(`${SECRET}|10\\.9`));
      assert.match(error.message, /^POST http:\/\/shop\.example: /);
    }
  });
});
