import { AppError } from '#core/errors.ts';
import { ConstraintError } from '#platform/db/errors.ts';
import { enter, begin, commit, rollback } from '#platform/db/records.ts';
import { dropOtherKeys, insertKeyProof, listKeyProofs } from '#platform/db/secret-keys.ts';
import { forgetLeftover, isInVault, listLeftovers, tryHoldSecret } from '#platform/db/secrets.ts';
import { boundTo } from '#platform/engines/secrets.ts';
import { createSecretBox } from '#platform/secret-box.ts';
import {
  boxOf,
  makeSecretKeys,
  newSecretKey,
  readSecretKeys,
  replaceSecretKeys,
} from '#platform/secret-keys.ts';
import type { SecretParts } from './parts.ts';
import { behindKey, keepOthersOut, listSecrets, outsideStore, replaceSecret } from './store.ts';

const CREDENTIAL = { kind: 'engines', id: null } as const;
/** Secrets that are written while we work come with the next look. */
const MOST_LOOKS = 100;
/** Taken out of Vault in one turn; a company that is purged leaves a dozen. */
const MOST_LEFTOVERS = 1_000;

export interface Keeper extends SecretParts {
  readonly now: () => Date;
  readonly signal: AbortSignal;
  /** Called after each step that stays: where a test kills. */
  readonly passed?: (step: string) => void;
}

/** @throws AppError conflict while another process does the same */
async function alone<T>({ pools }: Keeper, work: () => Promise<T>): Promise<T> {
  return pools.app.connected(async (batch) => {
    const [, [lock]] = await batch([begin, keepOthersOut]);
    if (!lock?.held) throw new AppError('conflict');
    try {
      return await work();
    } finally {
      await batch([rollback]);
    }
  });
}

/**
 * Puts a new key in the place of the old one, or ends what was begun. Each step can be the last one before a crash:
 *   1. the file gets the new key as its next one; 2. the database knows it; 3. it is the file's first, and seals;
 *   4. every secret is wrapped anew; 5. the database forgets the old ones, which it refuses while one is in use;
 *   6. they leave the file.
 */
export const rotateKeys = (keeper: Keeper): Promise<void> =>
  alone(keeper, async () => {
    const { keysFile, pools, passed = () => {} } = keeper;
    let file = readSecretKeys(keysFile) ?? makeSecretKeys(keysFile);
    if (file.keys.length === 1 && !file.next) {
      file = { ...file, next: newSecretKey() };
      replaceSecretKeys(keysFile, file);
      passed('next');
    }
    if (file.next) {
      await pools.app.batch([insertKeyProof(createSecretBox([file.next]).prove())]);
      passed('proved');
      file = { keys: [file.next, ...file.keys], next: undefined };
      replaceSecretKeys(keysFile, file);
      passed('first');
    }
    const [newest] = file.keys;
    const [id] = boxOf(file).keyIds;
    await wrapAll(keeper, id!);
    replaceSecretKeys(keysFile, { keys: [newest!], next: undefined });
    passed('dropped');
  });

async function wrapAll(keeper: Keeper, id: string): Promise<void> {
  const { pools, passed = () => {} } = keeper;
  const box = boxOf(readSecretKeys(keeper.keysFile)!);
  for (let look = 0; look < MOST_LOOKS; look++) {
    const [tenants] = await pools.relay.batch([behindKey(id)]);
    for (const tenant of tenants) {
      keeper.signal.throwIfAborted();
      const door = enter(tenant.id, CREDENTIAL);
      const [, rows] = await pools.app.batch([door, listSecrets]);
      const anew = rows.flatMap((row) => {
        const { keyId, wrapped, sealed, path, revision } = row;
        if (keyId === null || wrapped === null || sealed === null || keyId === id) return [];
        const place = boundTo({ tenantId: tenant.id, path });
        const to = box.rewrap(place, { keyId, wrapped, sealed });
        return [replaceSecret(row, { ...to, revision }, keeper.now())];
      });
      await pools.app.batch([door, ...anew]);
      passed('wrapped');
    }
    try {
      await pools.operator.batch([dropOtherKeys(id)]);
      passed('forgotten');
      return;
    } catch (error) {
      // Somebody sealed with an old key since.
      if (!(error instanceof ConstraintError)) throw error;
    }
  }
  throw new AppError('conflict');
}

/**
 * Brings every secret into the store that is set: written there first, then told by its row. What is left behind in
 * Vault is taken away at the end, also what an interrupted move left.
 */
export const moveSecrets = (keeper: Keeper): Promise<void> =>
  alone(keeper, async () => {
    const { pools, stores, passed = () => {} } = keeper;
    const { active } = stores;
    const toVault = active.kind === 'vault';
    for (let look = 0; look < MOST_LOOKS; look++) {
      const [tenants] = await pools.relay.batch([outsideStore(toVault)]);
      if (tenants.length === 0) break;
      for (const tenant of tenants) {
        const door = enter(tenant.id, CREDENTIAL);
        const [, rows] = await pools.app.batch([door, listSecrets]);
        for (const row of rows.filter(({ keyId }) => (keyId === null) !== toVault)) {
          keeper.signal.throwIfAborted();
          const place = { tenantId: tenant.id, slug: tenant.slug, path: row.path };
          const stored = await active.write(place, await stores.read(place, row), row.revision + 1);
          passed('written');
          await pools.app.batch([door, replaceSecret(row, stored, keeper.now())]);
          passed('told');
        }
      }
    }
    await emptyVault(keeper);
  });

/** Takes out of Vault what is noted and named by no row. @throws AppError conflict while secrets are moved */
export const clearVault = (keeper: Keeper): Promise<void> => alone(keeper, () => emptyVault(keeper));

async function emptyVault({ pools, stores, signal, passed = () => {} }: Keeper): Promise<void> {
  const { vault } = stores;
  if (!vault) return;
  const [places] = await pools.relay.batch([listLeftovers(MOST_LEFTOVERS)]);
  for (const place of places) {
    signal.throwIfAborted();
    await pools.relay.connected(async (batch) => {
      const [, [lock]] = await batch([begin, tryHoldSecret(place)]);
      // After the lock, whose holder may have written a row; and the note before the row, whose end would renew it.
      const [[noted], [row]] = lock?.held ? await batch([forgetLeftover(place), isInVault(place)]) : [[], []];
      if (!noted) return batch([rollback]);
      if (!row?.named) {
        await vault.remove(place);
        passed('removed');
      }
      return batch([commit]);
    });
  }
}

/** What there is to do, for the operator. */
export async function keysState({ keysFile, pools }: SecretParts): Promise<{
  keys: { id: string; newest: boolean }[];
  underWay: boolean;
}> {
  const [proofs] = await pools.app.batch([listKeyProofs]);
  const file = readSecretKeys(keysFile);
  const [first] = file ? boxOf(file).keyIds : [];
  return {
    keys: proofs.map(({ id }) => ({ id, newest: id === first })),
    underWay: file !== undefined && (file.next !== undefined || file.keys.length > 1),
  };
}
