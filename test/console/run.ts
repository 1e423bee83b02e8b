/**
 * `./smarteros test console`: the console as people get it. Builds it, starts an installation of its own, and lets
 * console/check and console/e2e look at it. Needs Chromium; on Debian, as root, it is installed.
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { claimPort } from '#host/port.ts';
import type { StatusReport } from '#host/status.ts';
import { monotonic } from '#platform/clock.ts';
import { readConsoleState } from '#platform/console-site.ts';

const PROJECT = join(import.meta.dirname, '../..');
const CONSOLE = join(PROJECT, 'console');
const BUILD_LIMIT_MS = 5 * 60_000;
const POLL_MS = 250;
/** People are slower than scripts; the limit per address is theirs. */
const NO_LIMIT = '1000000';

const home = mkdtempSync(join(tmpdir(), 'smarteros-console-'));
const env = {
  ...process.env,
  SMARTEROS_HOME: home,
  SMARTEROS_PORT: String(await claimPort('127.0.0.1', 0)),
  SMARTEROS_RATE_LIMIT_IP: NO_LIMIT,
};
const smarteros = (...args: string[]): string =>
  execFileSync(join(PROJECT, 'smarteros'), args, {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
const node = (...args: string[]): number =>
  spawnSync(process.execPath, args, { cwd: PROJECT, env, stdio: 'inherit' }).status ?? 1;

let passed = 0;
let failed = 0;
try {
  prepare();
  smarteros('up', '--detach');
  const site = await built();
  count(node('console/check/run.ts', site));
  const pictures = join(PROJECT, 'out/test/console');
  count(node('console/e2e/run.ts', '--pictures', pictures));
  const engines = await startEngines();
  count(node('console/e2e/run.ts', '--pictures', pictures, '--engines', engines.control));
  engines.stop();
} catch (error) {
  console.log(`✖ ${error instanceof Error ? error.message : String(error)}`);
  failed += 1;
} finally {
  smarteros('down');
  rmSync(home, { recursive: true, force: true });
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function count(code: number): void {
  if (code === 0) passed += 1;
  else failed += 1;
}

/** In a process of its own: the walk keeps this one busy. It ends with its standard input, however this one ends. */
async function startEngines(): Promise<{ control: string; stop(): void }> {
  const child = spawn(process.execPath, ['test/console/engines.ts'], {
    cwd: PROJECT,
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = (await Promise.race([
    once(createInterface(child.stdout), 'line'),
    once(child, 'exit').then(() => Promise.reject(new Error('The engines of the walk did not start.'))),
  ])) as [string];
  return { control: line, stop: () => child.stdin.end() };
}

function prepare(): void {
  if (!existsSync(join(CONSOLE, 'node_modules/playwright-core')))
    execFileSync(
      'npm',
      ['ci', '--prefix', CONSOLE, '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'],
      {
        stdio: 'inherit',
      },
    );
  if (existsSync('/usr/bin/chromium')) return;
  if (process.getuid?.() !== 0) throw new Error('Chromium is missing: apt-get install chromium');
  for (const args of [
    ['update', '-q'],
    ['install', '-qy', '--no-install-recommends', 'chromium'],
  ])
    execFileSync('apt-get', args, {
      stdio: 'ignore',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
}

/** Waits for the console; answers where its files are. */
async function built(): Promise<string> {
  const end = monotonic() + BUILD_LIMIT_MS;
  for (;;) {
    const { console: state } = JSON.parse(smarteros('status', '--json')) as StatusReport;
    if (state.status === 'ready') return readConsoleState(home).site!;
    if (state.status !== 'building') throw new Error(`The console is ${state.status}: ${state.reason ?? ''}`);
    if (monotonic() > end) throw new Error('The console is still being built.');
    await sleep(POLL_MS);
  }
}
