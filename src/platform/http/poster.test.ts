import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HttpError } from '#platform/http.ts';
import { serve } from '#test/stand-ins/serve.ts';
import { createPoster } from './poster.ts';

const kindOf = async (answer: Promise<unknown>): Promise<string> => {
  const error = await answer.then(
    () => assert.fail('it was answered'),
    (reason: unknown) => reason,
  );
  assert(error instanceof HttpError, String(error));
  return error.kind;
};

describe('poster', () => {
  it('looks at the address of each connection: a name that turns inward is refused before a byte is sent', async () => {
    let requests = 0;
    await using server = await serve((_, response) => {
      requests++;
      response.end();
    });
    let answers = ['8.8.8.8'];
    const poster = createPoster({
      loopback: false,
      resolve: (_host, found) =>
        found(
          null,
          answers.map((address) => ({ address, family: 4 })),
        ),
    });
    const { port } = new URL(server.url);
    await poster.vet(`https://shop.example:${port}/`);
    for (answers of [['127.0.0.1'], ['8.8.8.8', '10.0.0.1'], ['169.254.169.254']]) {
      assert.equal(await kindOf(poster.vet(`https://shop.example:${port}/`)), 'blocked');
      assert.equal(await kindOf(poster.post(`https://shop.example:${port}/`, {}, '{}')), 'blocked');
    }
    for (const url of [
      server.url,
      server.url.replace('http', 'https'),
      server.url.replace('127.0.0.1', 'localhost'),
    ])
      assert.equal(await kindOf(poster.post(url, {}, '{}')), 'blocked', url);
    assert.equal(requests, 0);
    await poster.close();
  });

  it('keeps connections', async () => {
    const sockets = new Set<unknown>();
    await using server = await serve((request, response) => {
      sockets.add(request.socket);
      request.resume().once('end', () => response.end('ok'));
    });
    const poster = createPoster({ loopback: true });
    for (let n = 0; n < 5; n++) assert.equal((await poster.post(server.url, {}, '{}')).head, 'ok');
    assert.ok(sockets.size <= 2, String(sockets.size));
    await poster.close();
  });
});
