import { runCommand } from '#host/command.ts';
import { withoutPassword } from '#host/database-url.ts';
import { localUrl } from '#host/health.ts';
import { inMib } from '#host/home.ts';
import { lockHolder } from '#host/lock.ts';
import { orphans } from '#host/orphans.ts';
import { paint, print } from '#host/output.ts';
import { adoptPostgres, locatePostgres, postgresUrl } from '#host/postgres.ts';
import { isRunning, rssBytes } from '#host/processes.ts';
import type { ConsoleState } from '#platform/console-site.ts';
import { type HostState, type ProcessName, type ProcessState, readState } from '#host/state.ts';
import { homeFolder, loadConfig } from '#platform/config.ts';

const HELP = `Usage: smarteros status [--json]

Shows what runs. Exit code: 0 running, 1 starting or degraded, 3 stopped.`;

type Status = 'running' | 'starting' | 'degraded' | 'stopped';

export type StatusReport = {
  status: Status;
  api: { url: string };
  /** `url` is null until it is ready; `reason` says why it failed. */
  console: { url: string | null; status: ConsoleState['status']; reason?: string };
  database: { url: string; embedded: boolean };
  processes: { name: ProcessName; pid: number; rssBytes: number }[];
  /** Why it is degraded; absent otherwise. */
  errors?: string[];
};

const EXIT_CODES: Record<Status, number> = { running: 0, starting: 1, degraded: 1, stopped: 3 };

/** From the settings: what would run. */
function stopped(home: string): StatusReport {
  const { host, port, databaseUrl } = loadConfig();
  return {
    status: 'stopped',
    api: { url: localUrl(host, port) },
    console: { url: null, status: 'absent' },
    database: databaseUrl
      ? { url: withoutPassword(databaseUrl), embedded: false }
      : { url: postgresUrl(locatePostgres(home)), embedded: true },
    processes: [],
  };
}

function consoleOf({ apiUrl, console: found }: HostState): StatusReport['console'] {
  const { status: how, reason } = found ?? { status: 'absent' };
  return {
    url: how === 'ready' ? `${apiUrl}/app` : null,
    status: how,
    ...(reason !== undefined && { reason }),
  };
}

function report(
  state: HostState,
  phase: Status,
  processes: readonly Pick<ProcessState, 'name' | 'id'>[],
  errors: string[],
): StatusReport {
  return {
    status: phase,
    api: { url: state.apiUrl },
    console: consoleOf(state),
    database: { url: state.databaseUrl, embedded: state.embedded },
    processes: processes.map(({ name, id }) => ({ name, pid: id.pid, rssBytes: rssBytes(id.pid) })),
    ...(phase === 'degraded' && { errors }),
  };
}

/** What is left when the supervisor was killed: not "stopped", for the API may well answer. */
function abandoned(home: string, state: HostState): StatusReport | undefined {
  const left = orphans(home);
  const database = state.embedded ? state.processes.find(({ name }) => name === 'postgres') : undefined;
  const alive =
    database && adoptPostgres(locatePostgres(home))?.pid === database.id.pid ? [database, ...left] : left;
  if (alive.length === 0) return undefined;
  return report(state, 'degraded', alive, [
    'The supervisor was killed: nothing is restarted now. Run ./smarteros up.',
  ]);
}

export function statusReport(home: string = homeFolder()): StatusReport {
  const state = readState(home);
  if (!state) return lockHolder(home) ? { ...stopped(home), status: 'starting' } : stopped(home);
  if (!lockHolder(home)) return abandoned(home, state) ?? stopped(home);
  const alive = state.processes.filter(({ id }) => isRunning(id));
  const gone = state.processes
    .filter((process) => !alive.includes(process))
    .map(({ name }) => `${name} has just ended`);
  if (state.phase === 'running' && gone.length === 0) return report(state, 'running', alive, []);
  const starting = state.phase === 'starting' || state.phase === 'stopping' || state.phase === 'failed';
  return report(state, starting ? 'starting' : 'degraded', alive, [...state.errors, ...gone]);
}

const COLOURS = { running: 'green', starting: 'yellow', degraded: 'red', stopped: 'dim' } as const;

function consoleLine({ url, status: how, reason }: StatusReport['console']): string {
  if (how === 'building') return 'is being built; this takes a minute or two, once';
  if (how === 'failed') return paint('red', `failed: ${reason ?? ''}`);
  return url ?? 'none';
}

function printTable({ status: phase, api, console: site, database, processes, errors }: StatusReport): void {
  print(`SmarterOS is ${paint(COLOURS[phase], phase)}.`);
  for (const error of errors ?? []) print(`  ${paint('red', '!')} ${error}`);
  if (phase === 'stopped') return print('  Start it with ./smarteros up');
  print('');
  print(`  API       ${api.url}`);
  print(`  Console   ${consoleLine(site)}`);
  print(`  Database  ${database.embedded ? 'embedded' : database.url}`);
  print('');
  print(paint('dim', '  process         pid     memory'));
  for (const { name, pid, rssBytes: bytes } of processes) {
    print(`  ${name.padEnd(12)} ${String(pid).padStart(6)} ${inMib(bytes).padStart(10)}`);
  }
}

export function status(args: string[]): Promise<number> {
  return runCommand(args, {
    help: HELP,
    options: { json: { type: 'boolean' } },
    onFailure: 2,
    run(values) {
      const answer = statusReport();
      if (values.json) print(JSON.stringify(answer));
      else printTable(answer);
      return EXIT_CODES[answer.status];
    },
  });
}
