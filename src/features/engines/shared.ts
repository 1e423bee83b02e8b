import { PLATFORM } from '#core/platform.ts';
import type { Pool } from '#platform/db/pool.ts';
import { enter } from '#platform/db/records.ts';
import { exampleEngines } from './examples.ts';
import { enginesHere } from './store.ts';

/** Which engines the operator has connected for companies to share, whoever asks. `pool` is role app's. */
export const findSharedEngines = (pool: Pool) => async (): Promise<string[]> => {
  const [, rows] = await pool.batch([enter(PLATFORM.id, { kind: 'public', id: null }), enginesHere]);
  return rows.map(({ engine }) => engine);
};

/** Of the example tenant. */
export const exampleSharedEngines: readonly string[] = exampleEngines.map(({ engine }) => engine);
