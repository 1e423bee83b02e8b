import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  readConsoleState,
  readSiteFiles,
  type ConsoleState,
  type SiteFile,
  type SiteFiles,
} from '#platform/console-site.ts';
import { monotonic } from '#platform/clock.ts';

/** How far the builder is, it is asked at most this often: after a start it may still say what it built before. */
const LOOK_AGAIN_MS = 500;

export type Encoding = 'br' | 'gzip' | 'identity';
const ENDINGS: Readonly<Record<Encoding, string>> = { br: '.br', gzip: '.gz', identity: '' };

interface Found {
  readonly file: SiteFile;
  readonly status: 200 | 404;
  readonly read: (encoding: Encoding) => Promise<Buffer>;
}

export interface Console {
  readonly state: () => ConsoleState;
  /** Whether there is one, or will be. */
  readonly isPresent: () => boolean;
  /** What stands at a path below /app; undefined when nothing does, and there is no page to say so. */
  readonly find: (path: string) => Found | undefined;
}

/** The built console of a home. Its files stay on disk: what is asked for often is in the system's memory anyway. */
export function createConsole(home: string): Console {
  let state: ConsoleState = { status: 'absent' };
  let files: SiteFiles = {};
  let lookedAt = -Infinity;

  function look(): ConsoleState {
    if (monotonic() - lookedAt < LOOK_AGAIN_MS) return state;
    lookedAt = monotonic();
    const told = readConsoleState(home);
    if (told.site !== state.site) files = told.site === undefined ? {} : readSiteFiles(told.site);
    state = told;
    return state;
  }

  const at = (path: string, status: Found['status']): Found | undefined => {
    const file = Object.hasOwn(files, path) ? files[path] : undefined;
    return (
      file && {
        file,
        status,
        read: (encoding) => readFile(join(state.site!, path + (file.packed ? ENDINGS[encoding] : ''))),
      }
    );
  };

  return {
    state: look,
    isPresent: () => look().status !== 'absent',
    find(path) {
      look();
      const page = path === '' ? 'index.html' : `${path}.html`;
      return at(path, 200) ?? at(page, 200) ?? (/\.\w+$/.test(path) ? undefined : at('404.html', 404));
    },
  };
}
