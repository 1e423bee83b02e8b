import { LRUCache } from 'lru-cache';
import type { Credential, TenantRef } from '#core/actor.ts';
import { AppError } from '#core/errors.ts';
import type { Door } from '#core/operation.ts';
import { PLATFORM_FORM_ID } from '#core/platform.ts';
import { findForm, findTenant } from '#platform/db/lookups.ts';
import type { Pool } from '#platform/db/pool.ts';
import { atMost } from './at-most.ts';

interface Entry {
  readonly tenant: TenantRef;
  readonly credential: Credential;
}

/** `core.enter` checks the door again in the transaction, so this only saves a look-up. */
const DOOR_TTL_MS = 60_000;
const MAX_DOORS = 10_000;

const NOTHING = {
  form: { en: 'There is no such form.', es: 'No existe ese formulario.' },
  tenant: { en: 'There is nothing here by that name.', es: 'No existe nada con ese nombre.' },
};

/** Public forms and pages → tenants. Without an id it is the operator's own form. @throws AppError not_found */
export function createDoors(pool: Pool) {
  const known = new LRUCache<string, Entry>({ ...atMost(MAX_DOORS), ttl: DOOR_TTL_MS });
  return async ({ kind, id = PLATFORM_FORM_ID }: Door): Promise<Entry> => {
    const cached = known.get(`${kind} ${id}`);
    if (cached) return cached;
    const [[found]] = await pool.batch([kind === 'form' ? findForm(id) : findTenant(id)]);
    if (!found) throw new AppError('not_found', { detail: NOTHING[kind] });
    const entry: Entry = {
      tenant: { id: found.tenant_id, slug: found.slug, country: found.country },
      credential: kind === 'form' ? { kind, id } : { kind: 'public', id: null },
    };
    known.set(`${kind} ${id}`, entry);
    return entry;
  };
}
