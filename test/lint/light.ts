import { posix } from 'node:path';
import type { Source } from './tree.ts';

/** What the worker loads at its start. */
const ENTRIES = ['src/app/processes.ts', 'src/kernel/worker.ts'];
const DEFINES = /\bdefine(?:Engine)?Operation\(/;
const IMPORT = /^(?:import|export)\s+(?!type\b)[^;]*?\bfrom\s+'([^']+)'|^import\s+'([^']+)'/gm;

function fileOf(from: string, specifier: string): string {
  if (specifier.startsWith('./')) return posix.join(posix.dirname(from), specifier);
  return specifier.replace(/^#/, 'src/');
}

/**
 * Operations that the worker would load: it runs none, and with their schemas they took 11 MB. They stand behind catalogue.ts of a
 * feature or engine, which only app/catalogue.ts and app/engine-operations.ts open.
 */
export function heavyWorker(sources: readonly Source[]): string[] {
  const texts = new Map(sources.map(({ path, text }) => [path, text]));
  const cameFrom = new Map<string, string | undefined>(ENTRIES.map((path) => [path, undefined]));
  const found: string[] = [];
  for (const path of cameFrom.keys()) {
    const text = texts.get(path) ?? '';
    if (DEFINES.test(text) && !path.startsWith('src/core/')) found.push(path);
    for (const [, named, bare] of text.matchAll(IMPORT)) {
      const next = fileOf(path, named ?? bare!);
      if (texts.has(next) && !cameFrom.has(next)) cameFrom.set(next, path);
    }
  }
  const trail = (path: string): string => {
    const before = cameFrom.get(path);
    return before === undefined ? path : `${trail(before)} → ${path}`;
  };
  return found.map(
    (path) =>
      `${trail(path)}: the worker would load these operations: move what it needs of them to a file without`,
  );
}
