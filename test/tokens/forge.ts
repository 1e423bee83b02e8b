import { createHmac } from 'node:crypto';
import { exportSPKI, importJWK, SignJWT, type CryptoKey, type JWK, type JWTPayload } from 'jose';
import { createSealer } from '#platform/seal.ts';
import { SECRET } from '#test/harness/cluster.ts';
import type { OtpWorld } from '#test/otp/world.ts';

/** The platform's own key of access tokens, as only its database and secret together give it. */
export interface OwnKey {
  readonly kid: string;
  readonly jwk: JWK;
  readonly pem: string;
  readonly sign: CryptoKey;
}

export async function ownKeys(world: OtpWorld): Promise<OwnKey[]> {
  const sealer = createSealer(Buffer.from(SECRET.toString()), 'signing key');
  const rows = await world.query<{ kid: string; public: JWK; sealed: Buffer }>(
    'select kid, public, sealed from identity.signing_keys order by active_at',
  );
  return Promise.all(
    rows.map(async ({ kid, public: jwk, sealed }) => ({
      kid,
      jwk,
      pem: await exportSPKI((await importJWK(jwk, 'ES256')) as CryptoKey),
      sign: (await importJWK(JSON.parse(sealer.open(sealed)) as JWK, 'ES256')) as CryptoKey,
    })),
  );
}

export type Header = Readonly<Record<string, unknown>>;

export const part = (value: unknown): string =>
  Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** Any header and payload, as text or value, under an HMAC key or with the signature as given. */
export const compact = (header: unknown, payload: unknown, signature: string): string =>
  `${part(header)}.${part(payload)}.${signature}`;

export function hmac(header: Header, payload: unknown, key: string | Buffer, digest = 'sha256'): string {
  const input = `${part(header)}.${part(payload)}`;
  return `${input}.${createHmac(digest, key).update(input).digest('base64url')}`;
}

export const signed = (header: Header, payload: JWTPayload, key: CryptoKey): Promise<string> =>
  new SignJWT(payload).setProtectedHeader(header as never).sign(key);

/** ES256 over exactly these bytes: duplicate claims, values that no library would write. */
export async function signedText(header: string, payload: string, key: CryptoKey): Promise<string> {
  const input = `${part(header)}.${part(payload)}`;
  const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, Buffer.from(input));
  return `${input}.${Buffer.from(signature).toString('base64url')}`;
}

/** A raw r‖s signature in the form that OpenSSL and Java write. */
export function toDer(signature: string): string {
  const raw = Buffer.from(signature, 'base64url');
  const integer = (bytes: Buffer): Buffer => {
    const value = bytes[0]! & 0x80 ? Buffer.concat([Buffer.alloc(1), bytes]) : bytes;
    return Buffer.concat([Buffer.from([2, value.length]), value]);
  };
  const body = Buffer.concat([integer(raw.subarray(0, 32)), integer(raw.subarray(32))]);
  return Buffer.concat([Buffer.from([0x30, body.length]), body]).toString('base64url');
}
