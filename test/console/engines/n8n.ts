import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { native } from '#engines/n8n/native.ts';
import { startN8n } from '#test/engines/live/n8n.ts';
import { ENGINES_CACHE } from '#test/engines/live/process.ts';

/** The real n8n. @throws Error when it isn't installed */
export async function startLiveN8n(): ReturnType<typeof startN8n> {
  if (!existsSync(join(ENGINES_CACHE, `n8n-${native.version}`, native.program)))
    throw new Error('it is not installed (./smarteros test engines n8n)');
  return startN8n();
}
