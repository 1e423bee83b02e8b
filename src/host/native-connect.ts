import { note } from '#host/log-files.ts';
import { runNative } from '#host/natives.ts';
import type { Plan } from '#host/plan.ts';

const RETRY_FIRST_MS = 2_000;
const RETRY_MAX_MS = 60_000;

export type NativeConnection = {
  /** Engines that run, or not yet, and aren't connected. */
  missing: () => string[];
  /** Why, in one line. */
  problem: () => string | undefined;
  /** Something has changed: it may be possible now. */
  look: () => void;
  stop: () => void;
};

/** Connects engines that run beside, once each of them and the API answer; what fails is tried again. */
export function connectNatives(
  plan: Plan,
  isReady: (name: string) => boolean,
  changed: (event: string) => void,
): NativeConnection {
  const left = new Set(plan.natives);
  let problem: string | undefined;
  let busy = false;
  let stopped = false;
  let retry: NodeJS.Timeout | undefined;
  let waitMs = RETRY_FIRST_MS;

  async function connect(name: string): Promise<void> {
    try {
      await runNative(plan.entry, 'connect', [name]);
      left.delete(name);
      problem = undefined;
      waitMs = RETRY_FIRST_MS;
      note(plan.home, 'info', `${name} connected`);
    } catch (error) {
      problem = `${name} could not be connected: ${error instanceof Error ? error.message : String(error)}`;
      note(plan.home, 'warn', `${name} could not be connected`, { problem, retryMs: waitMs });
      retry = setTimeout(() => {
        retry = undefined;
        look();
      }, waitMs);
      waitMs = Math.min(waitMs * 2, RETRY_MAX_MS);
    }
    busy = false;
    if (!stopped) changed(problem ?? `${name} is connected`);
  }

  function look(): void {
    if (busy || retry || stopped || !isReady('api')) return;
    const next = [...left].find(isReady);
    if (next === undefined) return;
    busy = true;
    void connect(next);
  }

  return {
    missing: () => [...left],
    problem: () => problem,
    look,
    stop: () => {
      stopped = true;
      clearTimeout(retry);
    },
  };
}
