import { isTest } from '#test/lint/rooms.ts';

/**
 * The single doors (ARCHITECTURE.md §2): what one place does for everybody, so that time-outs, redaction, tests' clocks
 * and row-level security can't be forgotten. Tests and benches are free.
 */
interface Door {
  readonly files: RegExp;
  readonly instead: string;
}

const DOORS = {
  environment: {
    files: /^src\/platform\/config\.ts$/,
    instead:
      'The environment is read in src/platform/config.ts only: add the setting there and take it as a parameter.',
  },
  http: {
    files: /^src\/platform\/http(?:\.ts$|\/)/,
    instead:
      'Outgoing HTTP goes through #platform/http.ts only (time-outs, retries, SSRF guard, redaction): use httpRequest.',
  },
  time: {
    files: /^src\/platform\/clock\.ts$/,
    instead:
      'Time comes from src/platform/clock.ts only: use ctx.clock, or take a Clock (core/clock.ts) as a parameter.',
  },
  sql: {
    files: /^src\/(?:.*\/store\.ts|platform\/db\/.*)$/,
    instead:
      'SQL stands only in files named store.ts and in src/platform/db/: export a function that returns a Statement from the store.',
  },
} satisfies Record<string, Door>;

export type DoorName = keyof typeof DOORS;

/** The sentence to report when `file` uses `door`; nothing when it may. */
export function refuseDoor(file: string, door: DoorName): string | undefined {
  if (!file.startsWith('src/') || isTest(file) || DOORS[door].files.test(file)) return undefined;
  return DOORS[door].instead;
}

const SQL_PACKAGES = /^(?:pg(?:-.+)?|kysely|postgres)(?:\/|$)/;
const HTTP_PACKAGES = /^(?:undici|axios|got|ky|node-fetch|superagent)(?:\/|$)/;
/** Serving, types and tables of names are free; what sends is not. */
const HTTP_SENDERS = new Set(['request', 'get', 'Agent', 'ClientRequest', 'connect', 'default', '*']);

/** The door that an import goes through, by module and imported name (`*` for a namespace, `default` for a default). */
export function doorOfImport(module: string, name: string): DoorName | undefined {
  if (SQL_PACKAGES.test(module)) return 'sql';
  if (HTTP_PACKAGES.test(module)) return 'http';
  switch (module.replace(/^node:/, '')) {
    case 'http':
    case 'https':
    case 'http2':
      return HTTP_SENDERS.has(name) ? 'http' : undefined;
    case 'perf_hooks':
      return name === 'performance' ? 'time' : undefined;
    case 'process':
      if (name === 'hrtime') return 'time';
      return name === 'env' || name === 'default' || name === '*' ? 'environment' : undefined;
    default:
      return undefined;
  }
}

export type Use =
  | { readonly kind: 'member'; readonly name: string }
  | { readonly kind: 'call' | 'new'; readonly args: number }
  | { readonly kind: 'other' };

const HTTP_GLOBALS = new Set(['fetch', 'WebSocket', 'EventSource', 'XMLHttpRequest']);

/** The door that the use of a global goes through: `Date.now()`, `new Date()`, `process.env`, `fetch` … */
export function doorOfGlobal(name: string, use: Use): DoorName | undefined {
  if (HTTP_GLOBALS.has(name)) return 'http';
  if (name === 'performance') return 'time';
  if (name === 'process' && use.kind === 'member') {
    if (use.name === 'env') return 'environment';
    return use.name === 'hrtime' ? 'time' : undefined;
  }
  if (name !== 'Date') return undefined;
  if (use.kind === 'member') return use.name === 'now' ? 'time' : undefined;
  if (use.kind === 'call') return 'time';
  return use.kind === 'new' && use.args === 0 ? 'time' : undefined;
}

/** Text that begins like an SQL statement, its first word in one case: `Select a tenant …` is English. */
const STATEMENT = new RegExp(
  [
    String.raw`^\s*(?:select|truncate|grant|revoke)\s`,
    String.raw`^\s*(?:insert into|delete from|update \S+ set|set (?:local|role|session))\s`,
    String.raw`^\s*with (?:recursive )?\w+ (?:\([^)]*\) )?as\s`,
    String.raw`^\s*(?:create|alter|drop) (?:table|role|database|schema|index|policy|system)\s`,
  ].join('|'),
  'i',
);
const STATEMENT_HEAD_CHARS = 200;

export function looksLikeSql(text: string): boolean {
  const head = text.slice(0, STATEMENT_HEAD_CHARS);
  const first = head.match(/[A-Za-z]+/)?.[0] ?? '';
  return (first === first.toLowerCase() || first === first.toUpperCase()) && STATEMENT.test(head);
}
