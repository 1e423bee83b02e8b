import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';

export const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const ID_CHARS = 16;
const PROOF = 'smarteros sealed secrets';

/** A secret at rest: its values under a data key of their own, which the installation's key wraps. */
interface Envelope {
  readonly keyId: string;
  readonly wrapped: Buffer;
  readonly sealed: Buffer;
}

interface WrappingKey {
  readonly id: string;
  readonly key: Buffer;
}

/** New secrets are wrapped by the first key; the others are there until rotation has wrapped everything anew. */
export interface SecretBox {
  readonly keyIds: readonly string[];
  /** `place` is what it belongs to (company and path): sealed for one, it opens for no other. */
  seal(place: string, values: Readonly<Record<string, string>>): Envelope;
  /** @throws Error for a key that isn't there, another place, or a changed byte */
  open(place: string, envelope: Envelope): Record<string, string>;
  /** The same secret under the newest key; the ciphertext stays. */
  rewrap(place: string, envelope: Envelope): Envelope;
  /** What proves later on that a key is the same. */
  prove(): { id: string; proof: Buffer };
  /** True when the key of that proof is here. */
  knows(proof: { id: string; proof: Buffer }): boolean;
}

function encrypt(key: Buffer, text: Buffer, aad: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(aad));
  return Buffer.concat([nonce, cipher.update(text), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Buffer, sealed: Buffer, aad: string): Buffer {
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(aad)).setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
}

const idOf = (key: Buffer): string => createHash('sha256').update(key).digest('hex').slice(0, ID_CHARS);

/** @throws Error when there is no key */
export function createSecretBox(keys: readonly Buffer[]): SecretBox {
  const all: readonly WrappingKey[] = keys.map((key) => ({ id: idOf(key), key }));
  const [newest] = all;
  if (!newest) throw new Error('a secret box needs a key');
  const keyOf = (id: string): Buffer => {
    const found = all.find((one) => one.id === id);
    if (!found) throw new Error(`secrets.key has no key ${id}`);
    return found.key;
  };
  const unwrap = (place: string, { keyId, wrapped }: Envelope): Buffer =>
    decrypt(keyOf(keyId), wrapped, `key ${place}`);

  return {
    keyIds: all.map(({ id }) => id),
    seal(place, values) {
      const data = randomBytes(KEY_BYTES);
      return {
        keyId: newest.id,
        wrapped: encrypt(newest.key, data, `key ${place}`),
        sealed: encrypt(data, Buffer.from(JSON.stringify(values)), `values ${place}`),
      };
    },
    open: (place, envelope) =>
      JSON.parse(decrypt(unwrap(place, envelope), envelope.sealed, `values ${place}`).toString()) as Record<
        string,
        string
      >,
    rewrap: (place, envelope) => ({
      keyId: newest.id,
      wrapped: encrypt(newest.key, unwrap(place, envelope), `key ${place}`),
      sealed: envelope.sealed,
    }),
    prove: () => ({ id: newest.id, proof: encrypt(newest.key, Buffer.from(PROOF), 'proof') }),
    knows({ id, proof }) {
      try {
        return decrypt(keyOf(id), proof, 'proof').toString() === PROOF;
      } catch {
        return false;
      }
    },
  };
}
