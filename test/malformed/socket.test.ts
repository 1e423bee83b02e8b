import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { createTestApi, type TestApi } from '#test/harness/api.ts';
import { problemComplaints } from '#test/malformed/rules.ts';

/** How long a server may take to hang up on bytes that it can't read. */
const PATIENCE_MS = 2_000;

describe('bytes that are no HTTP request', () => {
  let t: TestApi;
  let port: number;
  let key: string;
  before(async () => {
    t = await createTestApi();
    port = Number(new URL(await t.api.server.listen({ host: '127.0.0.1', port: 0 })).port);
    ({ key } = await t.tenant());
  });
  after(() => t.stop());

  /** All that comes back until the server hangs up. */
  const send = (bytes: string | Buffer): Promise<string> =>
    new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1');
      let text = '';
      const done = (): void => {
        clearTimeout(timer);
        socket.destroy();
        resolve(text);
      };
      const timer = setTimeout(done, PATIENCE_MS);
      socket.setEncoding('utf8').on('data', (part: string) => (text += part));
      socket.on('close', done).on('error', () => {});
      socket.write(bytes);
    });

  const post = (headers: string, body: string): string =>
    `POST /contacts HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\nContent-Type: application/json\r\n${headers}\r\n\r\n${body}`;
  const body = '{"name":"Smuggled"}';
  const second = `POST /contacts HTTP/1.1\r\nHost: x\r\nContent-Length: 19\r\n\r\n${body}`;

  const garbage: Readonly<Record<string, string | Buffer>> = {
    noise: Buffer.from([0, 1, 2, 3, 255, 254, 13, 10, 13, 10]),
    'another protocol': 'SSH-2.0-OpenSSH_9.0\r\n',
    'a TLS hello': Buffer.from('16030100a5010000a10303', 'hex'),
    'an unknown version': 'GET / HTTP/9.9\r\nHost: x\r\n\r\n',
    'an unknown method': 'FROBNICATE / HTTP/1.1\r\nHost: x\r\n\r\n',
    'a space before the colon': 'GET /health HTTP/1.1\r\nHost: x\r\nAuthorization : Bearer x\r\n\r\n',
    'a folded header': 'GET /health HTTP/1.1\r\nHost: x\r\nX-A: b\r\n c\r\n\r\n',
    'a NUL in a header': 'GET /health HTTP/1.1\r\nHost: x\r\nX-A: a\0b\r\n\r\n',
    'a bare line feed in a header': 'GET /health HTTP/1.1\nHost: x\nX-A: a\rb\n\n',
    'headers without end': `GET /health HTTP/1.1\r\nHost: x\r\n${'X-A: b\r\n'.repeat(4_000)}\r\n`,
    'one header too long': `GET /health HTTP/1.1\r\nHost: x\r\nX-A: ${'b'.repeat(40_000)}\r\n\r\n`,
    'a path too long': `GET /${'a'.repeat(40_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
    'two lengths': post('Content-Length: 19\r\nContent-Length: 5', body),
    'length and chunks': post('Content-Length: 19\r\nTransfer-Encoding: chunked', `0\r\n\r\n${second}`),
    'chunks in another spelling': post('Transfer-Encoding: xchunked', `13\r\n${body}\r\n0\r\n\r\n`),
    'chunks twice': post('Transfer-Encoding: chunked, identity', `13\r\n${body}\r\n0\r\n\r\n`),
    'a negative length': post('Content-Length: -19', body),
    'a length in words': post('Content-Length: 0x13', body),
    'a chunk size that is none': post('Transfer-Encoding: chunked', `zz\r\n${body}\r\n0\r\n\r\n`),
    'a chunk size too large': post('Transfer-Encoding: chunked', `${'f'.repeat(20)}\r\n${body}\r\n0\r\n\r\n`),
  };
  for (const [what, bytes] of Object.entries(garbage)) {
    it(`are refused: ${what}`, async () => {
      const answer = await send(bytes);
      // Node hangs up without a word on some; what it lets us answer is a problem document.
      if (answer === '') return;
      assert.match(answer, /^HTTP\/1\.1 4\d\d /);
      assert.equal(answer.match(/HTTP\/1\.1 /g)!.length, 1, answer);
      const text = answer.slice(answer.indexOf('\r\n\r\n') + 4);
      if (text === '') return;
      assert.match(answer, /\r\nContent-Type: application\/problem\+json/i);
      assert.deepEqual(
        problemComplaints(JSON.parse(text) as Record<string, unknown>, Number(answer.slice(9, 12))),
        [],
      );
    });
  }

  it('leave the server well and the book empty', async () => {
    assert.deepEqual((await t.request('GET /contacts', { token: key })).body.data, []);
    const answer = await send('GET /health HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
    assert.match(answer, /^HTTP\/1\.1 200 OK/);
  });
});
