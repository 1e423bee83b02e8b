import type { Pool } from '#platform/db/pool.ts';
import { notifyRelay } from '#platform/db/records.ts';

/** Writes that finish within this time wake the relay once. */
const DELAY_MS = 5;

/**
 * Wakes the relay after commits that wrote events. In a statement of its own: NOTIFY inside the writers'
 * transactions would serialise their commits. When it fails, the relay's poll finds the events a second later.
 */
export function createNotifier(pool: Pool): () => void {
  let pending = false;
  return () => {
    if (pending) return;
    pending = true;
    setTimeout(() => {
      pending = false;
      pool.batch([notifyRelay]).catch(() => {});
    }, DELAY_MS).unref();
  };
}
