import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { PostgresPlace } from '#host/postgres-place.ts';

/** npm's install scripts are off, so the libraries' short names (listed by the package) are ours to make. */
function makeLinks(nativeDir: string): void {
  const list = JSON.parse(readFileSync(join(nativeDir, 'pg-symlinks.json'), 'utf8')) as {
    source: string;
    target: string;
  }[];
  for (const { source, target } of list) {
    const link = join(dirname(nativeDir), target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (error) {
      // Another process may have made it in between.
      if (!existsSync(link)) throw error;
    }
  }
}

function openTree(path: string): void {
  const stat = lstatSync(path);
  if (stat.isSymbolicLink()) return;
  chmodSync(path, stat.isDirectory() || stat.mode & 0o100 ? 0o755 : 0o644);
  if (stat.isDirectory()) for (const name of readdirSync(path)) openTree(join(path, name));
}

/** Copies the programs to where the database user can run them; whole or not at all. */
function copyPrograms(place: PostgresPlace): void {
  const target = dirname(place.binDir);
  if (existsSync(target)) return;
  // The links' targets in the package's list start with "native/", so the copy keeps that name until it is complete.
  for (const name of readdirSync(place.root).filter((entry) => entry.startsWith('programs-'))) {
    rmSync(join(place.root, name), { recursive: true, force: true });
  }
  const staging = `${target}.${process.pid}`;
  const native = join(staging, 'native');
  rmSync(staging, { recursive: true, force: true });
  cpSync(place.nativeDir, native, { recursive: true, verbatimSymlinks: true });
  makeLinks(native);
  openTree(native);
  renameSync(native, target);
  rmSync(staging, { recursive: true });
}

/** Makes the programs of a place usable: their libraries' links, or a whole copy where its user can reach one. */
export function preparePrograms(place: PostgresPlace): void {
  if (dirname(place.binDir) === place.nativeDir) makeLinks(place.nativeDir);
  else copyPrograms(place);
}
