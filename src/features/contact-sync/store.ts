import type { Statement } from '#core/db.ts';
import type { EngineContact } from '#core/engine-contacts.ts';
import { statement } from '#platform/db/statement.ts';

/**
 * An engine said that these contacts changed there: they are looked at soon. What it said of one before, and nobody has
 * looked at yet, is forgotten.
 */
export const noteContacts = (
  engine: string,
  contacts: readonly EngineContact[],
  now: Date,
): readonly Statement[] => {
  const last = [...new Map(contacts.map((one) => [one.id, one])).values()];
  return [
    statement(
      `insert into app.contact_told (engine, engine_id, contact, told_at)
       select $1, t.id, t.contact::jsonb, $4 from unnest($2::text[], $3::text[]) as t (id, contact)
       on conflict (tenant_id, engine, engine_id) do update set contact = excluded.contact, told_at = excluded.told_at,
         turn = contact_told.turn + 1`,
      [engine, last.map(({ id }) => id), last.map((one) => JSON.stringify(one)), now],
    ),
    statement(
      `update core.contact_lanes set asked = true where tenant_id = core.tenant_id() and engine = $1 and not asked`,
      [engine],
    ),
  ];
};
