import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { explain, HostError } from '#host/host-error.ts';
import { POSTGRES_MAJOR, type PostgresPlace } from '#host/postgres-place.ts';
import { preparePrograms } from '#host/postgres-programs.ts';
import { processesNaming, signal, waitUntil } from '#host/processes.ts';
import {
  ACCESS_CONF,
  ACCESS_FILE,
  CUSTOM_CONF,
  CUSTOM_FILE,
  MAIN_CONF,
  renderSettings,
  SETTINGS_FILE,
} from '#host/postgres-settings.ts';
import { markOf, PASSWORD_MARK } from '#host/postgres-password.ts';
import { CREATE_DATABASE, setPassword } from '#host/store.ts';

const INIT_TIMEOUT_MS = 120_000;
const SWEEP_TIMEOUT_MS = 5_000;
const OUTPUT_MAX_BYTES = 4_000;
const INITDB_FLAGS = [
  '-U',
  'postgres',
  '-A',
  'trust',
  '-E',
  'UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--no-locale',
  '--data-checksums',
  '--no-instructions',
];

/** Nothing of our own environment: a stray PGDATA or PGPORT must not move the server. */
export const SERVER_ENV = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

function giveTo(place: PostgresPlace, path: string): void {
  if (place.uid !== undefined && place.gid !== undefined) chownSync(path, place.uid, place.gid);
}

/** Writes a file into a folder that may belong to the database user, never through a link it may have left there. */
export function writeFor(place: PostgresPlace, path: string, text: string): void {
  const temporary = `${path}.new`;
  rmSync(temporary, { force: true });
  writeFileSync(temporary, text, { flag: 'wx', mode: 0o600 });
  giveTo(place, temporary);
  renameSync(temporary, path);
}

/** Leaves `home/postgres` → root when the root lies outside, and claims the root for this home. */
function linkRoot(place: PostgresPlace): void {
  const link = join(place.home, 'postgres');
  if (place.root === link) return;
  const note = join(place.root, 'home');
  const owner = existsSync(note) ? readFileSync(note, 'utf8').trim() : place.home;
  const ownerLink = join(owner, 'postgres');
  if (owner !== place.home && existsSync(ownerLink) && realpathSync(ownerLink) === realpathSync(place.root)) {
    throw new HostError(
      `${place.home} is a copy of ${owner}, whose database in ${place.root} is still in use there.`,
      `Remove the link ${link} to give this copy a database of its own.`,
    );
  }
  writeFileSync(note, `${place.home}\n`, { mode: 0o600 });
  if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(place.root, link);
}

function prepareSocketDir(place: PostgresPlace): void {
  const owner = place.uid ?? process.getuid?.() ?? 0;
  if (!lstatSync(place.socketDir, { throwIfNoEntry: false })) {
    mkdirSync(place.socketDir, { mode: 0o700 });
    giveTo(place, place.socketDir);
  }
  const stat = lstatSync(place.socketDir);
  if (!stat.isDirectory() || stat.uid !== owner) {
    throw new HostError(
      `${place.socketDir} belongs to somebody else, so it can't guard the database's socket.`,
      'Remove it and start again.',
    );
  }
  chmodSync(place.socketDir, 0o700);
}

/** Makes everything but the data: folders, programs, links. Cheap when all is there. */
export function preparePlace(place: PostgresPlace): void {
  try {
    mkdirSync(place.root, { recursive: true, mode: 0o711 });
    chmodSync(place.root, 0o711);
    linkRoot(place);
    mkdirSync(dirname(place.logFile), { recursive: true, mode: 0o700 });
    preparePrograms(place);
    prepareSocketDir(place);
  } catch (error) {
    throw explain(error, 'preparing', place.root);
  }
}

function programFailure(place: PostgresPlace, program: string, output: string): HostError {
  if (/No space left on device|Disk quota exceeded/.test(output)) {
    return new HostError(
      `The disk is full: ${program} could not write to ${place.root}.`,
      'Free some space and try again.',
    );
  }
  if (/could not look up effective user/.test(output)) {
    return new HostError(
      `PostgreSQL needs a named user, and uid ${process.getuid?.()} has no entry in /etc/passwd.`,
      'Add an entry for it, or set DATABASE_URL to a PostgreSQL of your own.',
    );
  }
  return new HostError(
    `${program} failed: ${output.trim()}`,
    'The message above names the cause; then start again.',
  );
}

/** What PostgreSQL says of a statement that failed in single-user mode, which then ends as if nothing had happened. */
const REFUSED = /(?:ERROR|FATAL|PANIC): /;

/** Runs one of PostgreSQL's programs to its end. @throws HostError what it says */
export async function run(
  place: PostgresPlace,
  program: 'initdb' | 'postgres',
  args: string[],
  { input = '', cwd = place.root, timeoutMs = INIT_TIMEOUT_MS } = {},
): Promise<void> {
  const { uid, gid } = place;
  const child = spawn(join(place.binDir, program), args, {
    ...(uid !== undefined && gid !== undefined && { uid, gid }),
    cwd,
    env: SERVER_ENV,
    timeout: timeoutMs,
    stdio: 'pipe',
  });
  let output = '';
  const collect = (chunk: Buffer): void => {
    output = `${output}${chunk.toString()}`.slice(-OUTPUT_MAX_BYTES);
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0 || REFUSED.test(output)) throw programFailure(place, program, output);
}

function assertMajor(place: PostgresPlace): void {
  const major = readFileSync(join(place.dataDir, 'PG_VERSION'), 'utf8').trim();
  if (major === String(POSTGRES_MAJOR)) return;
  throw new HostError(
    `The data in ${place.dataDir} was written by PostgreSQL ${major}; this release brings ${POSTGRES_MAJOR}.`,
    `Go back to the release that wrote it, take a backup there, and restore it here (the folder must be moved away first).`,
  );
}

/** An empty folder is fine: the rename below replaces it. */
function refuseStrangers(place: PostgresPlace): void {
  if (!existsSync(place.dataDir) || readdirSync(place.dataDir).length === 0) return;
  throw new HostError(
    `${place.dataDir} holds files but is not a PostgreSQL database.`,
    'Move that folder away, or restore a backup into it.',
  );
}

/** Leftovers of an initialisation that was killed half-way: its folder, and perhaps an initdb still at work in it. */
async function sweep(place: PostgresPlace): Promise<void> {
  for (const name of readdirSync(place.root).filter((entry) => entry.startsWith('data.init-'))) {
    const folder = join(place.root, name);
    for (const pid of processesNaming(folder)) signal(pid, 'SIGKILL');
    await waitUntil(() => processesNaming(folder).length === 0, SWEEP_TIMEOUT_MS);
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Creates the database cluster and the database `smarteros`, unless they exist. It is built beside its final place and
 * renamed, so a killed attempt leaves nothing that looks like a database. `password` is the superuser's, else it has none.
 * @throws HostError disk full, no permission, or data of another major version
 */
export async function initPostgres(
  place: PostgresPlace,
  opts: { sync?: boolean; password?: string } = {},
): Promise<void> {
  preparePlace(place);
  if (existsSync(join(place.dataDir, 'PG_VERSION'))) return assertMajor(place);
  refuseStrangers(place);
  await sweep(place);
  const building = `${place.dataDir}.init-${process.pid}`;
  try {
    mkdirSync(building, { mode: 0o700 });
    giveTo(place, building);
    const sync = opts.sync === false ? ['--no-sync'] : [];
    await run(place, 'initdb', [
      ...INITDB_FLAGS,
      ...sync,
      '-L',
      join(dirname(place.binDir), 'share/postgresql'),
      '-D',
      building,
    ]);
    writeFor(place, join(building, SETTINGS_FILE), renderSettings(place));
    writeFor(place, join(building, 'postgresql.conf'), MAIN_CONF);
    writeFor(place, join(building, CUSTOM_FILE), CUSTOM_CONF);
    for (const name of [ACCESS_FILE, 'pg_hba.conf']) writeFor(place, join(building, name), ACCESS_CONF);
    const { password } = opts;
    const input = CREATE_DATABASE + (password === undefined ? '' : setPassword(password));
    await run(place, 'postgres', ['--single', '-D', building, 'postgres'], { input });
    if (password !== undefined) writeFor(place, join(building, PASSWORD_MARK), markOf(password));
    renameSync(building, place.dataDir);
    // An initdb that was being started as its parent died bore no name yet when we first looked.
    await sweep(place);
  } catch (error) {
    rmSync(building, { recursive: true, force: true });
    throw explain(error, 'creating the database in', place.root);
  }
}
