/**
 * Freshly started and idle, everything together (supervisor, API, worker, PostgreSQL) takes at most 220 MB of memory,
 * and 280 MB with the console served, after a first visit (all that a browser fetches, not the browser). Counted as PSS:
 * shared pages are divided among those who share them. Node itself is a copy, or every other program of this machine that
 * runs in it would take a share of ours. `./smarteros bench memory --console`: started anew once the console is built.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pssMb } from './lib/memory.ts';
import { freePort } from './lib/port.ts';
import { claim, say } from './lib/rounds.ts';

const IDLE_MS = 20_000;
const WITH_CONSOLE = process.argv.includes('--console');
const LIMIT_MB = WITH_CONSOLE ? 280 : 220;
const LOOK_MS = 500;
const LAUNCHER = join(import.meta.dirname, '../smarteros');

const home = mkdtempSync(join(tmpdir(), 'smarteros-bench-'));
// The database's own user has to pass through; otherwise it would live elsewhere, and stay there.
chmodSync(home, 0o755);
const bin = join(home, 'bin');
mkdirSync(bin);
copyFileSync(process.execPath, join(bin, 'node'));
const env = {
  PATH: `${bin}:${process.env['PATH']}`,
  // npm's own settings, for the console's packages.
  HOME: process.env['HOME'] ?? home,
  SMARTEROS_HOME: join(home, 'state'),
  SMARTEROS_PORT: '0',
};

const smarteros = (...args: string[]): string =>
  execFileSync(LAUNCHER, args, { env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

const children = (pid: number): number[] => {
  const direct = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
    .trim()
    .split(' ')
    .filter(Boolean)
    .map(Number);
  return [pid, ...direct.flatMap(children)];
};

interface Status {
  readonly console: { readonly url: string; readonly status: string; readonly reason?: string };
  readonly processes: readonly { readonly name: string; readonly pid: number }[];
}
const status = (): Status => JSON.parse(smarteros('status', '--json')) as Status;

async function consoleBuilt(): Promise<void> {
  for (;;) {
    const { console: state } = status();
    if (state.status === 'ready') return;
    if (state.status !== 'building') throw new Error(`the console is ${state.status}: ${state.reason ?? ''}`);
    await sleep(LOOK_MS);
  }
}

/** What a browser asks for that opens a page: the page, and what it names. */
async function visit(page: string): Promise<void> {
  const html = await (await fetch(page)).text();
  const names = [...html.matchAll(/(?:src|href)="(\/app\/[^"]+)"/g)].map(
    ([, path]) => new URL(path!, page).href,
  );
  await Promise.all([...new Set(names)].map(async (url) => (await fetch(url)).arrayBuffer()));
  await fetch(new URL('/auth/me', page));
}

env.SMARTEROS_PORT = String(await freePort());
try {
  smarteros('up', '--detach');
  if (WITH_CONSOLE) {
    await consoleBuilt();
    smarteros('down');
    smarteros('up', '--detach');
    await consoleBuilt();
    const { url } = status().console;
    for (const path of ['', '/login', '/contacts']) await visit(url + path);
  }
  await sleep(IDLE_MS);
  const { processes } = status();
  let total = 0;
  for (const { name, pid } of processes) {
    // The supervisor's children are the other three, each counted by itself.
    const sum = (name === 'postgres' ? children(pid) : [pid]).reduce((mb, one) => mb + pssMb(one), 0);
    say(`${name} PSS`, sum, 'MB');
    total += sum;
  }
  claim('idle memory', total, { atMost: LIMIT_MB }, 'MB');
} finally {
  spawnSync(LAUNCHER, ['down'], { env, stdio: 'ignore' });
  rmSync(home, { recursive: true, force: true });
}
