import { insertKeyProof, listKeyProofs } from '#platform/db/secret-keys.ts';
import type { Pool } from '#platform/db/pool.ts';
import { createSecretBox } from '#platform/secret-box.ts';
import { boxOf, lacksKeys, makeSecretKeys, readSecretKeys } from '#platform/secret-keys.ts';

/**
 * For the start of each process: every key that sealed secrets need is in the file and is the right one. The first file
 * is made here, and never in the place of one that was lost.
 * @throws SecretFileError
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
