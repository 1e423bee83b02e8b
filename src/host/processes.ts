import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { monotonic } from '#platform/clock.ts';

/** Pids are reused by the system; with the moment and the boot the process began in, one is named for ever. */
export type ProcessId = { pid: number; startTicks: number; boot: string };

/** `/proc` calls its page size by 4 KiB on x64 and on every arm64 kernel we support. */
const STATM_PAGE_BYTES = 4096;
const POLL_MS = 10;

function readProc(pid: number | 'self', file: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return undefined;
  }
}

/** The fields of `/proc/<pid>/stat` after the command, whose brackets may hold blanks; [0] is the state. */
function statFields(pid: number): string[] | undefined {
  const text = readProc(pid, 'stat');
  return text?.slice(text.lastIndexOf(')') + 2).split(' ');
}

/** Clock ticks between boot and the start of `pid`; undefined when it is gone or a zombie. */
function startTicks(pid: number): number | undefined {
  const fields = statFields(pid);
  return !fields || fields[0] === 'Z' ? undefined : Number(fields[19]);
}

const BOOT_ID = '/proc/sys/kernel/random/boot_id';
let boot: string | undefined;

function thisBoot(): string {
  boot ??= existsSync(BOOT_ID) ? readFileSync(BOOT_ID, 'utf8').trim() : '';
  return boot;
}

/** The identity of a running process; undefined when there is none of that number. */
export function identify(pid: number): ProcessId | undefined {
  const ticks = startTicks(pid);
  return ticks === undefined ? undefined : { pid, startTicks: ticks, boot: thisBoot() };
}

export function isRunning(id: ProcessId): boolean {
  return id.boot === thisBoot() && startTicks(id.pid) === id.startTicks;
}

/** Program and arguments; empty when the process is gone, or not ours to read. */
export function commandLine(pid: number): string[] {
  return (readProc(pid, 'cmdline') ?? '').split('\0').slice(0, -1);
}

/** Resident memory in bytes, 0 when gone. */
export function rssBytes(pid: number): number {
  return Number(readProc(pid, 'statm')?.split(' ')[1] ?? 0) * STATM_PAGE_BYTES;
}

export function childrenOf(pid: number): number[] {
  const kids = readProc(pid, `task/${pid}/children`);
  return (kids ?? '').trim().split(' ').filter(Boolean).map(Number);
}

const allPids = (): number[] => readdirSync('/proc').map(Number).filter(Number.isInteger);

/** Every process that has `argument` on its command line. */
export function processesNaming(argument: string): number[] {
  return allPids().filter((pid) => commandLine(pid).includes(argument));
}

/** Every process whose working directory is `folder`. */
export function processesIn(folder: string): number[] {
  const inside = (pid: number): boolean => {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === folder;
    } catch {
      return false;
    }
  };
  return allPids().filter(inside);
}

/** Sends a signal; false when the process is gone. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

/** Polls until `done` is true; false when `timeoutMs` passed first. */
export async function waitUntil(done: () => boolean, timeoutMs: number): Promise<boolean> {
  const end = monotonic() + timeoutMs;
  while (!done()) {
    if (monotonic() > end) return false;
    await sleep(POLL_MS);
  }
  return true;
}
