import { AppError } from '#core/errors.ts';

interface PostgresError extends Error {
  readonly code?: string;
  readonly constraint?: string;
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

const RETRY_SECONDS = 2;
const BAD_TEXT = {
  en: 'a text contains a character that can’t be stored (NUL)',
  es: 'un texto contiene un carácter que no se puede guardar (NUL)',
};

/** SQLSTATEs that our own functions raise (migrations/0001) and PostgreSQL's, as the errors that callers know. */
export function toDatabaseError(error: unknown): Error {
  if (error instanceof AppError) return error;
  const { code = '', constraint, message } = (error ?? {}) as PostgresError;
  switch (code) {
    case 'SM401':
      return new AppError('unauthenticated', { cause: error });
    case 'SM403':
      return new AppError('tenant_suspended', { cause: error });
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
  // 08 connection, 53 resources, 57 operator's intervention, 40 serialisation; no code: the socket itself.
  const passing =
    /^(08|53|57|40)/.test(code) ||
    /ECONN|ENOENT|EPIPE|terminat|timeout|not queryable/i.test(`${code} ${message}`);
  return passing
    ? new AppError('unavailable', { retryAfterSeconds: RETRY_SECONDS, cause: error })
    : (error as Error);
}
