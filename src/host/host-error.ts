/**
 * A failure on the machine that a person can do something about. It always says both: what failed and what to do.
 * Host commands print it as two lines, without a stack.
 */
export class HostError extends Error {
  readonly remedy: string;

  constructor(what: string, remedy: string, options?: ErrorOptions) {
    super(what, options);
    this.name = 'HostError';
    this.remedy = remedy;
  }
}

/** The `code` of a system error (`ENOSPC`, `EACCES` …), or undefined for anything else. */
export function systemCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}

/** Turns a system error into words with a remedy; what it doesn't know passes through unchanged. */
export function explain(error: unknown, doing: string, path: string): Error {
  if (error instanceof HostError) return error;
  switch (systemCode(error)) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new HostError(`The disk is full: ${doing} ${path} failed.`, 'Free some space and try again.', {
        cause: error,
      });
    case 'EROFS':
      return new HostError(
        `${path} is on a read-only file system: ${doing} it failed.`,
        'Set SMARTEROS_HOME to a folder that can be written.',
        { cause: error },
      );
    case 'EACCES':
    case 'EPERM':
      return new HostError(
        `No permission: ${doing} ${path} failed.`,
        'Give this user the right to write there, or set SMARTEROS_HOME to a folder of its own.',
        { cause: error },
      );
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EEXIST':
      return new HostError(
        `There can be no folder ${path}: ${doing} it failed.`,
        'Set SMARTEROS_HOME to a folder, or to a name where one can be made.',
        { cause: error },
      );
    default:
      return error instanceof Error ? error : new Error(String(error));
  }
}
