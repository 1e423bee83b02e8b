import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** An authenticator in software (ES256, no attestation), and the browser around it; each part of an answer can be forged. */
export interface Authenticator {
  readonly credentialId: string;
  create(options: Options, forge?: Forgery): object;
  get(options: Options, forge?: Forgery): object;
}

interface Options {
  readonly challenge: string;
}

export interface Forgery {
  readonly origin?: string;
  readonly rpId?: string;
  readonly type?: string;
  readonly challenge?: string;
  /** UP 1, UV 4. */
  readonly flags?: number;
  readonly counter?: number;
  /** Another one's id, under this one's signature. */
  readonly credentialId?: string;
  readonly userHandle?: string;
  /** Changes the signature. */
  readonly spoil?: boolean;
}

const ORIGIN = 'http://localhost:8000';
const RP_ID = 'localhost';
const PRESENT_AND_VERIFIED = 0x05;
const WITH_CREDENTIAL = 0x40;

const sha256 = (data: string | Buffer): Buffer => createHash('sha256').update(data).digest();
const text = (value: Buffer): string => value.toString('base64url');

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

const cborText = (value: string): Buffer =>
  Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
const cborBytes = (value: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0x59, value.length >> 8, value.length & 0xff]), value]);

export function createAuthenticator(userHandle?: string): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x, y } = publicKey.export({ format: 'jwk' });
  const cose = Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 32]),
    Buffer.from(x!, 'base64url'),
    Buffer.from([0x22, 0x58, 32]),
    Buffer.from(y!, 'base64url'),
  ]);
  const id = randomBytes(20);
  let counter = 0;

  const clientData = (type: string, { challenge }: Options, forge: Forgery): Buffer =>
    Buffer.from(
      JSON.stringify({
        type: forge.type ?? type,
        challenge: forge.challenge ?? challenge,
        origin: forge.origin ?? ORIGIN,
        crossOrigin: false,
      }),
    );
  const head = (forge: Forgery, more = 0): Buffer => {
    counter += 1;
    return Buffer.concat([
      sha256(forge.rpId ?? RP_ID),
      Buffer.from([(forge.flags ?? PRESENT_AND_VERIFIED) | more]),
      uint32(forge.counter ?? counter),
    ]);
  };

  return {
    credentialId: text(id),
    create(options, forge = {}) {
      const data = Buffer.concat([
        head(forge, WITH_CREDENTIAL),
        Buffer.alloc(16),
        Buffer.from([0, id.length]),
        id,
        cose,
      ]);
      const attestation = Buffer.concat([
        Buffer.from([0xa3]),
        cborText('fmt'),
        cborText('none'),
        cborText('attStmt'),
        Buffer.from([0xa0]),
        cborText('authData'),
        cborBytes(data),
      ]);
      return {
        id: text(id),
        rawId: text(id),
        type: 'public-key',
        authenticatorAttachment: 'platform',
        clientExtensionResults: { credProps: { rk: true } },
        response: {
          clientDataJSON: text(clientData('webauthn.create', options, forge)),
          attestationObject: text(attestation),
          transports: ['internal'],
        },
      };
    },
    get(options, forge = {}) {
      const data = head(forge);
      const client = clientData('webauthn.get', options, forge);
      const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey);
      if (forge.spoil) signature[signature.length - 1]! ^= 1;
      const handle = forge.userHandle ?? userHandle;
      return {
        id: forge.credentialId ?? text(id),
        rawId: forge.credentialId ?? text(id),
        type: 'public-key',
        clientExtensionResults: {},
        response: {
          clientDataJSON: text(client),
          authenticatorData: text(data),
          signature: text(signature),
          ...(handle !== undefined && { userHandle: text(Buffer.from(handle)) }),
        },
      };
    },
  };
}
