import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';

/** The first without the known ways to smuggle a header past forward_auth. */
const VERSION = '2.11.4';
/** Longer than building it takes on two busy cores. */
export const CADDY_TIMEOUT_MS = 8 * 60_000;
const START_MS = 15_000;
const POLL_MS = 20;

const run = promisify(execFile);

const isNewEnough = (version: string): boolean => {
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number);
  const [needMajor = 0, needMinor = 0, needPatch = 0] = VERSION.split('.').map(Number);
  return (
    major > needMajor ||
    (major === needMajor && (minor > needMinor || (minor === needMinor && patch >= needPatch)))
  );
};

async function inPath(): Promise<string | undefined> {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const file = join(folder, 'caddy');
    if (folder === '' || !existsSync(file)) continue;
    const { stdout } = await run(file, ['version']).catch(() => ({ stdout: '' }));
    if (isNewEnough(/^v(\d+\.\d+\.\d+)/.exec(stdout)?.[1] ?? '')) return file;
  }
  return undefined;
}

/** Builds it from its own sources, which Go checks against the public record of checksums. */
async function build(cache: string): Promise<string> {
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'build-'));
  try {
    // With caches of its own, which go away again: they are ten times what we came for.
    const folders = { GOPATH: join(work, 'path'), GOCACHE: join(work, 'cache'), GOBIN: work };
    const env = { ...process.env, ...folders, CGO_ENABLED: '0', GOFLAGS: '-modcacherw -trimpath' };
    const module = `github.com/caddyserver/caddy/v2/cmd/caddy@v${VERSION}`;
    await run('go', ['install', module], { env, timeout: CADDY_TIMEOUT_MS, maxBuffer: 10_000_000 });
    const file = join(cache, `caddy-${VERSION}`);
    renameSync(join(work, 'caddy'), file);
    return file;
  } catch (error) {
    const why = (error as { stderr?: string }).stderr?.trim().split('\n').at(-1) ?? String(error);
    throw new Error(
      `These tests need Caddy ${VERSION} or newer. Put it into the PATH, or Go 1.25 or newer, which builds it (${why}).`,
      { cause: error },
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

let found: Promise<string> | undefined;

/** The real Caddy: the machine's when it is new enough, or one of our own that is built once and kept. */
function findCaddy(): Promise<string> {
  const cache = join(homedir(), '.cache', 'smarteros');
  const kept = join(cache, `caddy-${VERSION}`);
  return (found ??= (async () => (await inPath()) ?? (existsSync(kept) ? kept : build(cache)))());
}

export interface Caddy {
  stop(): Promise<void>;
}

/** Runs a Caddyfile until `stop`, or until this process ends. Ready once `port` answers. */
export async function startCaddy(
  file: string,
  port: number,
  settings: Record<string, string>,
): Promise<Caddy> {
  const program = await findCaddy();
  const home = mkdtempSync(join(tmpdir(), 'smarteros-caddy-'));
  const script =
    '"$1" run --config "$2" --adapter caddyfile </dev/null & caddy=$!; cat; kill $caddy; wait $caddy; rm -rf "$3"';
  const child: ChildProcess = spawn('sh', ['-c', script, 'sh', program, file, home], {
    env: { PATH: process.env['PATH'], HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home, ...settings },
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (said = (said + text).slice(-4000)));
  const end = Date.now() + START_MS;
  while (!(await answers(port))) {
    if (child.exitCode !== null || Date.now() > end) throw new Error(`Caddy did not start:\n${said}`);
    await sleep(POLL_MS);
  }
  return {
    stop: async () => {
      child.stdin!.end();
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

async function answers(port: number): Promise<boolean> {
  const socket = connect({ port, host: '127.0.0.1' });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
