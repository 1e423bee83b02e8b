import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { explain, HostError } from '#host/host-error.ts';
import { tailOf } from '#host/log-files.ts';
import { parseLine } from '#host/log-lines.ts';
import { preparePlace, run, SERVER_ENV, writeFor } from '#host/postgres-install.ts';
import { isClosed, markOf, PASSWORD_MARK } from '#host/postgres-password.ts';
import { type PostgresPlace, SOCKET_FILE } from '#host/postgres-place.ts';
import { ACCESS_CONF, ACCESS_FILE, renderSettings, SETTINGS_FILE } from '#host/postgres-settings.ts';
import { commandLine, identify, isRunning, processesIn, signal, waitUntil } from '#host/processes.ts';
import { setPassword } from '#host/store.ts';

export { initPostgres } from '#host/postgres-install.ts';
export { locatePostgres, type PostgresPlace, postgresUrl } from '#host/postgres-place.ts';

/** Recovery after a crash replays the log first: minutes on a slow disk, and killing it there would only repeat it. */
const START_TIMEOUT_MS = 300_000;
const FAST_STOP_TIMEOUT_MS = 30_000;
const HARD_STOP_TIMEOUT_MS = 5_000;
/** Backends of a killed server notice within moments; until then they hold its shared memory. */
const ORPHAN_GRACE_MS = 3_000;
const LOG_LINES_SHOWN = 8;
/** Said at every start, whatever becomes of it. */
const ROUTINE = /^(starting PostgreSQL|listening on|database system (is|was) )/;

export type RunningPostgres = { pid: number };

/** postmaster.pid, by line: pid, data folder, start time, port, socket folder, address, shared memory, state. */
function pidFile(place: PostgresPlace): { pid: number; state: string } | undefined {
  try {
    const lines = readFileSync(join(place.dataDir, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), state: (lines[7] ?? '').trim() };
  } catch {
    return undefined;
  }
}

/** A pid file outlives its server and pids are reused, so the process itself must name our data folder. */
function isOurServer(pid: number, place: PostgresPlace): boolean {
  const [program = '', ...args] = commandLine(pid);
  return program.endsWith('/postgres') && args.includes('-D') && args.includes(place.dataDir);
}

/** The running server of this place, started by whomever; undefined when there is none. */
export function adoptPostgres(place: PostgresPlace): RunningPostgres | undefined {
  const file = pidFile(place);
  if (!file || !isOurServer(file.pid, place)) return undefined;
  return { pid: file.pid };
}

/**
 * Ends what a killed server left behind. Only when no process works in the data folder any more may a pid file be
 * removed whose number now belongs to a stranger; PostgreSQL itself would refuse to start beside it.
 */
async function clearRemains(place: PostgresPlace): Promise<void> {
  const folder = realpathSync(place.dataDir);
  const gone = (): boolean => processesIn(folder).length === 0;
  if (!(await waitUntil(gone, ORPHAN_GRACE_MS))) {
    for (const pid of processesIn(folder)) signal(pid, 'SIGQUIT');
    if (!(await waitUntil(gone, HARD_STOP_TIMEOUT_MS)))
      for (const pid of processesIn(folder)) signal(pid, 'SIGKILL');
    if (!(await waitUntil(gone, HARD_STOP_TIMEOUT_MS))) {
      throw new HostError(
        `Processes of a former database (${processesIn(folder).join(', ')}) still use ${folder}.`,
        'End them, then start again.',
      );
    }
  }
  const file = pidFile(place);
  // A zombie counts as alive to PostgreSQL, and a supervisor that replaced the starter's program never reaps its own.
  if (file && existsSync(`/proc/${file.pid}`)) rmSync(join(place.dataDir, 'postmaster.pid'), { force: true });
  for (const name of [SOCKET_FILE, `${SOCKET_FILE}.lock`])
    rmSync(join(place.socketDir, name), { force: true });
}

type Launch = { pid: number; exited: () => boolean; problem: () => string; logStart: number };

function launch(place: PostgresPlace): Launch {
  mkdirSync(dirname(place.logFile), { recursive: true, mode: 0o700 });
  const log = openSync(place.logFile, 'a', 0o600);
  const logStart = statSync(place.logFile).size;
  const { uid, gid } = place;
  let over = false;
  let problem = '';
  try {
    // Its own session: Ctrl-C in our terminal must not reach it before the API and worker are done.
    const child = spawn(join(place.binDir, 'postgres'), ['-D', place.dataDir], {
      ...(uid !== undefined && gid !== undefined && { uid, gid }),
      cwd: place.dataDir,
      env: SERVER_ENV,
      detached: true,
      stdio: ['ignore', log, log],
    });
    child.on('exit', () => (over = true));
    child.on('error', (error) => {
      over = true;
      problem = error.message;
    });
    child.unref();
    return { pid: child.pid ?? 0, exited: () => over, problem: () => problem, logStart };
  } finally {
    closeSync(log);
  }
}

function startFailure(place: PostgresPlace, launched: Launch): HostError {
  const said = tailOf(place.logFile, LOG_LINES_SHOWN, launched.logStart).map((line) => parseLine(line).msg);
  const lines = launched.problem() || said.filter((line) => !ROUTINE.test(line)).join('; ');
  if (/No space left on device|Disk quota exceeded/.test(lines)) {
    return new HostError(
      `The disk is full: PostgreSQL can't write to ${place.dataDir}.`,
      'Free some space and try again.',
    );
  }
  if (/could not map|could not resize shared memory|Cannot allocate memory/.test(lines)) {
    return new HostError(
      `Too little memory for PostgreSQL:\n${lines}`,
      'Stop other programs, or add memory.',
    );
  }
  return new HostError(
    `PostgreSQL did not start: ${lines || 'it said nothing'}`,
    `See ${place.logFile}; your own settings in ${join(place.dataDir, 'custom.conf')} may be the cause.`,
  );
}

/** Gives the superuser its password while nobody can log in, and writes down last that it has. */
async function close(place: PostgresPlace, password: string): Promise<void> {
  await run(place, 'postgres', ['--single', '-D', place.dataDir, 'postgres'], {
    input: setPassword(password),
    // Where it is looked for should we be killed now.
    cwd: place.dataDir,
    // It may have to recover first.
    timeoutMs: START_TIMEOUT_MS,
  });
  writeFor(place, join(place.dataDir, PASSWORD_MARK), markOf(password));
}

const isReady = (place: PostgresPlace): boolean => pidFile(place)?.state === 'ready';

/** The server that runs here, once it accepts connections; none when it ends before. */
async function runningPostgres(place: PostgresPlace): Promise<RunningPostgres | undefined> {
  const running = adoptPostgres(place);
  const alive = running && identify(running.pid);
  if (!alive) return undefined;
  await waitUntil(() => isReady(place) || !isRunning(alive), START_TIMEOUT_MS);
  return isRunning(alive) && isReady(place) ? running : undefined;
}

/**
 * Starts the server of an initialised place, or adopts the one that runs, and waits until it accepts connections.
 * `settings` are server settings that win over ours, e.g. `{ fsync: 'off' }` for a throw-away cluster. With `password`
 * the superuser has that one: where it had another or none, as a former release left it, the server is stopped for it.
 * @throws HostError when it doesn't come up
 */
export async function startPostgres(
  place: PostgresPlace,
  opts: { settings?: Record<string, string>; password?: string } = {},
): Promise<RunningPostgres> {
  const open = opts.password !== undefined && !isClosed(place, opts.password);
  if (open) await stopPostgres(place);
  const running = await runningPostgres(place);
  if (running) return running;
  try {
    preparePlace(place);
    await clearRemains(place);
    if (open) await close(place, opts.password!);
    writeFor(place, join(place.dataDir, ACCESS_FILE), ACCESS_CONF);
    writeFor(place, join(place.dataDir, SETTINGS_FILE), renderSettings(place, opts.settings));
    const launched = launch(place);
    const { pid, exited } = launched;
    const settled = (): boolean => exited() || (isReady(place) && pidFile(place)?.pid === pid);
    if ((await waitUntil(settled, START_TIMEOUT_MS)) && !exited()) return { pid };
    // Whoever was killed while starting it may have left one that came up meanwhile.
    const other = await runningPostgres(place);
    if (other) return other;
    throw startFailure(place, launched);
  } catch (error) {
    throw explain(error, 'starting the database in', place.dataDir);
  }
}

/**
 * Stops the server: open transactions are rolled back, data is checkpointed. Does nothing when it isn't running.
 * After 30 s it is told to quit at once (the next start recovers), then killed.
 */
export async function stopPostgres(place: PostgresPlace): Promise<void> {
  const running = adoptPostgres(place);
  const id = running && identify(running.pid);
  if (!id) return;
  const gone = (): boolean => !isRunning(id);
  signal(id.pid, 'SIGINT');
  if (await waitUntil(gone, FAST_STOP_TIMEOUT_MS)) return;
  signal(id.pid, 'SIGQUIT');
  if (await waitUntil(gone, HARD_STOP_TIMEOUT_MS)) return;
  signal(id.pid, 'SIGKILL');
  await waitUntil(gone, HARD_STOP_TIMEOUT_MS);
}
