import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** How far the console is. `absent`: there are no sources to build it from, or it is switched off. */
export interface ConsoleState {
  readonly status: 'building' | 'ready' | 'failed' | 'absent';
  /** Where its files are, once it is ready. */
  readonly site?: string;
  /** Why it failed, and what to do, for a person. */
  readonly reason?: string;
}

/** A file of the built console. Beside it lie `<path>.br` and `<path>.gz`, where packing makes it smaller. */
export interface SiteFile {
  readonly type: string;
  /** Strong, of what it says unpacked. */
  readonly etag: string;
  readonly packed: boolean;
  /** Its name changes with its content. */
  readonly immutable: boolean;
  /** Of a page: the only scripts in it that may run, as sources of a Content-Security-Policy. */
  readonly scripts?: readonly string[];
}

/** By path, like `contacts/view.html`. */
export type SiteFiles = Readonly<Record<string, SiteFile>>;

export const SITE_MANIFEST = 'manifest.json';
export const consoleStateFile = (home: string): string => join(home, 'run', 'console.json');

/** What the builder said last; `absent` when it has said nothing. */
export function readConsoleState(home: string): ConsoleState {
  try {
    return JSON.parse(readFileSync(consoleStateFile(home), 'utf8')) as ConsoleState;
  } catch {
    return { status: 'absent' };
  }
}

export const readSiteFiles = (site: string): SiteFiles =>
  JSON.parse(readFileSync(join(site, SITE_MANIFEST), 'utf8')) as SiteFiles;
