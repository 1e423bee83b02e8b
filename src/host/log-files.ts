import {
  appendFileSync,
  closeSync,
  copyFileSync,
  fstatSync,
  openSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
} from 'node:fs';
import { logFile } from '#host/home.ts';
import { systemClock } from '#platform/clock.ts';

/** Enough to say why a process ended. */
const TAIL_MAX_BYTES = 256 * 1024;
const ROTATE_AT_BYTES = 10 * 1024 * 1024;
/** The current file and its predecessors `.1` (newest) to `.4`. */
export const KEPT_FILES = 5;

export const fileSize = (path: string): number => statSync(path, { throwIfNoEntry: false })?.size ?? 0;

/** The bytes from `from` on as text, at most the last `maxBytes` of them; '' when the file doesn't exist. */
export function readFrom(path: string, from: number, maxBytes = TAIL_MAX_BYTES): string {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return '';
  }
  try {
    const { size } = fstatSync(file);
    // A file shorter than the mark was rotated since: all of it is new.
    const begin = Math.max(size < from ? 0 : from, size - maxBytes);
    const buffer = Buffer.alloc(size - begin);
    return buffer.toString('utf8', 0, readSync(file, buffer, 0, buffer.length, begin));
  } finally {
    closeSync(file);
  }
}

/** The last `count` lines that were written after byte `from`. */
export function tailOf(path: string, count: number, from = 0): string[] {
  return readFrom(path, from).split('\n').filter(Boolean).slice(-count);
}

/**
 * Moves a large log aside. The writers keep their file open (so a log survives its supervisor, and we are in nobody's
 * way), hence copy and truncate instead of rename: a line written in the microseconds between the two is lost.
 */
export function rotate(path: string, atBytes = ROTATE_AT_BYTES): void {
  if (fileSize(path) < atBytes) return;
  rmSync(`${path}.${KEPT_FILES - 1}`, { force: true });
  for (let index = KEPT_FILES - 2; index >= 1; index--) {
    if (statSync(`${path}.${index}`, { throwIfNoEntry: false }))
      renameSync(`${path}.${index}`, `${path}.${index + 1}`);
  }
  copyFileSync(path, `${path}.1`);
  truncateSync(path);
}

export type LogLevel = 'info' | 'warn' | 'error';

/**
 * Adds a line of the supervisor to a log, its own or another's. A full disk must not stop the supervisor, so failures
 * are dropped.
 */
export function noteIn(log: string, level: LogLevel, msg: string, extra: Record<string, unknown> = {}): void {
  const line = JSON.stringify({
    level,
    time: systemClock.now().toISOString(),
    name: 'supervisor',
    msg,
    ...extra,
  });
  try {
    appendFileSync(log, `${line}\n`, { mode: 0o600 });
  } catch {
    // Nowhere left to complain.
  }
}

export const note = (home: string, level: LogLevel, msg: string, extra?: Record<string, unknown>): void =>
  noteIn(logFile(home, 'supervisor'), level, msg, extra);
