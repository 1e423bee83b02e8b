import type { Pool } from '#platform/db/pool.ts';
import { notifyRelay } from '#platform/db/records.ts';

/** How long commits are gathered before the relay is told once for all of them. */
const GATHER_MS = 20;

/**
 * Tells the relay that events wait; call it after each commit that wrote some. It never throws and keeps no process
 * alive: the relay looks by itself every second, so a lost notice costs time and no event.
 */
export function createNotifier(pool: Pool, { delayMs = GATHER_MS }: { delayMs?: number } = {}): () => void {
  let gathering = false;
  const send = (): void => {
    gathering = false;
    pool.batch([notifyRelay]).catch(() => {});
  };
  return () => {
    if (gathering) return;
    gathering = true;
    setTimeout(send, delayMs).unref();
  };
}
