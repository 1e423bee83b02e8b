import { AppError } from '#core/errors.ts';

interface PostgresError extends Error {
  readonly code?: string;
  readonly constraint?: string;
  /** `ERROR`, or in the server's language something else; FATAL ends the connection. */
  readonly severity?: string;
}

/** What PostgreSQL refused, when a caller of the database layer has to decide by it. */
export class ConstraintError extends Error {
  override readonly name = 'ConstraintError';
  readonly constraint: string;
  constructor(constraint: string, cause: unknown) {
    super(`violates ${constraint}`, { cause });
    this.constraint = constraint;
  }
}

/** A lock that somebody else held for longer than our lock_timeout. */
export class LockTimeout extends Error {
  override readonly name = 'LockTimeout';
}

/** A prepared statement that the server no longer knows or accepts. Nothing was done; sent again, it is prepared anew. */
export class StaleStatement extends Error {
  override readonly name = 'StaleStatement';
}

/**
 * Whether it may be the preparation that is wrong and not the statement: deallocated (26000), its result type changed
 * (0A000), or its parameters' types no longer fit (class 42, but for missing rights).
 */
export const isOutdated = (error: unknown): boolean =>
  /^(?:26000|0A000|42(?!501))/.test((error as PostgresError).code ?? '');

/** Whether a connection can't be used after the error: all but a plain refusal of a statement ends it. */
export const endsConnection = (error: unknown): boolean => {
  const { severity, code } = error as PostgresError;
  return !(error instanceof StaleStatement) && (severity !== 'ERROR' || code === READ_ONLY);
};

/** What a writer meets on a connection to a primary that became a replica. */
const READ_ONLY = '25006';
/** Whether a write met a transaction that only reads: a replica's, or one inside a company that is about to be deleted. */
export const isReadOnly = (error: unknown): boolean =>
  ((error as Error).cause as PostgresError | undefined)?.code === READ_ONLY;

const RETRY_SECONDS = 2;
const BAD_TEXT = {
  en: 'a text contains a character that can’t be stored (NUL)',
  es: 'un texto contiene un carácter que no se puede guardar (NUL)',
};

/** SQLSTATEs that our own functions raise (migrations/0001) and PostgreSQL's, as the errors that callers know. */
export function toDatabaseError(error: unknown): Error {
  if (error instanceof AppError) return error;
  const { code = '', constraint, message } = error as PostgresError;
  switch (code) {
    case 'SM401':
      return new AppError('unauthenticated', {
        headers: { 'www-authenticate': 'Bearer error="invalid_token"' },
        cause: error,
      });
    case 'SM403':
      return new AppError('tenant_suspended', { cause: error });
    case 'SM410':
      return new AppError('tenant_closing', { cause: error });
    case 'SM404':
      return new AppError('not_found', { cause: error });
    case '23505':
    case '23503':
    case '23514':
      return new ConstraintError(constraint ?? 'unknown', error);
    case '55P03':
      return new LockTimeout('lock timeout', { cause: error });
    case '22021':
    case '22P05':
      return new AppError('invalid_input', { detail: BAD_TEXT, cause: error });
  }
  return isPassing(error, code, message) ? unavailable(error) : (error as Error);
}

/** What may be different in a moment: the server is away, full, shutting down or changing over, or we met a deadlock. */
function isPassing(error: unknown, code: string, message: string): boolean {
  if (error instanceof StaleStatement || code === READ_ONLY) return true;
  // 08 connection, 53 resources, 57 operator's intervention, 40 serialisation, 25P03/25P04 we took too long.
  if (/^(?:08|53|57|40|25P0[34])/.test(code)) return true;
  // The socket's own errors, and node-postgres's, which have no code.
  return (
    /^E(?!RR_)[A-Z_]+$/.test(code) ||
    (code === '' && /terminat|timeout|not queryable|client was closed/i.test(message))
  );
}

/** Also what becomes of a connection that can't be made, whatever the reason: nobody's input is the cause of that. */
export const unavailable = (cause: unknown): AppError =>
  new AppError('unavailable', { retryAfterSeconds: RETRY_SECONDS, cause });
