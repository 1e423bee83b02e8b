import { engineError } from '#core/engine-errors.ts';
import type { AppError } from '#core/errors.ts';

/** What both transports say of an exception; `arguments`, `context` and `debug` beside it are never read. */
export interface Fault {
  readonly name?: unknown;
  readonly message?: unknown;
}

/** A model that isn't installed is a UserError like any other over JSON-RPC. */
const NO_MODEL = /^Object \S+ doesn't exist/;

/**
 * What an exception of Odoo's means to callers, by its name: neither its code nor its text is the same in all versions.
 * Odoo rolls back what it refuses, so each of them says that nothing was changed.
 */
export function toEngineError({ name, message }: Fault): AppError {
  const words = typeof message === 'string' ? message : undefined;
  const known = typeof name === 'string' ? name : '';
  switch (known) {
    case 'odoo.exceptions.AccessDenied':
    case 'odoo.http.SessionExpiredException':
    case 'werkzeug.exceptions.Unauthorized':
      return engineError('engine_rejected_credentials', undefined, { cause: known });
    case 'odoo.exceptions.AccessError':
    case 'werkzeug.exceptions.Forbidden':
      return engineError('engine_forbidden', words, { cause: known });
    case 'odoo.exceptions.MissingError':
    case 'werkzeug.exceptions.NotFound':
      return engineError('engine_not_found', words, { cause: known });
    case 'builtins.AttributeError':
      return engineError('engine_not_found', words, { cause: known });
    case 'psycopg2.OperationalError':
      // Also what an unknown database is; its words name the database's host and port.
      return engineError('engine_unreachable', undefined, { cause: known });
  }
  if (words !== undefined && NO_MODEL.test(words))
    return engineError('engine_not_found', words, { cause: known });
  if (known.startsWith('odoo.exceptions.') || known.startsWith('builtins.') || known.startsWith('werkzeug.'))
    return engineError('engine_invalid', words, { cause: known });
  // What the database says holds rows and statements.
  if (known.startsWith('psycopg2.')) return engineError('engine_conflict', undefined, { cause: known });
  return engineError('engine_unreachable', undefined, { cause: known || 'a fault without a name' });
}
