import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { createSecretBox, KEY_BYTES, type SecretBox } from './secret-box.ts';
import { readKeyFile, replaceKeyFile, SecretFileError, writeKeyFile } from './secrets.ts';

const NEXT = 'next ';

/**
 * The embedded secret store's keys as `$home/secrets.key` has them, a line each, in base64url. The first seals; the
 * others open what is still wrapped by them. A line that begins with `next` will be the first once the database knows
 * of it (docs/secrets.md).
 */
export interface SecretKeys {
  readonly keys: readonly Buffer[];
  readonly next: Buffer | undefined;
}

export const keysFile = (home: string): string => `${home}/secrets.key`;
export const newSecretKey = (): Buffer => randomBytes(KEY_BYTES);

const encode = ({ keys, next }: SecretKeys): string =>
  [
    ...keys.map((key) => key.toString('base64url')),
    ...(next ? [NEXT + next.toString('base64url')] : []),
  ].join('\n');

/** Undefined when there is no such file. @throws SecretFileError when it is open to others or damaged */
export function readSecretKeys(path: string): SecretKeys | undefined {
  const text = readKeyFile(path);
  if (text === undefined) return undefined;
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const keyOf = (line: string): Buffer => Buffer.from(line, 'base64url');
  const keys = lines.filter((line) => !line.startsWith(NEXT)).map(keyOf);
  const nexts = lines.filter((line) => line.startsWith(NEXT)).map((line) => keyOf(line.slice(NEXT.length)));
  if (keys.length === 0 || nexts.length > 1 || [...keys, ...nexts].some((key) => key.length !== KEY_BYTES))
    throw new SecretFileError(
      path,
      'is damaged',
      'Restore it from a backup: the credentials of engines cannot be opened without it.',
    );
  return { keys, next: nexts[0] };
}

/** Those of the file, which is made with one key when it isn't there. */
export function makeSecretKeys(path: string): SecretKeys {
  writeKeyFile(path, encode({ keys: [newSecretKey()], next: undefined }));
  return readSecretKeys(path)!;
}

export const replaceSecretKeys = (path: string, keys: SecretKeys): void => replaceKeyFile(path, encode(keys));

/** @throws Error when there is no key */
export const boxOf = ({ keys, next }: SecretKeys): SecretBox =>
  createSecretBox([...keys, ...(next ? [next] : [])]);

const missing = (path: string): SecretFileError =>
  new SecretFileError(
    path,
    'is missing',
    'Restore it from a backup: the credentials of engines cannot be opened without it (docs/secrets.md).',
  );

/** The keys of a file as it is now: another process may rotate them at any time. */
export function fileBox(path: string): SecretBox {
  let box: SecretBox | undefined;
  let seen = '';
  function current(): SecretBox {
    const file = statSync(path, { bigint: true, throwIfNoEntry: false });
    const stamp = file ? `${file.ino} ${file.mtimeNs} ${file.size}` : '';
    if (box && stamp === seen) return box;
    const keys = readSecretKeys(path);
    if (!keys) throw missing(path);
    box = boxOf(keys);
    seen = stamp;
    return box;
  }
  return {
    get keyIds() {
      return current().keyIds;
    },
    seal: (place, values) => current().seal(place, values),
    open: (place, envelope) => current().open(place, envelope),
    rewrap: (place, envelope) => current().rewrap(place, envelope),
    prove: () => current().prove(),
    knows: (proof) => current().knows(proof),
  };
}

/** For the start: what is wrong with a file of keys that doesn't open what the database holds. */
export const lacksKeys = (path: string, ids: readonly string[]): SecretFileError =>
  new SecretFileError(
    path,
    `lacks ${ids.length === 1 ? 'the key' : 'the keys'} ${ids.join(', ')}, by which credentials of engines are sealed`,
    'Restore it from a backup. If it is lost for good, docs/secrets.md says how to go on without.',
  );
