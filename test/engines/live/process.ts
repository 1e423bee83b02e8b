import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** Where installed engines are kept between runs; outside of the project. */
export const ENGINES_CACHE = join(homedir(), '.cache', 'smarteros', 'engines');

const POLL_MS = 100;
const SAID_MAX_CHARS = 4_000;

/** A running engine of a test. */
export interface Live {
  readonly url: string;
  stop(): Promise<void>;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

export interface LiveProcess {
  readonly name: string;
  readonly program: string;
  readonly args: readonly string[];
  /** All that it sees of the environment. `HOME` is a folder of its own that goes away with it. */
  readonly env: Readonly<Record<string, string>>;
  readonly url: string;
  /** From the address on; ready is what says anything but a failure, and 200 in JSON only: n8n starts with plain words. */
  readonly health: string;
  readonly timeoutMs: number;
}

/**
 * Starts an engine and waits until it answers. A shell between us and it ends it in whatever way we end, SIGKILL
 * included, and removes its folder.
 */
export async function startLive(one: LiveProcess): Promise<Live> {
  const home = mkdtempSync(join(tmpdir(), `smarteros-${one.name}-`));
  const script =
    'cd "$1"; home=$1; shift; "$@" </dev/null & child=$!; cat; kill $child; (sleep 8; kill -9 $child 2>/dev/null) & wait $child; rm -rf "$home"';
  const child: ChildProcess = spawn('sh', ['-c', script, 'sh', home, one.program, ...one.args], {
    env: { PATH: process.env['PATH'], HOME: home, ...one.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout!, child.stderr!])
    stream.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-SAID_MAX_CHARS)));
  const end = Date.now() + one.timeoutMs;
  const stop = async (): Promise<void> => {
    child.stdin!.end();
    if (child.exitCode === null) await once(child, 'exit');
  };
  while (!(await answers(one.url + one.health))) {
    if (child.exitCode !== null || Date.now() > end) {
      await stop();
      throw new Error(`${one.name} did not start:\n${said}`);
    }
    await sleep(POLL_MS);
  }
  return { url: one.url, stop };
}

async function answers(url: string): Promise<boolean> {
  try {
    const { status, headers } = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(2_000) });
    return status < 500 && (status !== 200 || /json/.test(headers.get('content-type') ?? ''));
  } catch {
    return false;
  }
}
