import type { EngineContact } from '#core/engine-contacts.ts';
import { PUT_AWAY, type CwContact } from './shapes.ts';

/** Custom attribute: Chatwoot has no field for it. */
export const TAX_ID = 'tax_id';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

const textOf = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** A contact as the API and webhooks have it. */
export function toEngineContact(row: CwContact): EngineContact {
  const identifier = textOf(row.identifier);
  return {
    id: String(row.id),
    gone: row.custom_attributes?.[PUT_AWAY] === true,
    name: textOf(row.name),
    email: textOf(row.email)?.toLowerCase() ?? null,
    phone: textOf(row.phone_number),
    taxId: textOf(row.custom_attributes?.[TAX_ID]),
    ours: identifier !== null && UUID.test(identifier) ? identifier : null,
  };
}
