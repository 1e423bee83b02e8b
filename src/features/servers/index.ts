import { PLATFORM } from '#core/platform.ts';
import type { ServerEntry } from '#core/server-json.ts';
import type { Pool } from '#platform/db/pool.ts';
import { enter } from '#platform/db/records.ts';
import { listServers, since } from './store.ts';

/** What the operator lists, for everybody, and since when this installation is there. `pool` is role app's. */
export async function findServers(pool: Pool): Promise<{ since: string; servers: ServerEntry[] }> {
  const door = enter(PLATFORM.id, { kind: 'public', id: null });
  const [, servers, [installed]] = await pool.batch([door, listServers, since]);
  return { since: installed!.at, servers };
}
