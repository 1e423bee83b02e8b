import { LRUCache } from 'lru-cache';
import type { Credential, TenantRef } from '#core/actor.ts';
import { AppError } from '#core/errors.ts';
import { PLATFORM_FORM_ID } from '#core/platform.ts';
import { findForm } from '#platform/db/lookups.ts';
import type { Pool } from '#platform/db/pool.ts';

interface Entry {
  readonly tenant: TenantRef;
  readonly credential: Credential;
}

/** `core.enter` checks the door again in the transaction, so this only saves a look-up. */
const DOOR_TTL_MS = 60_000;
const MAX_DOORS = 10_000;

/** Public forms → tenants. Without an id it is the operator's own form. @throws AppError not_found */
export function createDoors(pool: Pool) {
  const known = new LRUCache<string, Entry>({ max: MAX_DOORS, ttl: DOOR_TTL_MS });
  return async ({ id = PLATFORM_FORM_ID }: { kind: 'form'; id: string | undefined }): Promise<Entry> => {
    const cached = known.get(id);
    if (cached) return cached;
    const [[form]] = await pool.batch([findForm(id)]);
    if (!form)
      throw new AppError('not_found', {
        detail: { en: 'There is no such form.', es: 'No existe ese formulario.' },
      });
    const entry: Entry = {
      tenant: { id: form.tenant_id, slug: form.slug, country: form.country },
      credential: { kind: 'form', id },
    };
    known.set(id, entry);
    return entry;
  };
}
