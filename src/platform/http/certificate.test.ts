import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type LookupFunction } from 'node:net';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';
import { after, before, describe, it } from 'node:test';
import { HttpError } from '#platform/http.ts';
import { makeCertificate, tlsServer } from '#test/stand-ins/certificates.ts';
import { lookAtCertificate } from './certificate.ts';

const DAY = 24 * 3_600_000;
const inDays = (days: number): Date => new Date(Math.floor(Date.now() / 1000) * 1000 + days * DAY);
const authority = makeCertificate({ name: 'Autoridad', notBefore: inDays(-99), notAfter: inDays(99) });
const issued = (notAfter: Date, host = 'localhost') =>
  makeCertificate({ name: 'Servidor', host, issuer: authority, notBefore: inDays(-90), notAfter });

const failure = async (answer: Promise<unknown>): Promise<HttpError['kind']> => {
  const error = await answer.then(
    () => assert.fail('there was a handshake'),
    (reason: unknown) => reason,
  );
  assert(error instanceof HttpError, String(error));
  return error.kind;
};

/** A name server with one answer, and a network on which whatever may be dialled is the server at `port`. */
function internet(port: number, address: string) {
  const dialled: string[] = [];
  return {
    dialled,
    outside: {
      resolve: (_host: string, found: (error: null, all: { address: string; family: number }[]) => void) =>
        found(null, [{ address, family: 4 }]),
      dial: ({ host, lookup }: { host?: string | undefined; lookup?: LookupFunction | undefined }) => {
        const socket = connect({ port, host: '127.0.0.1', autoSelectFamily: false });
        lookup!(host!, { all: true }, (error, found) => {
          if (error) socket.destroy(error);
          else dialled.push(...(found as { address: string }[]).map((one) => one.address));
        });
        return socket;
      },
    },
  };
}

describe('a certificate, by a handshake', () => {
  const usual = getCACertificates('default');
  before(() => setDefaultCACertificates([...usual, authority.cert]));
  after(() => setDefaultCACertificates(usual));

  it('isn’t looked for at addresses of this network', async () => {
    await using server = await tlsServer(issued(inDays(60)));
    for (const host of ['localhost', '127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '2130706433'])
      assert.equal(
        await failure(lookAtCertificate({ url: `https://${host}:${server.port}`, guard: 'public' })),
        'blocked',
        host,
      );
    const inside = internet(server.port, '10.0.0.1');
    assert.equal(
      await failure(lookAtCertificate({ url: 'https://shop.example', guard: 'public' }, inside.outside)),
      'blocked',
    );
    assert.deepEqual([server.shown(), inside.dialled], [0, []]);
  });

  it('is told with its issuer and its end, of a checked address too', async () => {
    const until = inDays(60);
    await using server = await tlsServer(issued(until));
    const found = { issuer: 'Autoridad', notAfter: until, problem: null };
    assert.deepEqual(await lookAtCertificate({ url: server.url }), found);
    await using shop = await tlsServer(issued(until, 'shop.example'));
    const net = internet(shop.port, '8.8.8.8');
    assert.deepEqual(
      await lookAtCertificate({ url: 'https://shop.example', guard: 'public' }, net.outside),
      found,
    );
    assert.deepEqual(net.dialled, ['8.8.8.8']);
  });

  it('is told with what is wrong with it', async () => {
    const cases = [
      [issued(inDays(-1)), 'CERT_HAS_EXPIRED'],
      [issued(inDays(9), 'other.example'), 'ERR_TLS_CERT_ALTNAME_INVALID'],
      [
        makeCertificate({ name: 'Yo', host: 'localhost', notBefore: inDays(-1), notAfter: inDays(9) }),
        'DEPTH_ZERO_SELF_SIGNED_CERT',
      ],
    ] as const;
    for (const [pair, problem] of cases) {
      await using server = await tlsServer(pair);
      assert.equal((await lookAtCertificate({ url: server.url })).problem, problem);
    }
  });

  it('ends in time where nobody answers, hangs up, or speaks no TLS', async () => {
    const silent = createServer((socket) => void socket.on('error', () => {}));
    const rude = createServer((socket) => void socket.destroy());
    const plain = createServer(
      (socket) => void socket.on('error', () => {}).end('HTTP/1.1 400 Bad Request\r\n\r\n'),
    );
    const servers = [silent, rude, plain];
    await Promise.all(servers.map((one) => once(one.listen(0, '127.0.0.1'), 'listening')));
    const look = (one: (typeof servers)[number], more = {}) =>
      failure(
        lookAtCertificate({ url: `https://localhost:${(one.address() as AddressInfo).port}`, ...more }),
      );
    try {
      assert.equal(await look(silent, { timeoutMs: 50 }), 'timeout');
      assert.equal(await look(silent, { signal: AbortSignal.abort() }), 'aborted');
      assert.equal(await look(rude), 'other');
      assert.equal(await look(plain), 'tls');
      assert.equal(await failure(lookAtCertificate({ url: 'http://localhost:1' })), 'tls');
      assert.equal(await failure(lookAtCertificate({ url: 'https://localhost:1' })), 'refused');
    } finally {
      for (const one of servers) one.close();
    }
  });
});
