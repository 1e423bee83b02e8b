import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AlreadyRunning, boot } from '#host/boot.ts';
import { runCommand } from '#host/command.ts';
import { firstVisit } from '#host/first-visit.ts';
import { logFile, MAIN_ENTRY, prepareHome } from '#host/home.ts';
import { HostError } from '#host/host-error.ts';
import { wantedNatives } from '#host/natives.ts';
import { lockHolder } from '#host/lock.ts';
import { fileSize, tailOf } from '#host/log-files.ts';
import { print, type Progress, showProgress, welcome } from '#host/output.ts';
import { signal, waitUntil } from '#host/processes.ts';
import { type HostState, readState } from '#host/state.ts';
import { monotonic } from '#platform/clock.ts';
import { childEnv, type Config, homeFolder, loadConfig } from '#platform/config.ts';

const HELP = `Usage: smarteros up [--detach] [--with ENGINE]… [--without ENGINE]…

Starts SmarterOS: the embedded PostgreSQL (unless DATABASE_URL is set), the API and the worker.
  -d, --detach       run in the background; returns when everything answers
  --with ENGINE      run an engine beside them, from now on at every start (n8n: 1.5 GB of disk, 0.5 GB of memory);
                     the first time it is installed, which takes some minutes
  --without ENGINE   no longer; its data stays`;

const START_TIMEOUT_MS = 120_000;
const POLL_MS = 50;
const STOP_TIMEOUT_MS = 30_000;
const LINES_SHOWN = 5;
const SERVICES = ['api', 'worker'] as const;
const BACKGROUND = join(import.meta.dirname, 'background.ts');

/** The state of the supervisor that holds the lock now; an older state may still lie there. */
function liveState(home: string): HostState | undefined {
  const holder = lockHolder(home);
  const state = readState(home);
  const author = state?.processes.find(({ name }) => name === 'supervisor');
  return holder && author?.id.pid === holder.pid && author.id.startTicks === holder.startTicks
    ? state
    : undefined;
}

function lastLines(home: string, name: 'api' | 'worker' | 'supervisor', from = 0): string {
  return tailOf(logFile(home, name), LINES_SHOWN, from)
    .map((line) => `    ${line}`)
    .join('\n');
}

const isUp = (state: HostState | undefined, name: string): boolean =>
  state?.processes.some((one) => one.name === name && one.ready) ?? false;

/** Nothing may be left half-started after a failure: the next attempt would find it "already running". */
async function giveUp(home: string, reason: string | undefined): Promise<never> {
  const state = liveState(home);
  const ready = (name: string): boolean => isUp(state, name);
  const named = SERVICES.find((name) => reason?.startsWith(`${name} ended`));
  const missing = named ?? SERVICES.find((name) => !ready(name));
  const what =
    reason ?? `Not ready after ${START_TIMEOUT_MS / 1000} s:\n${lastLines(home, missing ?? 'supervisor')}`;
  const holder = lockHolder(home);
  if (holder) signal(holder.pid, 'SIGTERM');
  await waitUntil(() => !lockHolder(home), STOP_TIMEOUT_MS);
  throw new HostError(
    what,
    `Remove the cause and start again; ${logFile(home, missing ?? 'supervisor')} has more.`,
  );
}

/** Follows a start until everything is ready. `alive` tells whether the process we started still is. */
async function follow(
  home: string,
  progress: Progress,
  alive: () => boolean,
  logStart: number,
): Promise<HostState> {
  let end = monotonic() + START_TIMEOUT_MS;
  for (;;) {
    const over = !alive();
    const state = liveState(home);
    if (state?.phase === 'running') return state;
    // What fails beside us is shown by `status`, and no reason to take the rest away.
    if (state?.phase === 'degraded' && SERVICES.every((name) => isUp(state, name))) return state;
    if (state?.phase === 'degraded') return giveUp(home, state.errors.join('\n  ') || undefined);
    if (over && !lockHolder(home)) {
      const failure = readState(home)?.failure;
      if (failure) throw new HostError(failure.what, failure.remedy);
      throw new HostError(
        `The start ended without a word:\n${lastLines(home, 'supervisor', logStart)}`,
        'Run ./smarteros doctor.',
      );
    }
    if (state?.slow) end = monotonic() + START_TIMEOUT_MS;
    if (monotonic() > end) return giveUp(home, undefined);
    if (state?.step) progress.step(state.step);
    await sleep(POLL_MS);
  }
}

/** What `up` says at the end, once everything answers. */
async function greet(home: string, headline: string, state: HostState): Promise<void> {
  const { apiUrl, publicUrl, console: site } = state;
  const console = site !== undefined && site.status !== 'absent';
  const first = console ? await firstVisit({ home, apiUrl, publicUrl }, false) : undefined;
  print(welcome(headline, { apiUrl, publicUrl, console }, { background: true, first }));
}

async function detach(
  config: Config,
  entry: string,
  natives: readonly string[],
  progress: Progress,
): Promise<void> {
  prepareHome(config.home);
  const log = logFile(config.home, 'supervisor');
  const logStart = fileSize(log);
  const output = openSync(log, 'a', 0o600);
  const child = spawn(process.execPath, [BACKGROUND, entry, ...natives], {
    detached: true,
    stdio: ['ignore', output, output],
    env: childEnv(config),
  });
  closeSync(output);
  child.unref();
  const state = await follow(
    config.home,
    progress,
    () => child.exitCode === null && child.signalCode === null,
    logStart,
  );
  progress.stop();
  await greet(config.home, 'SmarterOS is running.', state);
}

async function alreadyRunning(home: string, wait: boolean, progress: Progress): Promise<void> {
  const state = liveState(home);
  if (state?.phase !== 'running' && wait)
    await follow(home, progress, () => lockHolder(home) !== undefined, 0);
  progress.stop();
  const headline = 'SmarterOS is already running.';
  if (state) await greet(home, headline, state);
  else print(headline);
}

async function start(
  wait: boolean,
  entry: string,
  change: { with: readonly string[]; without: readonly string[] },
  progress: Progress,
): Promise<void> {
  const home = homeFolder();
  const before = wantedNatives(home);
  const natives = [...new Set([...before, ...change.with])].filter((name) => !change.without.includes(name));
  try {
    if (lockHolder(home)) {
      if (natives.join() === before.join()) return await alreadyRunning(home, wait, progress);
      throw new HostError(
        'SmarterOS is running; which engines run beside it is decided when it starts.',
        'Stop it first: ./smarteros down',
      );
    }
    const config = loadConfig();
    if (wait) await detach(config, entry, natives, progress);
    else await boot(config, { entry, foreground: true, progress, natives });
  } catch (error) {
    if (!(error instanceof AlreadyRunning)) throw error;
    await alreadyRunning(home, wait, progress);
  }
}

/** `smarteros up`. `entry` is another program than ours in tests only. */
export function up(args: string[], entry: string = MAIN_ENTRY): Promise<number> {
  const options = {
    detach: { type: 'boolean', short: 'd' },
    with: { type: 'string', multiple: true },
    without: { type: 'string', multiple: true },
  } as const;
  return runCommand(args, {
    help: HELP,
    options,
    onFailure: 1,
    async run(values) {
      const progress = showProgress();
      const change = { with: values.with ?? [], without: values.without ?? [] };
      await start(values.detach === true, entry, change, progress).finally(progress.stop);
      return 0;
    },
  });
}
