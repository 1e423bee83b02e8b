import type { Pool } from '#platform/db/pool.ts';
import { anyPerson } from './store.ts';

/** Whether nobody has ever logged in. Once somebody has, that is so for ever, and nothing is asked any more. */
export function freshness(pool: Pool): () => Promise<boolean> {
  let fresh = true;
  return async () => {
    if (!fresh) return false;
    const [[row]] = await pool.batch([anyPerson]);
    fresh = !row!.found;
    return fresh;
  };
}
