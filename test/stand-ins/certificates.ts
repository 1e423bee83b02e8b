import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:tls';

/** A certificate as X.509 writes it, by hand: nothing else here makes one that ended yesterday. */
const der = (tag: number, ...parts: readonly (Buffer | readonly number[])[]): Buffer => {
  const body = Buffer.concat(parts.map((part) => Buffer.from(part)));
  const { length } = body;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), body]);
};
const sequence = (...parts: Buffer[]): Buffer => der(0x30, ...parts);
const oid = (...bytes: number[]): Buffer => der(0x06, bytes);
const nameOf = (text: string): Buffer =>
  sequence(der(0x31, sequence(oid(0x55, 0x04, 0x0a), der(0x0c, Buffer.from(text)))));
const time = (at: Date): Buffer =>
  der(0x18, Buffer.from(`${at.toISOString().replaceAll(/[-:T]/g, '').slice(0, 14)}Z`));
const ECDSA_SHA256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02));

interface Pair {
  readonly name: string;
  readonly key: KeyObject;
  readonly cert: string;
}

interface Wanted {
  readonly name: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** DNS name; an authority without it. */
  readonly host?: string;
  /** Itself without it. */
  readonly issuer?: Pair;
}

export function makeCertificate({ name, notBefore, notAfter, host, issuer }: Wanted): Pair {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const extension =
    host === undefined
      ? sequence(oid(0x55, 0x1d, 0x13), der(0x01, [255]), der(0x04, sequence(der(0x01, [255]))))
      : sequence(oid(0x55, 0x1d, 0x11), der(0x04, sequence(der(0x82, Buffer.from(host)))));
  const body = sequence(
    der(0xa0, der(0x02, [2])),
    der(0x02, [1 + Math.floor(Math.random() * 126), ...Buffer.from(name).subarray(0, 8)]),
    ECDSA_SHA256,
    nameOf(issuer?.name ?? name),
    sequence(time(notBefore), time(notAfter)),
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(extension)),
  );
  const signature = sign('sha256', body, issuer?.key ?? privateKey);
  const whole = sequence(body, ECDSA_SHA256, der(0x03, [0], signature));
  const cert = `-----BEGIN CERTIFICATE-----\n${whole.toString('base64')}\n-----END CERTIFICATE-----\n`;
  return { name, key: privateKey, cert };
}

/** A TLS server that shows a certificate and hangs up; it counts who came. */
export async function tlsServer({ key, cert }: Pair) {
  let shown = 0;
  const server = createServer({ key: key.export({ type: 'pkcs8', format: 'pem' }), cert }, (socket) => {
    shown += 1;
    socket.on('error', () => {}).end();
  });
  server.on('tlsClientError', () => {});
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `https://localhost:${port}`,
    shown: () => shown,
    [Symbol.asyncDispose]: async () => void (await new Promise((done) => server.close(done))),
  };
}
