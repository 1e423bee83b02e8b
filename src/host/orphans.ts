import { existsSync, realpathSync } from 'node:fs';
import { knownNatives, nativeFolder } from '#host/natives.ts';
import { commandLine, identify, isRunning, processesIn, signal, waitUntil } from '#host/processes.ts';
import type { ProcessState } from '#host/state.ts';

const GRACE_MS = 10_000;
const KILLED_MS = 5_000;

/**
 * The API, worker and engines of a supervisor that was killed. Known by their working folder, which is the home or the
 * engine's own in it: the state file says nothing of one that had just been started.
 */
export function orphans(home: string): Omit<ProcessState, 'ready'>[] {
  if (!existsSync(home)) return [];
  const ours = processesIn(realpathSync(home)).flatMap((pid) => {
    const name = commandLine(pid).at(-1);
    const id = identify(pid);
    return id && (name === 'api' || name === 'worker') ? [{ name, id }] : [];
  });
  const engines = knownNatives(home).flatMap((name) =>
    processesIn(realpathSync(nativeFolder(home, name))).flatMap((pid) => {
      const id = identify(pid);
      return id ? [{ name, id }] : [];
    }),
  );
  return [...ours, ...engines];
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
