import { hkdfSync, randomBytes } from 'node:crypto';
import {
  closeSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config } from '#platform/config.ts';

const KEY_BYTES = 32;
const OPERATOR_PREFIX = 'smo_';
const OPERATOR_KEY = /^smo_[\w-]{43}$/;
const GROUP_AND_OTHERS = 0o077;

/** A key file that is missing where it must not be, open to others, or damaged. */
export class SecretFileError extends Error {
  constructor(path: string, problem: string, remedy: string) {
    super(`${path} ${problem}. ${remedy}`);
    this.name = 'SecretFileError';
  }
}

/** Undefined when there is no such file. @throws SecretFileError when it is open to others */
export function readKeyFile(path: string): string | undefined {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw new SecretFileError(
      path,
      "can't be read",
      'Run as the user that owns it, or give it back to this user.',
    );
  }
  try {
    // Of the open file, so that nobody can swap it between the check and the reading.
    const mode = fstatSync(file).mode & 0o777;
    if (mode & GROUP_AND_OTHERS) {
      const problem = `is open to other users (mode ${mode.toString(8)})`;
      throw new SecretFileError(
        path,
        problem,
        `Close it: chmod 600 ${path}. If others use this machine, replace the key.`,
      );
    }
    return readFileSync(file, 'utf8').trim();
  } finally {
    closeSync(file);
  }
}

/** Writes a new key file whole or not at all; when another process was first, its key is the one that counts. */
export function writeKeyFile(path: string, content: string): string {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const temporary = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const file = openSync(temporary, 'wx', 0o600);
  try {
    writeSync(file, `${content}\n`);
    fsyncSync(file);
    linkSync(temporary, path);
    return content;
  } catch (error) {
    const winner = readKeyFile(path);
    if (winner) return winner;
    throw error;
  } finally {
    closeSync(file);
    rmSync(temporary, { force: true });
  }
}

/** Puts a key file in the place of another, whole or not at all. */
export function replaceKeyFile(path: string, content: string): void {
  const temporary = `${path}.${process.pid}.${randomBytes(4).toString('hex')}`;
  const file = openSync(temporary, 'wx', 0o600);
  try {
    writeSync(file, `${content}\n`);
    fsyncSync(file);
    renameSync(temporary, path);
  } finally {
    closeSync(file);
    rmSync(temporary, { force: true });
  }
  const folder = openSync(dirname(path), 'r');
  fsyncSync(folder);
  closeSync(folder);
}

/**
 * The secret that all others are derived from: `SMARTEROS_SECRET`, or 32 random bytes in `$SMARTEROS_HOME/secret.key`,
 * made at first use.
 * @throws SecretFileError when that file is open to others or damaged
 */
export function masterSecret(config: Pick<Config, 'home' | 'secret'>): Buffer {
  if (config.secret) return Buffer.from(config.secret, 'utf8');
  const path = join(config.home, 'secret.key');
  const text = readKeyFile(path) ?? writeKeyFile(path, randomBytes(KEY_BYTES).toString('base64url'));
  const key = Buffer.from(text, 'base64url');
  if (key.length !== KEY_BYTES) {
    throw new SecretFileError(
      path,
      'is damaged',
      'Restore it from a backup: what it sealed cannot be opened without it.',
    );
  }
  return key;
}

/** A secret for one purpose (HKDF-SHA256, 32 bytes, base64url): knowing it tells nothing about any other. */
export function deriveSecret(secret: Buffer, purpose: string): string {
  return Buffer.from(hkdfSync('sha256', secret, 'smarteros', purpose, KEY_BYTES)).toString('base64url');
}

/**
 * The key by which the command line on this machine proves to be the operator: `$home/operator.key`, made at first use.
 * @throws SecretFileError when that file is open to others or damaged
 */
export function operatorKey(home: string): string {
  const fresh = (): string => `${OPERATOR_PREFIX}${randomBytes(KEY_BYTES).toString('base64url')}`;
  return existingOperatorKey(home) ?? writeKeyFile(join(home, 'operator.key'), fresh());
}

/** The same for a reader, who makes none: undefined before the first start. */
export function existingOperatorKey(home: string): string | undefined {
  const path = join(home, 'operator.key');
  const key = readKeyFile(path);
  if (key === undefined || OPERATOR_KEY.test(key)) return key;
  throw new SecretFileError(path, 'is damaged', 'Remove it and start again: a new one is made.');
}
