import { createECDH, createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { compactVerify, SignJWT, type JWK } from 'jose';
import { deriveSecret } from '#platform/secrets.ts';
import { ALGORITHM } from './keys.ts';

/** Another type than any other token's: none passes for the other. */
const TYPE = 'smarteros-audit-checkpoint+jwt';
const RECEIPT_TYPE = 'smarteros-offboarding-receipt+jwt';
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const HASH = /^[0-9a-f]{64}$/;

/** How far a company's audit chain had come. */
export interface Checkpoint {
  readonly tenantId: string;
  readonly number: number;
  /** Hex. */
  readonly hash: string;
  readonly at: Date;
}

export interface Receipt {
  readonly tenantId: string;
  /** UGID. */
  readonly personId: string;
  /** ISO 8601; null: they never were there. */
  readonly engines: readonly { readonly engine: string; readonly at: string | null }[];
  readonly at: Date;
}

export interface Checkpoints {
  /** Public, for ever: who keeps a checkpoint needs it years later. */
  readonly jwk: JWK;
  sign(checkpoint: Checkpoint): Promise<string>;
  /** That somebody was shut out of a company's engines; read with the key of `jwk`. */
  signReceipt(receipt: Receipt): Promise<string>;
  /** Null for whatever isn't a checkpoint of this installation. */
  read(token: string): Promise<Checkpoint | null>;
}

/**
 * The audit's own key, derived from the installation's secret: it never changes, so that a checkpoint can be verified as
 * long as the installation lives, and it isn't in the database, so that who rewrites that can't sign for it.
 */
export function createCheckpoints(secret: Buffer, issuer: string): Checkpoints {
  const { key, publicKey, jwk } = keyOf(secret);
  const kid = thumbprint(jwk);
  return {
    jwk: { ...jwk, kid, alg: ALGORITHM, use: 'sig' },
    sign: ({ tenantId, number, hash, at }) =>
      new SignJWT({ number, hash })
        .setProtectedHeader({ alg: ALGORITHM, typ: TYPE, kid })
        .setIssuer(issuer)
        .setSubject(tenantId)
        .setIssuedAt(at)
        .sign(key),
    signReceipt: ({ tenantId, personId, engines, at }) =>
      new SignJWT({ person: personId, engines })
        .setProtectedHeader({ alg: ALGORITHM, typ: RECEIPT_TYPE, kid })
        .setIssuer(issuer)
        .setSubject(tenantId)
        .setIssuedAt(at)
        .sign(key),
    read: (token) => readCheckpoint(token, publicKey),
  };
}

/** RFC 7638: these members, in this order. */
const thumbprint = ({ crv, kty, x, y }: JWK): string =>
  createHash('sha256').update(JSON.stringify({ crv, kty, x, y })).digest('base64url');

/** Checks the signature by that key. The issuer's address may have changed since, and there is no end to it. */
export async function readCheckpoint(token: string, key: KeyObject): Promise<Checkpoint | null> {
  try {
    const { payload, protectedHeader } = await compactVerify(token, key, { algorithms: [ALGORITHM] });
    if (protectedHeader.typ !== TYPE) return null;
    return checkpointOf(JSON.parse(Buffer.from(payload).toString('utf8')));
  } catch {
    return null;
  }
}

function checkpointOf(claims: unknown): Checkpoint | null {
  const { sub, number, hash, iat } = claims as Record<string, unknown>;
  if (typeof sub !== 'string' || !UUID.test(sub) || typeof hash !== 'string' || !HASH.test(hash)) return null;
  if (!Number.isSafeInteger(number) || !Number.isSafeInteger(iat)) return null;
  return { tenantId: sub, number: number as number, hash, at: new Date((iat as number) * 1000) };
}

function keyOf(secret: Buffer): { key: KeyObject; publicKey: KeyObject; jwk: JWK & { kty: 'EC' } } {
  const pair = createECDH('prime256v1');
  // Of 2^32 secrets one is no key of the curve.
  for (let attempt = 1; ; attempt++) {
    const scalar = Buffer.from(deriveSecret(secret, `audit checkpoints ${attempt}`), 'base64url');
    try {
      pair.setPrivateKey(scalar);
    } catch {
      continue;
    }
    const point = pair.getPublicKey();
    const jwk = {
      kty: 'EC' as const,
      crv: 'P-256',
      x: point.toString('base64url', 1, 33),
      y: point.toString('base64url', 33),
    };
    const key = createPrivateKey({ key: { ...jwk, d: scalar.toString('base64url') }, format: 'jwk' });
    return { key, publicKey: createPublicKey(key), jwk };
  }
}
