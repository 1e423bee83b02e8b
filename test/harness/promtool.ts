import { execFile } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';

/** Of the Go module, for machines without Debian's package. */
const VERSION = '0.316.0';
export const PROMTOOL_TIMEOUT_MS = 8 * 60_000;

const run = promisify(execFile);

const inPath = (): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, 'promtool'))
    .find((file) => existsSync(file));

/** Out of Debian's package, without installing it: root isn't needed. */
async function unpack(work: string): Promise<string> {
  const download = () =>
    run('apt-get', ['download', 'prometheus'], { cwd: work, timeout: PROMTOOL_TIMEOUT_MS });
  // A fresh machine doesn't know yet what there is; only root may ask.
  await download().catch(async () => {
    await run('apt-get', ['update'], { timeout: PROMTOOL_TIMEOUT_MS });
    await download();
  });
  const [file = ''] = globSync('*.deb', { cwd: work });
  await run('dpkg-deb', ['--extract', file, 'unpacked'], { cwd: work });
  return join(work, 'unpacked/usr/bin/promtool');
}

/** From its own sources, which Go checks against the public record of checksums. */
async function build(work: string): Promise<string> {
  const folders = { GOPATH: join(work, 'path'), GOCACHE: join(work, 'cache'), GOBIN: work };
  const env = { ...process.env, ...folders, CGO_ENABLED: '0', GOFLAGS: '-modcacherw -trimpath' };
  const module = `github.com/prometheus/prometheus/cmd/promtool@v${VERSION}`;
  await run('go', ['install', module], { env, timeout: PROMTOOL_TIMEOUT_MS, maxBuffer: 10_000_000 });
  return join(work, 'promtool');
}

async function fetchOnce(cache: string, kept: string): Promise<string> {
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'promtool-'));
  const why: unknown[] = [];
  try {
    for (const way of [unpack, build]) {
      try {
        renameSync(await way(work), kept);
        return kept;
      } catch (error) {
        why.push(error);
      }
    }
    throw new AggregateError(
      why,
      `These tests need promtool. Put it into the PATH (Debian's package is called prometheus): ${why.join('; ')}`,
    );
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

let found: Promise<string> | undefined;

/** Prometheus' own checker of rules: the machine's, or one that is fetched once and kept. */
export function findPromtool(): Promise<string> {
  const cache = join(homedir(), '.cache', 'smarteros');
  const kept = join(cache, 'promtool');
  return (found ??= (async () => inPath() ?? (existsSync(kept) ? kept : fetchOnce(cache, kept)))());
}
