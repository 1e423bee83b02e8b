import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { runFile } from '#host/home.ts';
import { systemCode } from '#host/host-error.ts';
import { identify, isRunning, type ProcessId } from '#host/processes.ts';

const TRIES = 5;
const lockPath = (home: string): string => runFile(home, 'supervisor.pid');

function readId(path: string): ProcessId | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as ProcessId;
  } catch {
    return undefined;
  }
}

/** The supervisor that runs this home, if any. */
export function lockHolder(home: string): ProcessId | undefined {
  const id = readId(lockPath(home));
  return id && isRunning(id) ? id : undefined;
}

/** Links the prepared file into place: it exists with its content, or not at all. */
function claim(temporary: string, path: string): boolean {
  try {
    linkSync(temporary, path);
    return true;
  } catch (error) {
    if (systemCode(error) === 'EEXIST') return false;
    throw error;
  }
}

/**
 * Takes a dead holder's lock away. Two of us may try at once, so what was moved is looked at again: a lock that
 * turns out to be alive goes back.
 */
function removeStale(path: string): void {
  const aside = `${path}.stale.${process.pid}`;
  try {
    renameSync(path, aside);
    const id = readId(aside);
    if (id && isRunning(id)) claim(aside, path);
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** Makes this process (it may later replace its program: the pid stays) the home's only supervisor; false if another is. */
export function takeLock(home: string): boolean {
  const path = lockPath(home);
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, JSON.stringify(identify(process.pid)), { mode: 0o600 });
  try {
    for (let attempt = 0; attempt < TRIES; attempt++) {
      if (claim(temporary, path)) return true;
      if (lockHolder(home)) return lockHolder(home)?.pid === process.pid;
      removeStale(path);
    }
    return false;
  } finally {
    rmSync(temporary, { force: true });
  }
}

export function releaseLock(home: string): void {
  if (lockHolder(home)?.pid === process.pid) rmSync(lockPath(home), { force: true });
}
