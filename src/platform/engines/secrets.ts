import { LRUCache } from 'lru-cache';
import type { Secrets } from '#core/engine.ts';
import { AppError } from '#core/errors.ts';
import type { SealedSecret } from '#platform/db/engine-links.ts';
import type { SecretBox } from '#platform/secret-box.ts';

/** Opened secrets that a process remembers; a hot engine would decrypt two a call. */
const MAX_OPENED = 2_000;
const OPENED_MS = 60_000;

/** Whose secret, and where: what it is sealed for, and its path in Vault below `smarteros/`. */
export interface Place {
  readonly tenantId: string;
  readonly slug: string;
  readonly path: string;
}

/** A row of core.secrets to be. */
export type StoredSecret = Omit<SealedSecret, 'path' | 'revision'>;

/** Where the values of secrets are kept; that there are any, and whose, stands in core.secrets. */
export interface SecretStore {
  readonly kind: 'embedded' | 'vault';
  /** Keeps the values. `revision` is the one that the row will have. */
  write(place: Place, values: Secrets, revision: number): Promise<StoredSecret>;
  /** @throws AppError unavailable when the store doesn't answer, or can't open it */
  read(place: Place, row: SealedSecret): Promise<Secrets>;
  remove(place: Place): Promise<void>;
}

const boundTo = ({ tenantId, path }: Place): string => `${tenantId} ${path}`;

/** In the database, sealed. */
export function embeddedStore(box: SecretBox): SecretStore {
  return {
    kind: 'embedded',
    write: async (place, values) => box.seal(boundTo(place), values),
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

/** Remembers what was opened, by revision: a change is seen at once. */
export function remembering(store: SecretStore): SecretStore {
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
