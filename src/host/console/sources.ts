import { createHash } from 'node:crypto';
import { accessSync, constants, cpSync, existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';

/** What a build reads. The client's types leave no trace in it. */
const FOLDERS = ['console', 'client'] as const;
const LEFT_OUT =
  /(?:^|\/)(?:node_modules|\.next|out|e2e|check|next-env\.d\.ts|schema\.gen\.ts|[^/]+\.md)(?:\/|$)/;

const isSource = (project: string) => (path: string) => !LEFT_OUT.test(relative(project, path));

export const hasSources = (project: string): boolean =>
  FOLDERS.every((folder) => existsSync(join(project, folder))) &&
  existsSync(join(project, 'console/package-lock.json'));

/** A fingerprint of all that a build is made from. */
export function sourcesHash(project: string): string {
  const hash = createHash('sha256');
  const files = FOLDERS.flatMap((folder) => filesIn(join(project, folder), isSource(project)));
  for (const path of files.toSorted()) {
    hash
      .update(`${relative(project, path)}\0`)
      .update(readFileSync(path))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

/** Not by `recursive`: that would walk through node_modules. */
function filesIn(folder: string, wanted: (path: string) => boolean): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (!wanted(path)) return [];
    return entry.isDirectory() ? filesIn(path, wanted) : [path];
  });
}

/** A copy to build in: nothing of a build appears among the sources. */
export function copySources(project: string, to: string): void {
  for (const folder of FOLDERS)
    cpSync(join(project, folder), join(to, folder), { recursive: true, filter: isSource(project) });
  // What the client imports is found among the console's packages.
  symlinkSync('console/node_modules', join(to, 'node_modules'));
}

/** Beside the sources, for all homes that are run from them; in the home where that can't be written. */
export function sitesFolder(project: string, home: string): string {
  try {
    accessSync(project, constants.W_OK);
    return join(project, 'out/console');
  } catch {
    return join(home, 'console');
  }
}
