import { readFileSync, rmSync } from 'node:fs';
import { runFile, writeWhole } from '#host/home.ts';
import type { ProcessId } from '#host/processes.ts';
import type { ConsoleState } from '#platform/console-site.ts';

/** Ours, or the name of an engine that runs beside. */
export type ProcessName = 'supervisor' | 'postgres' | 'api' | 'worker' | (string & {});

export type ProcessState = {
  name: ProcessName;
  id: ProcessId;
  ready: boolean;
};

export type Failure = { what: string; remedy: string };

/** What a running supervisor tells the other commands. Holds no secret: passwords in URLs are replaced. */
export type HostState = {
  phase: 'starting' | 'running' | 'degraded' | 'stopping' | 'failed';
  /** What it is doing right now, for a person who waits. */
  step?: string;
  /** It may take many minutes: something is being installed. */
  slow?: true;
  apiUrl: string;
  publicUrl: string;
  databaseUrl: string;
  embedded: boolean;
  processes: ProcessState[];
  /** Why it is degraded, a line per cause. */
  errors: string[];
  failure?: Failure;
  /** Absent while everything is still being started. */
  console?: ConsoleState;
};

const statePath = (home: string): string => runFile(home, 'state.json');

export function writeState(home: string, state: HostState): void {
  writeWhole(statePath(home), `${JSON.stringify(state)}\n`);
}

/** The last state written, by a supervisor that may be gone by now. */
export function readState(home: string): HostState | undefined {
  try {
    return JSON.parse(readFileSync(statePath(home), 'utf8')) as HostState;
  } catch {
    return undefined;
  }
}

export function clearState(home: string): void {
  rmSync(statePath(home), { force: true });
}
