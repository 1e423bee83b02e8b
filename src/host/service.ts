import { type ChildProcess, spawn, type SpawnOptions } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { probe } from '#host/health.ts';
import { logFile } from '#host/home.ts';
import { nativeFolder, readNative } from '#host/natives.ts';
import { fileSize, note, noteIn, readFrom, tailOf } from '#host/log-files.ts';
import { lastError as lastErrorOf, summarise } from '#host/log-lines.ts';
import type { Plan } from '#host/plan.ts';
import { identify, type ProcessId, signal } from '#host/processes.ts';
import type { ProcessName } from '#host/state.ts';
import { monotonic } from '#platform/clock.ts';

const BACKOFF_FIRST_MS = 200;
const BACKOFF_MAX_MS = 10_000;
/**
 * After this long without a fault, earlier ones are forgotten: waiting keeps a machine from starting all the time, and
 * somebody who has been killed after a while of good work is wanted back at once.
 */
const HEALTHY_AFTER_MS = 2_000;
const READY_POLL_MS = 100;
/** A server that lives but answers nothing for this many checks in a row hangs, and is replaced. */
const SILENT_CHECKS_MAX = 6;
/** A single miss may be a busy moment. */
const SILENT_CHECKS_SHOWN = 2;
const CHECK_EVERY_MS = 10_000;
const NODE_FLAGS = ['--import', import.meta.resolve('#host/trim.ts')];
const LINES_READ = 50;
const READY_LINE = '"msg":"worker ready"';

export type Service = {
  name: ProcessName;
  id: () => ProcessId | undefined;
  ready: () => boolean;
  /** Ends in a row since it was last healthy. */
  failures: () => number;
  /** Why it isn't running, in one line. */
  lastError: () => string | undefined;
  start: () => void;
  /** Asks it to finish, then forces it; resolves when it is gone. */
  stop: (graceMs: number) => Promise<void>;
  kill: () => void;
};

/** How a process of ours is started, and where it answers; the worker answers nowhere and says that it is ready. */
interface Program {
  readonly args: readonly string[];
  readonly options: SpawnOptions;
  readonly answersAt?: readonly [host: string, port: number, path: string];
}

function programOf(name: ProcessName, plan: Plan): Program {
  if (plan.natives.includes(name)) {
    const { args, env, port, health } = readNative(plan.home, name);
    const options = { env: { ...env }, cwd: nativeFolder(plan.home, name) };
    return { args, options, answersAt: ['127.0.0.1', port, health] };
  }
  const args = [...NODE_FLAGS, plan.entry, name];
  return name === 'api'
    ? { args, options: {}, answersAt: [plan.host, plan.port, '/health'] }
    : { args, options: {} };
}

/** Starts the API, the worker or an engine, and starts it again whenever it ends. `changed` is called at every turn. */
export function createService(name: ProcessName, plan: Plan, changed: (event: string) => void): Service {
  const log = logFile(plan.home, name);
  const program = programOf(name, plan);
  let child: ChildProcess | undefined;
  let id: ProcessId | undefined;
  let ready = false;
  let stopping = false;
  let failures = 0;
  let lastError: string | undefined;
  let logStart = 0;
  let readySince = 0;
  let silent = 0;
  let retry: NodeJS.Timeout | undefined;

  function ended(reason: string): void {
    child = undefined;
    id = undefined;
    if (stopping) return;
    if (ready && monotonic() - readySince > HEALTHY_AFTER_MS) failures = 0;
    ready = false;
    failures += 1;
    const wait = Math.min(BACKOFF_FIRST_MS * 2 ** (failures - 1), BACKOFF_MAX_MS);
    const lines = tailOf(log, LINES_READ, logStart);
    // What a killed process said last explains nothing, unless it was an error.
    const said = reason.startsWith('SIG') ? lastErrorOf(lines) : summarise(lines) || 'it said nothing';
    lastError = [`${name} ended (${reason})`, said].filter(Boolean).join(': ');
    note(plan.home, 'warn', `${name} ended`, { reason, failures, retryMs: wait });
    retry = setTimeout(start, wait);
    changed(`${name} ended (${reason}); starting it again`);
  }

  function start(): void {
    // Dates what a process prints that dies before it can log.
    noteIn(log, 'info', `starting ${name}`);
    logStart = fileSize(log);
    let output: number | undefined;
    try {
      output = openSync(log, 'a', 0o600);
      // A session of its own: Ctrl-C in our terminal is for us; we then stop it in order.
      child = spawn(process.execPath, program.args, {
        ...program.options,
        detached: true,
        stdio: ['ignore', output, output],
      });
    } catch (error) {
      return ended(String(error));
    } finally {
      if (output !== undefined) closeSync(output);
    }
    let over = false;
    const once = (reason: string): void => {
      if (!over) ended(reason);
      over = true;
    };
    child.once('error', (error) => once(error.message));
    child.once('exit', (code, killer) => once(killer ?? `exit code ${code}`));
    if (child.pid !== undefined) id = identify(child.pid);
    void awaitReady(child);
  }

  async function isReady(): Promise<boolean> {
    if (program.answersAt) return (await probe(...program.answersAt)) === 'healthy';
    return readFrom(log, logStart).includes(READY_LINE);
  }

  async function awaitReady(mine: ChildProcess): Promise<void> {
    while (child === mine && !stopping) {
      const answer = await isReady();
      if (child !== mine || stopping) return;
      if (answer) {
        ready = true;
        readySince = monotonic();
        silent = 0;
        lastError = undefined;
        note(plan.home, 'info', `${name} ready`, { pid: mine.pid });
        changed(`${name} is ready`);
        if (program.answersAt) void watch(mine, program.answersAt);
        return;
      }
      await pause(READY_POLL_MS);
    }
  }

  function showSilence(hangs: boolean): void {
    if (hangs !== ready) return;
    ready = !hangs;
    lastError = hangs ? `${name} does not answer` : undefined;
    note(plan.home, 'warn', hangs ? `${name} does not answer` : `${name} answers again`);
    changed(hangs ? `${name} does not answer` : `${name} answers again`);
  }

  /** Ends what hangs: only its own process could tell us otherwise, and it doesn't answer. */
  async function watch(mine: ChildProcess, at: NonNullable<Program['answersAt']>): Promise<void> {
    while (child === mine && !stopping) {
      await pause(CHECK_EVERY_MS);
      if (child !== mine || stopping) return;
      const answer = await probe(...at);
      if (child !== mine || stopping) return;
      silent = answer === 'silent' ? silent + 1 : 0;
      showSilence(silent >= SILENT_CHECKS_SHOWN);
      if (silent < SILENT_CHECKS_MAX) continue;
      note(plan.home, 'error', `${name} answers nothing; replacing it`, { pid: mine.pid });
      mine.kill('SIGKILL');
      return;
    }
  }

  return {
    name,
    id: () => id,
    ready: () => ready,
    failures: () => failures,
    lastError: () => lastError,
    start,
    kill: () => child?.kill('SIGKILL'),
    async stop(graceMs) {
      stopping = true;
      ready = false;
      clearTimeout(retry);
      const mine = child;
      if (!mine?.pid) return;
      const gone = new Promise<void>((resolve) => mine.once('exit', () => resolve()));
      signal(mine.pid, 'SIGTERM');
      const force = setTimeout(() => mine.kill('SIGKILL'), graceMs);
      await gone;
      clearTimeout(force);
    },
  };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
