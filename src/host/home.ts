import { accessSync, constants, existsSync, mkdirSync, renameSync, statfsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { explain, HostError } from '#host/host-error.ts';
import { ancestors } from '#host/os-user.ts';

export const PROJECT = resolve(import.meta.dirname, '../..');

/** The program that `up` starts as `migrate`, `api` and `worker`. */
export const MAIN_ENTRY = join(PROJECT, 'src/app/main.ts');

/** Of our own processes; engines that run beside have theirs as well. */
export const LOG_NAMES = ['supervisor', 'postgres', 'api', 'worker', 'console'] as const;

export const logFile = (home: string, name: string): string => join(home, 'logs', `${name}.log`);
export const runFile = (home: string, name: string): string => join(home, 'run', name);
export const compileCache = (home: string): string => join(home, 'cache', 'compile');

const MIB = 1024 * 1024;
/** Below this PostgreSQL may stop in the middle of a checkpoint, so we don't start. */
export const DISK_MIN_BYTES = 200 * MIB;
export const DISK_LOW_BYTES = 1024 * MIB;

export function freeDiskBytes(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}

export const inMib = (bytes: number): string => `${Math.round(bytes / MIB)} MB`;

/**
 * Makes a folder and what is missing above it, for the owner only. Not by `recursive`: where the system answers "no such
 * file" to mkdir itself (/proc does), Node would try for ever.
 */
export function makeFolder(path: string): void {
  for (const folder of ancestors(path)) {
    if (!existsSync(folder)) mkdirSync(folder, { mode: 0o700 });
  }
}

/**
 * Makes the folders of a home, for its owner only.
 * @throws HostError when they can't be made or written, or the disk is almost full
 */
export function prepareHome(home: string): void {
  try {
    for (const name of ['logs', 'run', 'cache']) {
      makeFolder(join(home, name));
      accessSync(join(home, name), constants.W_OK);
    }
  } catch (error) {
    throw explain(error, 'writing to', home);
  }
  const free = freeDiskBytes(home);
  if (free >= DISK_MIN_BYTES) return;
  throw new HostError(
    `The disk that holds ${home} is almost full: ${inMib(free)} are free.`,
    `Free at least ${inMib(DISK_MIN_BYTES)}, or set SMARTEROS_HOME to a folder on another disk.`,
  );
}

/** Replaces a file as a whole: a reader, or a crash, sees the old text or the new. */
export function writeWhole(path: string, text: string): void {
  const temporary = `${path}.${process.pid}`;
  writeFileSync(temporary, text, { mode: 0o600 });
  renameSync(temporary, path);
}
