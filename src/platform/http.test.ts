import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HttpError, MAX_RESPONSE_BYTES, httpRequest, type HttpFailure } from './http.ts';
import { serve } from '#test/stand-ins/serve.ts';

const failure = async (promise: Promise<unknown>): Promise<HttpError> => {
  const error = await promise.then(
    () => assert.fail('it was answered'),
    (reason: unknown) => reason,
  );
  assert(error instanceof HttpError, String(error));
  return error;
};

describe('httpRequest', () => {
  it('sends method, headers and body, and returns status, headers and text', async () => {
    await using server = await serve((request, response) => {
      response.setHeader('X-Seen', [request.method, request.url, request.headers['x-a']].join(' '));
      response.statusCode = 418;
      response.write('ñ');
      request.pipe(response);
    });
    const answer = await httpRequest({
      method: 'PUT',
      url: `${server.url}/a?b=c`,
      headers: { 'X-A': '1' },
      body: '€',
    });
    assert.equal(answer.status, 418);
    assert.equal(answer.headers['x-seen'], 'PUT /a?b=c 1');
    assert.equal(answer.text, 'ñ€');
  });

  it('returns a redirect instead of following it', async () => {
    await using server = await serve((_, response) =>
      response.writeHead(302, { location: '/elsewhere' }).end(),
    );
    const answer = await httpRequest({ method: 'GET', url: server.url });
    assert.deepEqual([answer.status, answer.headers['location']], [302, '/elsewhere']);
  });

  it('ends an exchange that takes too long, even in the middle of the body', async () => {
    await using server = await serve((request, response) => {
      if (request.url === '/body') response.write('…');
    });
    for (const path of ['/head', '/body']) {
      const error = await failure(httpRequest({ method: 'GET', url: server.url + path, timeoutMs: 60 }));
      assert.deepEqual(
        [error.kind, error.message],
        ['timeout', `GET ${server.url}${path}: no answer within 60 ms`],
      );
    }
  });

  it('ends when the caller aborts', async () => {
    const caller = new AbortController();
    await using server = await serve(() => caller.abort());
    const error = await failure(httpRequest({ method: 'GET', url: server.url, signal: caller.signal }));
    assert.equal(error.kind, 'aborted');
  });

  it('refuses an answer above the limit, announced or not', async () => {
    const big = Buffer.alloc(MAX_RESPONSE_BYTES + 1, 'x');
    await using server = await serve((request, response) => {
      if (request.url === '/announced') response.setHeader('content-length', big.length);
      response.end(big);
    });
    for (const path of ['/announced', '/streamed']) {
      assert.equal((await failure(httpRequest({ method: 'GET', url: server.url + path }))).kind, 'too_large');
    }
  });

  it('tells refused, unknown and untrusted hosts apart', async () => {
    const closed = await serve(() => undefined);
    await closed[Symbol.asyncDispose]();
    await using plain = await serve((_, response) => response.end());
    const cases: [string, HttpFailure][] = [
      [closed.url, 'refused'],
      ['http://nowhere.invalid', 'dns'],
      [plain.url.replace('http:', 'https:'), 'tls'],
    ];
    for (const [url, kind] of cases) {
      assert.equal((await failure(httpRequest({ method: 'GET', url }))).kind, kind, url);
    }
  });

  it('never repeats a credential, a header or the query string', async () => {
    const attempts = [
      () => httpRequest({ method: 'GET', url: 'http://user:s3cret@nowhere.invalid/path?token=s3cret' }),
      () => httpRequest({ method: 'GET', url: 'http://nowhere.invalid/path?token=s3cret' }),
      () =>
        httpRequest({
          method: 'GET',
          url: 'http://nowhere.invalid',
          headers: { authorization: 'Bearer s3cret\0' },
        }),
      () => httpRequest({ method: 'GET', url: 's3cret' }),
    ];
    for (const attempt of attempts) {
      const error = await failure(attempt());
      assert.doesNotMatch(`${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`, /s3cret/);
    }
  });
});
