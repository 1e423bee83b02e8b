/**
 * A fresh clone is up and healthy within 90 s on a machine that has Node 18 and npm and nothing of ours, and asking for it
 * again, or starting it again, takes at most 3 s: as root, and as an ordinary user.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { freePort } from './lib/port.ts';
import { claim, say } from './lib/rounds.ts';

const FIRST_LIMIT_S = 90;
const AGAIN_LIMIT_S = 3;
const PROJECT = dirname(import.meta.dirname);
/** What every machine has: our own Node, which may be first on PATH, has to be found or installed. */
const SYSTEM_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

interface Person {
  readonly name: string;
  /** Runs a command as that person, in a shell that knows nothing but `env`. */
  run(command: string, env: Record<string, string>): void;
  readonly home: string;
  leave(): void;
}

const exports = (env: Record<string, string>): string[] =>
  Object.entries(env).map(([name, value]) => `${name}=${value}`);

function me(): Person {
  const home = mkdtempSync(join(tmpdir(), 'smarteros-bench-'));
  // The database's own user has to pass through.
  chmodSync(home, 0o755);
  return {
    name: process.getuid?.() === 0 ? 'root' : 'this user',
    home,
    run: (command, env) =>
      void execFileSync('env', ['-i', ...exports(env), 'sh', '-c', command], {
        stdio: ['ignore', 'ignore', 'pipe'],
      }),
    leave: () => rmSync(home, { recursive: true, force: true }),
  };
}

/** A user made for the occasion; undefined when we may not make one. */
function ordinaryUser(): Person | undefined {
  const name = `smarteros-bench-${process.pid}`;
  const home = mkdtempSync(join(tmpdir(), 'smarteros-bench-'));
  const add = ['--create-home', '--home-dir', join(home, 'home'), '--shell', '/bin/sh', name];
  if (process.getuid?.() !== 0 || spawnSync('useradd', add).status !== 0) {
    rmSync(home, { recursive: true, force: true });
    return undefined;
  }
  chmodSync(home, 0o755);
  return {
    name: 'an ordinary user',
    home: join(home, 'home'),
    run: (command, env) =>
      void execFileSync('runuser', ['-u', name, '--', 'env', '-i', ...exports(env), 'sh', '-c', command], {
        stdio: ['ignore', 'ignore', 'pipe'],
        cwd: home,
      }),
    leave() {
      spawnSync('userdel', [name], { stdio: 'ignore' });
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Seconds that `work` takes. */
function timed(work: () => void): number {
  const begin = performance.now();
  work();
  return (performance.now() - begin) / 1000;
}

async function measure(person: Person, source: string): Promise<void> {
  const checkout = join(person.home, 'smarteros');
  const env = { HOME: person.home, PATH: SYSTEM_PATH, SMARTEROS_PORT: String(await freePort()) };
  const smarteros = (what: string): void => person.run(`cd '${checkout}' && ./smarteros ${what}`, env);
  try {
    say(
      `clone, ${person.name}`,
      timed(() =>
        person.run(`git -c advice.detachedHead=false clone --quiet '${source}' '${checkout}'`, env),
      ),
      's',
    );
    const first = timed(() => smarteros('up --detach'));
    const healthy = await fetch(`http://127.0.0.1:${env.SMARTEROS_PORT}/health`);
    if (!healthy.ok) throw new Error(`/health answered ${healthy.status}`);
    claim(`first start, ${person.name}`, first, { atMost: FIRST_LIMIT_S }, 's');
    const again = (what: string): void => {
      const seconds = timed(() => smarteros('up --detach'));
      claim(`${what}, ${person.name}`, seconds, { atMost: AGAIN_LIMIT_S }, 's');
    };
    again('asked again');
    smarteros('down');
    again('started again');
  } finally {
    if (existsSync(checkout)) smarteros('down');
    person.leave();
  }
}

/** A copy that anybody may read and that belongs to nobody's checkout: git refuses to clone what another user owns. */
function publicSource(): string {
  const folder = mkdtempSync(join(tmpdir(), 'smarteros-bench-'));
  const bundle = join(folder, 'smarteros.bundle');
  execFileSync('git', ['-C', PROJECT, 'bundle', 'create', '--quiet', bundle, 'HEAD']);
  chmodSync(folder, 0o755);
  chmodSync(bundle, 0o644);
  return bundle;
}

const source = publicSource();
try {
  await measure(me(), source);
  const user = ordinaryUser();
  if (user) await measure(user, source);
  else console.log('an ordinary user: not measured, since only root can make one');
} finally {
  rmSync(dirname(source), { recursive: true, force: true });
}
