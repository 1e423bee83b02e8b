import { destination, pino, type DestinationStream, type Logger } from 'pino';
import { isoNow } from './clock.ts';
import { currentSpan } from './tracing.ts';

/** Field names whose values never reach a log, at any of the depths that our own code logs. */
const SECRET_FIELDS = new Set([
  'authorization',
  'password',
  'token',
  'key',
  'secret',
  'code',
  'cookie',
  'apiKey',
]);
const SECRET_DEPTH = 5;
/** Our own tokens, bearer headers and passwords in URLs, wherever they stand in a text. */
const SECRET_TEXT = /\bsm[kgo]_[\w-]{8,}|(?<=Bearer\s+)\S+|(?<=:\/\/[^\s:/@]*:)[^\s@/]+(?=@)/g;

/** Lines that are written together: a write for each costs more than the request that it tells of. */
const LINES = 200;
/** The longest that a line waits for others. */
const FLUSH_MS = 200;

const scrub = (text: string): string => text.replace(SECRET_TEXT, '[redacted]');

type Fields = Record<string, unknown>;

/** By hand: pino's `redact` with paths of that depth costs three times what the rest of a line does. */
function hideSecrets(fields: Fields, depth = 1): Fields {
  let copy: Fields | undefined;
  // Every request's line comes through here: no list of pairs is made for it.
  for (const name in fields) {
    const value = fields[name];
    const shown = SECRET_FIELDS.has(name)
      ? '[redacted]'
      : depth < SECRET_DEPTH
        ? hideWithin(value, depth)
        : value;
    if (shown !== value) (copy ??= { ...fields })[name] = shown;
  }
  return copy ?? fields;
}

function hideWithin(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Error) return value;
  return Array.isArray(value)
    ? value.map((item: unknown) => hideWithin(item, depth + 1))
    : hideSecrets(value as Fields, depth + 1);
}

interface Loggable {
  type: string;
  message: string;
  code?: string;
  stack?: string;
  cause?: Loggable;
}

/** PostgreSQL quotes the value that it can't read (class 22), and that may be somebody's name or number. */
const unquote = (message: string, code: unknown): string =>
  typeof code === 'string' && code.startsWith('22') ? message.replace(/".*"/s, '"…"') : message;

/** Errors with their causes, scrubbed; PostgreSQL's `detail` quotes rows, so it is left out. */
function describe(error: unknown, depth = 0): Loggable | undefined {
  if (!(error instanceof Error)) {
    return error === undefined ? undefined : { type: typeof error, message: scrub(JSON.stringify(error)) };
  }
  const { code } = error as { code?: unknown };
  const cause = depth < 3 ? describe(error.cause, depth + 1) : undefined;
  const message = scrub(unquote(error.message, code));
  return {
    type: error.name,
    message,
    ...(typeof code === 'string' && { code }),
    // The message stands in the stack once more.
    ...(error.stack && { stack: scrub(error.stack.replace(error.message, () => message)) }),
    ...(cause && { cause }),
  };
}

let output: DestinationStream | undefined;

/** Standard output, buffered. What is left goes out when the process ends, whatever ends it but SIGKILL. */
function openOutput(): DestinationStream & { flush(done?: (error?: Error) => void): void } {
  const out = destination({ fd: 1, sync: false });
  let lines: string[] = [];
  const hand = (): void => {
    if (lines.length > 0) out.write(lines.join(''));
    lines = [];
  };
  setInterval(hand, FLUSH_MS).unref();
  // Before the library's own listeners, which write the last of what they were handed.
  process.prependListener('beforeExit', hand).prependListener('exit', hand);
  return {
    write(line) {
      lines.push(line);
      if (lines.length >= LINES) hand();
    },
    flush(done) {
      hand();
      out.flush(done);
    },
  };
}

function inTrace(fields: Fields): Fields {
  const span = currentSpan();
  return span ? { trace_id: span.traceId, span_id: span.spanId, ...fields } : fields;
}

/** JSON lines on standard output; the supervisor keeps and rotates them. `flush` before the process ends. */
export function createLogger(options: { level: string; service: string }): Logger {
  output ??= openOutput();
  return pino(
    {
      level: options.level,
      base: { service: options.service },
      timestamp: () => `,"time":"${isoNow()}"`,
      formatters: { level: (level) => ({ level }), log: (fields) => hideSecrets(inTrace(fields)) },
      serializers: { err: (error: unknown) => describe(error) },
    },
    output,
  );
}
