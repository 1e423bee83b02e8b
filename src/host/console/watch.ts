import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { logFile } from '#host/home.ts';
import { note } from '#host/log-files.ts';
import type { Plan } from '#host/plan.ts';
import { readConsoleState, type ConsoleState } from '#platform/console-site.ts';

const BUILDER = join(import.meta.dirname, 'builder.ts');

export interface ConsoleBuild {
  readonly state: () => ConsoleState;
  /** Begins, once; the API and the worker come first. */
  readonly start: () => void;
  readonly stop: () => void;
}

/** Has the console built beside what runs. A failure takes nothing else away; the next start tries again. */
export function watchConsole(plan: Plan, changed: (event: string) => void): ConsoleBuild {
  let child: ChildProcess | undefined;
  let state: ConsoleState = { status: plan.console ? 'building' : 'absent' };

  function ended(code: number | null): void {
    child = undefined;
    const told = readConsoleState(plan.home);
    state =
      told.status === 'building'
        ? { status: 'failed', reason: `the builder ended (${code ?? 'killed'}).` }
        : told;
    note(plan.home, state.status === 'failed' ? 'warn' : 'info', `console ${state.status}`, {
      reason: state.reason,
    });
    changed(`the console is ${state.status}`);
  }

  return {
    state: () => state,
    start() {
      if (!plan.console || child) return;
      const output = openSync(logFile(plan.home, 'console'), 'a', 0o600);
      // A group of its own, with all that it starts; it notices by its standard input when we are gone.
      child = spawn(process.execPath, [BUILDER], { detached: true, stdio: ['pipe', output, output] });
      closeSync(output);
      child.once('error', () => ended(null));
      child.once('exit', ended);
    },
    stop() {
      if (child?.pid === undefined) return;
      child.removeAllListeners('exit');
      try {
        // It cleans up, while what it started ends with it.
        process.kill(-child.pid, 'SIGTERM');
      } catch {
        // It has just ended by itself.
      }
    },
  };
}
