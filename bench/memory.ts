/**
 * Freshly started and idle, everything together (supervisor, API, worker, PostgreSQL) takes at most 220 MB of memory,
 * counted as PSS: shared pages are divided among those who share them. Node itself is a copy, or every other program of
 * this machine that runs in it would take a share of ours.
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
const LIMIT_MB = 220;
const LAUNCHER = join(import.meta.dirname, '../smarteros');

const home = mkdtempSync(join(tmpdir(), 'smarteros-bench-'));
// The database's own user has to pass through; otherwise it would live elsewhere, and stay there.
chmodSync(home, 0o755);
const bin = join(home, 'bin');
mkdirSync(bin);
copyFileSync(process.execPath, join(bin, 'node'));
const env = {
  PATH: `${bin}:${process.env['PATH']}`,
  HOME: home,
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

env.SMARTEROS_PORT = String(await freePort());
try {
  smarteros('up', '--detach');
  await sleep(IDLE_MS);
  const { processes } = JSON.parse(smarteros('status', '--json')) as {
    processes: { name: string; pid: number }[];
  };
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
