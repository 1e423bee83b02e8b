import { destination, pino, stdTimeFunctions, type Logger } from 'pino';

/** Field names whose values never reach a log, at any of the depths that our own code logs. */
const SECRET_FIELDS = ['authorization', 'password', 'token', 'key', 'secret', 'code', 'cookie', 'apiKey'];
const SECRET_PATHS = SECRET_FIELDS.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]);
/** Our own tokens, bearer headers and passwords in URLs, wherever they stand in a text. */
const SECRET_TEXT = /\bsm[kgo]_[\w-]{8,}|(?<=Bearer\s+)\S+|(?<=:\/\/[^\s:/@]*:)[^\s@/]+(?=@)/g;

const BUFFER_BYTES = 4096;
const FLUSH_MS = 200;

export const scrub = (text: string): string => text.replace(SECRET_TEXT, '[redacted]');

interface Loggable {
  type: string;
  message: string;
  code?: string;
  stack?: string;
  cause?: Loggable;
}

/** Errors with their causes, scrubbed; PostgreSQL's `detail` quotes rows, so it is left out. */
function describe(error: unknown, depth = 0): Loggable | undefined {
  if (!(error instanceof Error)) {
    return error === undefined ? undefined : { type: typeof error, message: scrub(JSON.stringify(error)) };
  }
  const { code } = error as { code?: unknown };
  const cause = depth < 3 ? describe(error.cause, depth + 1) : undefined;
  return {
    type: error.name,
    message: scrub(error.message),
    ...(typeof code === 'string' && { code }),
    ...(error.stack && { stack: scrub(error.stack) }),
    ...(cause && { cause }),
  };
}

/** JSON lines on standard output; the supervisor keeps and rotates them. `flush` before the process ends. */
export function createLogger(options: { level: string; service: string }): Logger {
  // Buffered: a write per request costs as much as the request itself. The timer bounds the delay.
  const out = destination({ fd: 1, sync: false, minLength: BUFFER_BYTES });
  const timer = setInterval(() => out.flush(), FLUSH_MS);
  timer.unref();
  return pino(
    {
      level: options.level,
      base: { service: options.service },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (level) => ({ level }) },
      serializers: { err: (error: unknown) => describe(error) },
      redact: { paths: SECRET_PATHS, censor: '[redacted]' },
    },
    out,
  );
}
