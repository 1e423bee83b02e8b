import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { compileCache } from '#host/home.ts';

const TIMEOUT_MS = 60_000;
const isSource = (name: string): boolean => name.endsWith('.ts') && !name.endsWith('.test.ts');

const sourcesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && isSource(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

/** A fingerprint of the sources and of the Node that compiles them. */
function fingerprint(sources: readonly string[]): string {
  const hash = createHash('sha256').update(process.version);
  for (const path of sources) {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path}\0${mtimeMs}\0${size}\n`);
  }
  return hash.digest('hex');
}

/** What sources load at its first use: `import('#room/path.ts')`, `import('./path.ts')`. */
function loadedLater(root: string, sources: readonly string[]): string[] {
  const found = new Set<string>();
  for (const path of sources)
    for (const [, own] of readFileSync(path, 'utf8').matchAll(/\bimport\('([#.][^']+\.ts)'\)/g))
      found.add(own!.startsWith('#') ? join(root, own!.slice(1)) : join(dirname(path), own!));
  return [...found];
}

function readMark(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/**
 * Fills the compile cache with everything the API and the worker import: all of the entry's folder but the entry, and
 * what is loaded later, but for the host's own. A process that finds one source uncached loads the TypeScript stripper for it and keeps its memory (17 MB) for good.
 * Does nothing when no source has changed. Failures are ignored: the process itself will report them better.
 */
export async function warmCompileCache(home: string, entry: string, env: NodeJS.ProcessEnv): Promise<void> {
  const folder = dirname(entry);
  const mark = join(compileCache(home), '..', 'warmed');
  const root = dirname(folder);
  const sources = sourcesBelow(root);
  const now = fingerprint(sources);
  if (readMark(mark) === now) return;
  const services = sources.filter((path) => !path.startsWith(join(root, 'host')));
  const warmed = new Set([
    ...services.filter((path) => dirname(path) === folder && path !== entry),
    ...loadedLater(
      root,
      services.filter((path) => path !== entry),
    ),
  ]);
  const script = `const { flushCompileCache } = await import('node:module');
    for (const url of process.argv.slice(1)) await import(url).catch(() => undefined);
    flushCompileCache(); process.exit(0);`;
  const urls = [...warmed].map((path) => pathToFileURL(path).href);
  const child = spawn(process.execPath, ['--input-type=module', '-e', script, ...urls], {
    env,
    stdio: 'ignore',
    timeout: TIMEOUT_MS,
  });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code === 0) writeFileSync(mark, now, { mode: 0o600 });
}
