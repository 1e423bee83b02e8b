import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DISK_LOW_BYTES, DISK_MIN_BYTES, freeDiskBytes, inMib, PROJECT } from '#host/home.ts';
import { HostError } from '#host/host-error.ts';
import { lockHolder } from '#host/lock.ts';
import { claimPort } from '#host/port.ts';
import { locatePostgres } from '#host/postgres.ts';
import { readState } from '#host/state.ts';
import { systemClock } from '#platform/clock.ts';
import type { Config } from '#platform/config.ts';

/** One line of the doctor's report. A warning or a failure always says what to do. */
export type Finding =
  | { level: 'ok'; text: string }
  | { level: 'warn' | 'fail'; text: string; remedy: string };

export const ok = (text: string): Finding => ({ level: 'ok', text });
export const warn = (text: string, remedy: string): Finding => ({ level: 'warn', text, remedy });
export const fail = (text: string, remedy: string): Finding => ({ level: 'fail', text, remedy });

const NODE_MIN_MAJOR = 24;
const MEMORY_LOW_BYTES = 300 * 1024 * 1024;
/** A checkout dates its files with the clock of the day: a clock before that is wrong. */
const CLOCK_SLACK_MS = 24 * 3_600_000;
const GROUP_AND_OTHERS = 0o077;
/** Older minors let a policy be circumvented (CVE-2024-10976, CVE-2025-8713), by major version. */
const SAFE_MINORS: Record<number, number> = { 15: 150_014, 16: 160_010, 17: 170_006 };
const NEWEST_KNOWN_MAJOR = 17;

export function checkNode(version = process.versions.node): Finding {
  const major = Number(version.split('.')[0]);
  if (major >= NODE_MIN_MAJOR) return ok(`Node ${version}`);
  return fail(
    `Node ${version} is too old.`,
    `Start through ./smarteros, which brings Node ${NODE_MIN_MAJOR}.`,
  );
}

export function checkDependencies(project = PROJECT): Finding {
  const text = readFileSync(join(project, 'package.json'), 'utf8');
  const { dependencies } = JSON.parse(text) as { dependencies: Record<string, string> };
  const missing = Object.keys(dependencies).filter(
    (name) => !existsSync(join(project, 'node_modules', name)),
  );
  if (missing.length === 0) return ok(`${Object.keys(dependencies).length} dependencies installed`);
  return fail(
    `Missing dependencies: ${missing.join(', ')}.`,
    'Remove node_modules and run ./smarteros again.',
  );
}

export function checkHome(home: string): Finding {
  try {
    accessSync(home, constants.R_OK | constants.W_OK | constants.X_OK);
    return ok(`Home ${home}`);
  } catch {
    return fail(
      `${home} can't be written.`,
      'Give this user the right to write there, or set SMARTEROS_HOME.',
    );
  }
}

export function checkDisk(home: string, free = freeDiskBytes(home)): Finding {
  if (free >= DISK_LOW_BYTES) return ok(`Disk: ${inMib(free)} free`);
  const text = `Disk: only ${inMib(free)} free at ${home}.`;
  const remedy = `Free some space; below ${inMib(DISK_MIN_BYTES)} SmarterOS does not start.`;
  return free >= DISK_MIN_BYTES ? warn(text, remedy) : fail(text, remedy);
}

export function checkMemory(available = process.availableMemory()): Finding {
  if (available >= MEMORY_LOW_BYTES) return ok(`Memory: ${inMib(available)} available`);
  return warn(`Memory: only ${inMib(available)} available.`, 'Stop other programs, or add memory or swap.');
}

export function checkClock(now = systemClock.now(), project = PROJECT): Finding {
  const newest = statSync(join(project, 'package-lock.json')).mtimeMs;
  if (now.getTime() > newest - CLOCK_SLACK_MS) return ok(`Clock: ${now.toISOString()}`);
  return fail(
    `The clock says ${now.toISOString()}, earlier than this installation.`,
    'Set it (timedatectl set-ntp true): codes, tokens and invoices depend on it.',
  );
}

export function checkKeys(home: string): Finding[] {
  const present = ['secret.key', 'operator.key']
    .map((name) => join(home, name))
    .filter((path) => existsSync(path));
  const open = present.filter((path) => statSync(path).mode & GROUP_AND_OTHERS);
  if (open.length === 0)
    return present.length > 0 ? [ok(`Key files: ${present.length}, closed to other users`)] : [];
  return open.map((path) =>
    fail(`${path} is open to other users.`, `chmod 600 ${path}; replace the key if others use this machine.`),
  );
}

export async function checkPort(config: Config): Promise<Finding> {
  const holder = lockHolder(config.home);
  const apiUrl = holder && readState(config.home)?.apiUrl;
  if (apiUrl?.endsWith(`:${config.port}`)) return ok(`Port ${config.port}: ours`);
  try {
    await claimPort(config.host, config.port);
    return ok(`Port ${config.port}: free`);
  } catch (error) {
    if (error instanceof HostError) return fail(error.message, error.remedy);
    throw error;
  }
}

/** `server_version_num` against the oldest minor of its major version that keeps tenants apart. */
export function checkVersion(version: number): Finding {
  const major = Math.floor(version / 10_000);
  const name = `PostgreSQL ${major}.${version % 10_000}`;
  const needed = SAFE_MINORS[major];
  if (major > NEWEST_KNOWN_MAJOR || (needed !== undefined && version >= needed)) return ok(name);
  const wanted = needed ? `${major}.${needed % 10_000}` : '17';
  return fail(`${name} has known holes in row-level security.`, `Update it to ${wanted} or newer.`);
}

/** The embedded server's version as PostgreSQL counts it: 17.10.0-beta.17 → 170010. */
export function embeddedVersion(home: string): number {
  const [major, minor] = locatePostgres(home).version.split('.').map(Number);
  return (major ?? 0) * 10_000 + (minor ?? 0);
}
