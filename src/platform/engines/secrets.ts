import { LRUCache } from 'lru-cache';
import type { Tx } from '#core/db.ts';
import type { Secrets } from '#core/engine.ts';
import { AppError } from '#core/errors.ts';
import type { SealedSecret } from '#platform/db/engine-links.ts';
import { holdSecret, nextRevision, putSecret, type VaultPlace } from '#platform/db/secrets.ts';
import type { SecretBox } from '#platform/secret-box.ts';

/** Opened secrets that a process remembers; a hot engine would decrypt two a call. */
const MAX_OPENED = 2_000;
const OPENED_MS = 60_000;

/** Whose secret, and where: what it is sealed for, and its path in Vault below `smarteros/`. */
export interface Place extends VaultPlace {
  readonly tenantId: string;
}

/** A row of core.secrets to be. */
export type StoredSecret = Omit<SealedSecret, 'path'>;

/** Where the values of secrets are kept; that there are any, and whose, stands in core.secrets. */
export interface SecretStore {
  readonly kind: 'embedded' | 'vault';
  /** Keeps the values. `revision` is the next one of the row; Vault's store answers the version that Vault gave. */
  write(place: Place, values: Secrets, revision: number): Promise<StoredSecret>;
  /** @throws AppError unavailable when the store doesn't answer, or can't open it */
  read(place: Place, row: SealedSecret): Promise<Secrets>;
  remove(place: VaultPlace): Promise<void>;
}

/**
 * Keeps a secret of the transaction's tenant, new or changed. Whatever becomes of the transaction, Vault keeps nothing
 * that no row names (migrations/0019, core.vault_leftovers); one that dropped the same path before can't write it again.
 * @throws AppError unavailable when the store doesn't answer
 */
export async function keepSecret(
  tx: Tx,
  store: SecretStore,
  place: Place,
  values: Secrets,
  now: Date,
): Promise<void> {
  const [, [next]] = await tx.all([holdSecret(place), nextRevision(place.path)]);
  const stored = await store.write(place, values, next!.revision);
  await tx.run(putSecret({ path: place.path, ...stored }, now));
}

/** What a secret is sealed for. */
export const boundTo = ({ tenantId, path }: Omit<Place, 'slug'>): string => `${tenantId} ${path}`;

/** In the database, sealed. */
export function embeddedStore(box: SecretBox): SecretStore {
  return {
    kind: 'embedded',
    write: async (place, values, revision) => ({ ...box.seal(boundTo(place), values), revision }),
    read: async (place, { keyId, wrapped, sealed }) => {
      if (keyId === null || wrapped === null || sealed === null)
        throw new AppError('unavailable', {
          cause: `${boundTo(place)} is kept in Vault, which isn't set up`,
        });
      try {
        return box.open(boundTo(place), { keyId, wrapped, sealed });
      } catch (cause) {
        throw new AppError('unavailable', { cause });
      }
    },
    remove: async () => {},
  };
}

/** Both places where secrets may be; new ones go into the active one, and each is read where its row says. */
export interface SecretStores extends SecretStore {
  readonly active: SecretStore;
  readonly vault: SecretStore | undefined;
}

export function secretStores(
  embedded: SecretStore,
  vault: SecretStore | undefined,
  use: SecretStore['kind'],
): SecretStores {
  const active = use === 'vault' && vault ? vault : embedded;
  return {
    ...active,
    active,
    vault,
    read: (place, row) => (row.keyId === null && vault ? vault : embedded).read(place, row),
  };
}

/** Remembers what was opened, by revision: a change is seen at once. */
export function remembering<S extends SecretStore>(store: S): S {
  const opened = new LRUCache<string, Promise<Secrets>>({ max: MAX_OPENED, ttl: OPENED_MS });
  return {
    ...store,
    read(place, row) {
      const id = `${boundTo(place)} ${row.revision} ${row.keyId}`;
      const found = opened.get(id);
      if (found) return found;
      const reading = store.read(place, row);
      opened.set(id, reading);
      reading.catch(() => opened.delete(id));
      return reading;
    },
  };
}
