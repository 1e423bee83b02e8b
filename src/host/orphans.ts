import { commandLine, isRunning, signal, waitUntil } from '#host/processes.ts';
import { type HostState, readState } from '#host/state.ts';

const GRACE_MS = 10_000;
const KILLED_MS = 5_000;

/** The API and worker of a supervisor that was killed: still the same processes, by start time and command line. */
export function orphans(
  home: string,
  state: HostState | undefined = readState(home),
): HostState['processes'] {
  return (state?.processes ?? []).filter(({ name, id }) => {
    if (name !== 'api' && name !== 'worker') return false;
    return isRunning(id) && commandLine(id.pid).at(-1) === name;
  });
}

/** Ends them, gently first: they may be in the middle of a request. Returns how many there were. */
export async function endOrphans(home: string): Promise<number> {
  const found = orphans(home);
  const gone = (): boolean => found.every(({ id }) => !isRunning(id));
  for (const { id } of found) signal(id.pid, 'SIGTERM');
  if (await waitUntil(gone, GRACE_MS)) return found.length;
  for (const { id } of found) if (isRunning(id)) signal(id.pid, 'SIGKILL');
  await waitUntil(gone, KILLED_MS);
  return found.length;
}
