import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { deriveSecret } from './secrets.ts';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Keeps a value unreadable at rest (AES-256-GCM): nonce, ciphertext, tag. */
export interface Sealer {
  seal(text: string): Buffer;
  /** @throws Error when it was sealed for another purpose, under another secret, or changed since */
  open(sealed: Buffer): string;
}

/** `purpose` has a key of its own: what is sealed for one purpose can't be passed off as another's. */
export function createSealer(secret: Buffer, purpose: string): Sealer {
  const key = Buffer.from(deriveSecret(secret, `seal ${purpose}`), 'base64url');
  return {
    seal(text) {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
    },
    open(sealed) {
      const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
      const body = sealed.subarray(NONCE_BYTES, -TAG_BYTES);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
    },
  };
}
