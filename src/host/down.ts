import { runCommand } from '#host/command.ts';
import { HostError } from '#host/host-error.ts';
import { lockHolder } from '#host/lock.ts';
import { endOrphans, orphans } from '#host/orphans.ts';
import { paint, print, showProgress } from '#host/output.ts';
import { adoptPostgres, locatePostgres, type PostgresPlace, stopPostgres } from '#host/postgres.ts';
import { isRunning, signal, waitUntil } from '#host/processes.ts';
import { clearState } from '#host/state.ts';
import { homeFolder } from '#platform/config.ts';

const HELP = `Usage: smarteros down

Stops SmarterOS: the API and the worker finish what they are doing, then the database. Returns when all are gone.`;

/** API and worker get 10 s, the database 30 s and some more before it is forced. */
const STOP_TIMEOUT_MS = 60_000;

/** The place of the embedded database, unless it was never installed here. */
function placeOf(home: string): PostgresPlace | undefined {
  try {
    return locatePostgres(home);
  } catch {
    return undefined;
  }
}

/** Stops the supervisor, or what a killed one left behind; false when nothing ran. */
async function stopAll(home: string): Promise<boolean> {
  const holder = lockHolder(home);
  if (holder) {
    if (!signal(holder.pid, 'SIGTERM')) {
      throw new HostError(
        `No permission to stop process ${holder.pid}.`,
        'Run this as the user that started SmarterOS.',
      );
    }
    if (!(await waitUntil(() => !isRunning(holder), STOP_TIMEOUT_MS))) {
      throw new HostError(
        `Process ${holder.pid} does not stop.`,
        `See ./smarteros logs; as a last resort: kill -9 ${holder.pid}`,
      );
    }
  }
  const left = orphans(home).length > 0 ? await endOrphans(home) : 0;
  const place = placeOf(home);
  const database = place && adoptPostgres(place);
  if (place && database) await stopPostgres(place);
  clearState(home);
  return holder !== undefined || left > 0 || database !== undefined;
}

export function down(args: string[]): Promise<number> {
  return runCommand(args, {
    help: HELP,
    options: {},
    onFailure: 1,
    async run() {
      const progress = showProgress();
      const home = homeFolder();
      if (lockHolder(home)) progress.step('Stopping SmarterOS');
      const stopped = await stopAll(home).finally(progress.stop);
      print(stopped ? `${paint('green', '✓')} SmarterOS has stopped.` : 'SmarterOS is not running.');
      return 0;
    },
  });
}
