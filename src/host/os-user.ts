import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { HostError } from '#host/host-error.ts';

export type OsUser = { name: string; uid: number; gid: number };

/** `nobody` on every Linux: PostgreSQL refuses to run as root, and this user exists where `postgres` doesn't. */
const NOBODY_UID = 65534;

function accounts(): OsUser[] {
  return readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .filter((fields) => fields.length >= 4)
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }));
}

/**
 * The OS user that PostgreSQL runs as: undefined (ourselves) unless we are root.
 * @throws HostError when we are root and no unprivileged account exists
 */
export function databaseUser(): OsUser | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const known = accounts();
  const user =
    known.find((account) => account.name === 'postgres') ?? known.find(({ uid }) => uid === NOBODY_UID);
  if (user) return user;
  throw new HostError(
    'PostgreSQL does not run as root, and this system has neither a user "postgres" nor "nobody".',
    'Add one (useradd --system postgres), or run SmarterOS as an ordinary user.',
  );
}

const EXECUTE = 0o1;
const READ_EXECUTE = 0o5;

function permits(path: string, user: OsUser, bits: number): boolean {
  const { mode, uid, gid } = statSync(path);
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0;
  return ((mode >> shift) & bits) === bits;
}

/** The folders above and including `path`, the root first. */
export function ancestors(path: string): string[] {
  const parent = dirname(path);
  return parent === path ? [path] : [...ancestors(parent), path];
}

/** The first folder on the way to `path` (which must exist and be resolved) that `user` can't walk through. */
export function firstClosed(path: string, user: OsUser): string | undefined {
  return ancestors(path).find((folder) => !permits(folder, user, EXECUTE));
}

/** Whether `user` can reach and read `path`, a folder or a program. */
export function canUse(path: string, user: OsUser): boolean {
  return firstClosed(dirname(path), user) === undefined && permits(path, user, READ_EXECUTE);
}
