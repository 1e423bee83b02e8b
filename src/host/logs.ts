import { closeSync, openSync, readSync, statSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { runCommand } from '#host/command.ts';
import { LOG_NAMES, logFile } from '#host/home.ts';
import { HostError } from '#host/host-error.ts';
import { knownNatives } from '#host/natives.ts';
import { fileSize, KEPT_FILES, readFrom } from '#host/log-files.ts';
import { type LogLine, parseLine } from '#host/log-lines.ts';
import { paint, print } from '#host/output.ts';
import { homeFolder } from '#platform/config.ts';

const HELP = `Usage: smarteros logs [-f] [--process NAME]… [--lines N]

Shows the logs of all processes in the order of time.
  -f, --follow     go on as lines come
  --process NAME   only ${LOG_NAMES.join(', ')}, or an engine that runs beside (repeatable)
  --lines N        how many lines to begin with (100)`;

const LINES_DEFAULT = '100';
const LINES_MAX = 100_000;
const FOLLOW_POLL_MS = 200;
const CHUNK_MAX_BYTES = 1024 * 1024;
const FILE_MAX_BYTES = 16 * 1024 * 1024;
const NAME_WIDTH = Math.max(...LOG_NAMES.map((name) => name.length));
const LEVEL_COLOURS: Record<string, 'red' | 'yellow' | 'green' | 'dim'> = {
  fatal: 'red',
  error: 'red',
  warn: 'yellow',
  info: 'green',
  debug: 'dim',
  trace: 'dim',
};

type Entry = LogLine & { name: string; at: number };

/** A line without a time belongs to the one before it. */
function timed(name: string, lines: readonly string[], from = 0): Entry[] {
  let at = from;
  return lines.map((line) => {
    const parsed = parseLine(line);
    at = parsed.time ?? at;
    return { ...parsed, name, at };
  });
}

/** The last lines of the current file and, while those are too few, of its predecessors. */
function lastLines(path: string, count: number): string[] {
  const lines: string[] = [];
  for (let index = 0; index < KEPT_FILES && lines.length < count; index++) {
    const older = readFrom(index === 0 ? path : `${path}.${index}`, 0, FILE_MAX_BYTES)
      .split('\n')
      .filter(Boolean);
    lines.unshift(...older.slice(-(count - lines.length)));
  }
  return lines;
}

function render({ at, name, level, msg, extra }: Entry): string {
  const moment = at > 0 ? new Date(at).toISOString().replace('T', ' ').replace('Z', '') : ' '.repeat(23);
  const label = paint(LEVEL_COLOURS[level] ?? 'green', level.toUpperCase().padEnd(5));
  const rest = extra ? ` ${paint('dim', extra)}` : '';
  return `${paint('dim', moment)} ${paint('cyan', name.padEnd(NAME_WIDTH))} ${label} ${msg}${rest}`;
}

const show = (entries: Entry[]): void => {
  for (const entry of entries.toSorted((a, b) => a.at - b.at)) print(render(entry));
};

/** `older` is the file that `.1` was at the last look: another one there means that the log was rotated. */
type Cursor = { name: string; path: string; offset: number; at: number; older: number };

const inode = (path: string): number => statSync(path, { throwIfNoEntry: false })?.ino ?? 0;

/** The whole lines from byte `from` on, and how many bytes they are. A line still being written waits. */
function readLines(path: string, from: number): { lines: string[]; bytes: number } {
  const length = Math.min(fileSize(path) - from, CHUNK_MAX_BYTES);
  if (length <= 0) return { lines: [], bytes: 0 };
  const file = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(length);
    const chunk = buffer.subarray(0, readSync(file, buffer, 0, length, from));
    // A line longer than the chunk is shown in pieces: it must not hold up those behind it.
    const bytes = chunk.lastIndexOf('\n') + 1 || (chunk.length === CHUNK_MAX_BYTES ? chunk.length : 0);
    return { lines: chunk.toString('utf8', 0, bytes).split('\n').filter(Boolean), bytes };
  } finally {
    closeSync(file);
  }
}

/** What came since the last look. After a rotation the rest of the old file is in `.1`. */
function advance(cursor: Cursor): Entry[] {
  const older = inode(`${cursor.path}.1`);
  const old = older === cursor.older ? [] : readLines(`${cursor.path}.1`, cursor.offset).lines;
  if (older !== cursor.older) cursor.offset = 0;
  cursor.older = older;
  const { lines, bytes } = readLines(cursor.path, cursor.offset);
  cursor.offset += bytes;
  const entries = timed(cursor.name, [...old, ...lines], cursor.at);
  cursor.at = entries.at(-1)?.at ?? cursor.at;
  return entries;
}

function parseNames(home: string, given: string[] | undefined): readonly string[] {
  const names = [...LOG_NAMES, ...knownNatives(home)];
  const unknown = given?.find((name) => !names.includes(name));
  if (unknown === undefined) return given ?? names;
  throw new HostError(`There is no process "${unknown}".`, `Choose from ${names.join(', ')}.`);
}

function parseCount(given: string): number {
  if (/^\d{1,6}$/.test(given) && Number(given) <= LINES_MAX) return Number(given);
  throw new HostError(`--lines ${given} is no number of lines.`, `Give a whole number up to ${LINES_MAX}.`);
}

const OPTIONS = {
  follow: { type: 'boolean', short: 'f' },
  process: { type: 'string', multiple: true },
  lines: { type: 'string', default: LINES_DEFAULT },
} as const;

async function follow(cursors: Cursor[]): Promise<never> {
  // `logs -f | head` closes our output: that is an end, not an error.
  process.stdout.on('error', () => process.exit(0));
  for (;;) {
    await sleep(FOLLOW_POLL_MS);
    show(cursors.flatMap(advance));
  }
}

export function logs(args: string[]): Promise<number> {
  return runCommand(args, {
    help: HELP,
    options: OPTIONS,
    onFailure: 2,
    async run(values) {
      const home = homeFolder();
      const count = parseCount(values.lines);
      const cursors = parseNames(home, values.process).map((name): Cursor => {
        const path = logFile(home, name);
        return { name, path, offset: fileSize(path), at: 0, older: inode(`${path}.1`) };
      });
      const all = cursors.flatMap(({ name, path }) => timed(name, lastLines(path, count)));
      show(all.toSorted((a, b) => a.at - b.at).slice(count === 0 ? all.length : -count));
      if (values.follow) return follow(cursors);
      if (all.length === 0) print('No logs yet. Start SmarterOS with ./smarteros up');
      return 0;
    },
  });
}
