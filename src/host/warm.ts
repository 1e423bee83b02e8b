import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileCache } from '#host/home.ts';

const TIMEOUT_MS = 60_000;
const isSource = (name: string): boolean => name.endsWith('.ts') && !name.endsWith('.test.ts');

/** A fingerprint of the sources and of the Node that compiles them. */
function fingerprint(folder: string): string {
  const hash = createHash('sha256').update(process.version);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !isSource(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path}\0${mtimeMs}\0${size}\n`);
  }
  return hash.digest('hex');
}

function readMark(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/**
 * Fills the compile cache with everything the API and the worker import: all of the entry's folder but the entry. A
 * process that finds one source uncached loads the TypeScript stripper for it and keeps its memory (17 MB) for good.
 * Does nothing when no source has changed. Failures are ignored: the process itself will report them better.
 */
export async function warmCompileCache(home: string, entry: string, env: NodeJS.ProcessEnv): Promise<void> {
  const folder = dirname(entry);
  const mark = join(compileCache(home), '..', 'warmed');
  const now = fingerprint(dirname(folder));
  if (readMark(mark) === now) return;
  const sources = readdirSync(folder)
    .filter(isSource)
    .map((name) => join(folder, name))
    .filter((path) => path !== entry);
  const script = `const { flushCompileCache } = await import('node:module');
    for (const url of process.argv.slice(1)) await import(url).catch(() => undefined);
    flushCompileCache(); process.exit(0);`;
  const urls = sources.map((path) => pathToFileURL(path).href);
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, ...urls], {
    env,
    stdio: 'ignore',
    timeout: TIMEOUT_MS,
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code === 0) writeFileSync(mark, now, { mode: 0o600 });
}
