/** A log line of any of our processes, understood as far as it goes. */
export type LogLine = {
  /** Milliseconds since 1970; undefined for a line without a time (a stack trace goes with the line before it). */
  time?: number;
  level: string;
  msg: string;
  extra: string;
};

/** pino's numbers. */
const LEVELS: Record<number, string> = {
  10: 'trace',
  20: 'debug',
  30: 'info',
  40: 'warn',
  50: 'error',
  60: 'fatal',
};
/** Said on every line, or shown otherwise. */
const HIDDEN = new Set(['level', 'time', 'msg', 'pid', 'hostname', 'name', 'service', 'v']);
const POSTGRES_LINE =
  /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d\.\d{3}) (?:UTC|GMT) \[\d+\] (?:\S+@\S+ )?([A-Z]+\d?): +(.*)$/;
/** How Node prints what nobody caught. */
const THROWN = /^\s*(Uncaught )?\w*Error\b/;
const POSTGRES_LEVELS: Record<string, string> = {
  WARNING: 'warn',
  ERROR: 'error',
  FATAL: 'error',
  PANIC: 'fatal',
};

function levelName(level: unknown): string {
  if (typeof level === 'number') return LEVELS[level] ?? 'info';
  return typeof level === 'string' ? level : 'info';
}

function fromJson(record: Record<string, unknown>): LogLine {
  const { level, time, msg } = record;
  const extra = Object.entries(record).filter(([name]) => !HIDDEN.has(name));
  const when = typeof time === 'number' ? time : Date.parse(String(time));
  return {
    ...(Number.isNaN(when) ? {} : { time: when }),
    level: levelName(level),
    msg: typeof msg === 'string' ? msg : '',
    extra: extra.map(([name, value]) => `${name}=${plain(value)}`).join(' '),
  };
}

function plain(value: unknown): string {
  if (typeof value === 'string') return /[\s=]/.test(value) ? JSON.stringify(value) : value;
  if (typeof value === 'object' && value !== null && 'message' in value) return JSON.stringify(value.message);
  return JSON.stringify(value);
}

export function parseLine(line: string): LogLine {
  if (line.startsWith('{')) {
    try {
      return fromJson(JSON.parse(line) as Record<string, unknown>);
    } catch {
      // A line that was cut by a crash.
    }
  }
  const postgres = POSTGRES_LINE.exec(line);
  if (!postgres) return { level: THROWN.test(line) ? 'error' : 'info', msg: line, extra: '' };
  const [, day, hour, severity = '', msg = ''] = postgres;
  return {
    time: Date.parse(`${day}T${hour}Z`),
    level: POSTGRES_LEVELS[severity] ?? 'info',
    msg: POSTGRES_LEVELS[severity] ? `${severity}: ${msg}` : msg,
    extra: '',
  };
}

const isBad = ({ level }: LogLine): boolean => level === 'error' || level === 'fatal';

/** The line that says why a process ended: its last error, or a thrown Error. */
export function lastError(lines: readonly string[]): string {
  const parsed = lines.map(parseLine);
  const bad = parsed.findLast(isBad);
  return bad ? `${bad.msg.trim()}${bad.extra ? ` (${bad.extra})` : ''}` : '';
}

/** The last error, or else whatever was said last (but not the braces and frames of a stack trace). */
export function summarise(lines: readonly string[]): string {
  const said = lines.findLast((line) => line.trim() !== '' && !/^(Node\.js v|\s+at |\s*[}\]])/.test(line));
  return lastError(lines) || (said === undefined ? '' : parseLine(said).msg.trim());
}
