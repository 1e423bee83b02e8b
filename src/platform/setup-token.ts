import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { readKeyFile, replaceKeyFile } from '#platform/secrets.ts';

const TOKEN_BYTES = 32;

const pathOf = (home: string): string => join(home, 'setup.token');
const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url');

/**
 * A token by which whoever can read this machine's terminal becomes the operator; 43 characters. Only its hash is kept,
 * and only the newest counts.
 */
export function newSetupToken(home: string): string {
  const token = randomBytes(TOKEN_BYTES).toString('base64url');
  replaceKeyFile(pathOf(home), hashOf(token));
  return token;
}

/** @throws SecretFileError when the file is open to others */
export function isSetupToken(home: string, token: string): boolean {
  const kept = readKeyFile(pathOf(home));
  return kept !== undefined && timingSafeEqual(Buffer.from(hashOf(kept)), Buffer.from(hashOf(hashOf(token))));
}

export const dropSetupToken = (home: string): void => rmSync(pathOf(home), { force: true });
