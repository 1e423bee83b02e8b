import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '#core/errors.ts';
import { insertKeyProof, listKeyProofs } from '#platform/db/secret-keys.ts';
import type { Pool } from '#platform/db/pool.ts';
import { createSecretBox } from '#platform/secret-box.ts';
import { boxOf, lacksKeys, makeSecretKeys, readSecretKeys } from '#platform/secret-keys.ts';

const RETRY_MS = 1_000;

/**
 * For the start of each process: every key that sealed secrets need is in the file and is the right one. The first file
 * is made here, and never in the place of one that was lost.
 * @throws SecretFileError, AppError unavailable while the database is away
 */
export async function proveSecretKeys(pool: Pool, path: string): Promise<void> {
  const [proofs] = await pool.batch([listKeyProofs]);
  const file = readSecretKeys(path) ?? (proofs.length === 0 ? makeSecretKeys(path) : undefined);
  const box = file && boxOf(file);
  const lost = proofs.filter((proof) => !box?.knows(proof)).map(({ id }) => id);
  if (!file || lost.length > 0) throw lacksKeys(path, lost);
  const [first] = file.keys;
  await pool.batch([insertKeyProof(createSecretBox([first!]).prove())]);
}

export const isAway = (error: unknown): boolean => error instanceof AppError && error.code === 'unavailable';

/** The same once the database answers, unless that is no longer waited for. @throws SecretFileError */
export async function proveOnceThere(pool: Pool, path: string, signal?: AbortSignal): Promise<void> {
  while (!signal?.aborted) {
    try {
      return await proveSecretKeys(pool, path);
    } catch (error) {
      if (!isAway(error)) throw error;
    }
    await sleep(RETRY_MS, undefined, { ...(signal && { signal }) }).catch(() => {});
  }
}
