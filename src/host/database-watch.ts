import { fileSize, note, tailOf } from '#host/log-files.ts';
import { lastError } from '#host/log-lines.ts';
import { adoptPostgres, type PostgresPlace, startPostgres, stopPostgres } from '#host/postgres.ts';
import { identify, isRunning, type ProcessId } from '#host/processes.ts';

const CHECK_EVERY_MS = 500;
const BACKOFF_FIRST_MS = 200;
const BACKOFF_MAX_MS = 10_000;
const LOG_LINES_READ = 20;

export type DatabaseWatch = {
  id: () => ProcessId | undefined;
  /** Why it isn't running, in one line. */
  problem: () => string | undefined;
  stop: () => Promise<void>;
};

/**
 * Watches the embedded server, whoever started it, and starts it again when it is gone. It is looked at and not waited
 * for: an adopted server is nobody's child.
 */
export function watchDatabase(place: PostgresPlace, changed: (event: string) => void): DatabaseWatch {
  let id = identify(adoptPostgres(place)?.pid ?? 0);
  let problem: string | undefined;
  let backoff = BACKOFF_FIRST_MS;
  let stopping = false;
  let restarting = Promise.resolve();
  let logSeen = fileSize(place.logFile);

  function next(ms: number): void {
    if (!stopping) setTimeout(check, ms).unref();
  }

  async function restart(): Promise<void> {
    try {
      id = identify((await startPostgres(place)).pid);
      problem = undefined;
      backoff = BACKOFF_FIRST_MS;
      note(place.home, 'info', 'postgres ready', { pid: id?.pid });
      changed('postgres is ready');
      next(CHECK_EVERY_MS);
    } catch (error) {
      problem = `postgres: ${error instanceof Error ? error.message : String(error)}`;
      note(place.home, 'error', 'postgres does not start', { problem, retryMs: backoff });
      changed('postgres does not start; trying again');
      next(backoff);
      backoff = Math.min(backoff * 2, BACKOFF_MAX_MS);
    }
  }

  function check(): void {
    if (stopping) return;
    if (id && isRunning(id)) return next(CHECK_EVERY_MS);
    if (id) {
      problem = ['postgres ended', lastError(tailOf(place.logFile, LOG_LINES_READ, logSeen))]
        .filter(Boolean)
        .join(': ');
      note(place.home, 'warn', 'postgres ended', { problem });
      id = undefined;
      logSeen = fileSize(place.logFile);
      changed('postgres ended; starting it again');
    }
    restarting = restart();
  }

  next(CHECK_EVERY_MS);
  return {
    id: () => id,
    problem: () => problem,
    async stop() {
      stopping = true;
      await stopPostgres(place);
      // A start that was under way may have been too young to be found.
      await restarting;
      await stopPostgres(place);
    },
  };
}
