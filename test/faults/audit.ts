import type { Trace } from './app/trace.ts';
import { ask } from './database.ts';
import type { Verdicts } from './report.ts';
import type { Write } from './writers.ts';

/** What is asked of the database itself, past everything of ours. */
export interface Found {
  readonly contacts: readonly { id: string; name: string; email: string; tags: string[]; version: number }[];
  /** Targets of `contact.created`, one per row. */
  readonly audits: readonly string[];
  readonly events: readonly { id: string; contact: string; position: number | null }[];
  readonly answers: readonly { key: string; id: string }[];
}

export const read = (url: string, tenants: readonly string[]): Promise<Found> =>
  ask(url, async (client) => {
    const rows = async <T>(sql: string): Promise<T[]> => (await client.query(sql, [tenants])).rows;
    return {
      contacts: await rows(
        'select id, name, email, tags, version from app.contacts where tenant_id = any ($1::uuid[])',
      ),
      audits: (
        await rows<{ target: string }>(
          `select target from core.audit where tenant_id = any ($1::uuid[]) and action = 'contact.created'`,
        )
      ).map((row) => row.target),
      events: await rows(
        `select id, data ->> 'id' as contact, position::float8 as position
         from core.events where tenant_id = any ($1::uuid[]) and name = 'contact.created'`,
      ),
      answers: await rows(
        `select key, answer::json ->> 'id' as id from core.idempotency
         where tenant_id = any ($1::uuid[]) and operation = 'contacts.create'`,
      ),
    };
  });

/** All positions of all tenants, and who is connected. */
export const state = (
  url: string,
): Promise<{ positions: { id: string; position: number }[]; sessions: string[] }> =>
  ask(url, async (client) => {
    const positions = await client.query<{ id: string; position: number }>(
      'select id, position::float8 as position from core.events where position is not null order by position',
    );
    const sessions = await client.query<{ who: string }>(
      `select application_name || ' ' || coalesce(state, '?') as who from pg_stat_activity
       where application_name like 'smarteros %'`,
    );
    return { positions: positions.rows, sessions: sessions.rows.map((row) => row.who) };
  });

function countBy(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

/** Every acknowledged write is there once, as acknowledged, with its audit row, its event and its stored answer. */
export function checkWrites(report: Verdicts, found: Found, writes: readonly Write[]): void {
  const acknowledged = writes.filter((write) => write.id !== undefined);
  const byId = new Map(found.contacts.map((contact) => [contact.id, contact]));
  const lost = acknowledged.filter((write) => !byId.has(write.id!));
  report.figure('lost', lost.length);
  report.none(
    'every acknowledged write is in the database',
    lost.map((w) => w.key),
  );

  const changed = acknowledged.filter((write) => {
    const row = byId.get(write.id!);
    const { name, email, tags } = write;
    return row && JSON.stringify([row.name, row.email, row.tags]) !== JSON.stringify([name, email, tags]);
  });
  report.none(
    'it has the acknowledged values',
    changed.map((w) => w.key),
  );

  // Names are unique per write, so one write done twice is one name twice.
  const names = countBy(found.contacts.map((contact) => contact.name));
  const doubled = [...names].filter(([, count]) => count > 1).map(([name]) => name);
  report.figure('doubled', doubled.length);
  report.none('no write was done twice', doubled);
  const sent = new Set(writes.map((write) => write.name));
  const strange = [...names.keys()].filter((name) => !sent.has(name));
  report.none('nothing is there that nobody wrote', strange);
  const ids = new Map(found.answers.map((answer) => [answer.key, answer.id]));
  const forgotten = acknowledged.filter((write) => ids.get(write.key) !== write.id);
  report.none(
    'each key keeps the answer that its client got',
    forgotten.map((w) => w.key),
  );

  const contacts = found.contacts.map((contact) => contact.id);
  onePer(report, 'audit row', contacts, found.audits);
  onePer(
    report,
    'event',
    contacts,
    found.events.map((event) => event.contact),
  );
}

/** A writer waits for each answer before it goes on, so the order of its writes is known: events keep it. */
export function checkOrder(report: Verdicts, found: Found, writes: readonly Write[]): void {
  const positions = new Map(found.events.map(({ contact, position }) => [contact, position]));
  const last = new Map<string, number>();
  const swapped = writes.filter(({ id, tags: [, writer = ''] }) => {
    if (id === undefined) return false;
    const [before, here] = [last.get(writer) ?? 0, positions.get(id) ?? 0];
    last.set(writer, here);
    return here <= before;
  });
  report.none(
    'the events of each writer come in the order of its writes',
    swapped.map(({ name }) => name),
  );
}

function onePer(
  report: Verdicts,
  what: string,
  contacts: readonly string[],
  targets: readonly string[],
): void {
  const counts = countBy(targets);
  const wrong = contacts.filter((id) => counts.get(id) !== 1);
  const there = new Set(contacts);
  const orphans = targets.filter((id) => !there.has(id));
  report.none(`each contact has exactly one ${what} contact.created`, wrong);
  report.none(`no ${what} speaks of a contact that isn't there`, orphans);
}

/** Every event is published once, in an order that a reader can follow, and handled at least once. */
export function checkEvents(
  report: Verdicts,
  found: Found,
  positions: readonly { id: string; position: number }[],
  seen: readonly string[],
  trace: readonly Trace[],
): void {
  const unpublished = found.events.filter((event) => event.position === null).map((event) => event.id);
  report.none('every event has a position', unpublished);
  const repeated = positions.filter((row, i) => row.position === positions[i - 1]?.position);
  report.none(
    'no position is given twice',
    repeated.map((row) => row.id),
  );
  const order = positions.map((row) => row.id);
  const missed = order.filter((id, i) => id !== seen[i]);
  report.figure('events met by a reader that follows the positions', `${seen.length} of ${order.length}`);
  report.none('it has met every event, each once and in order', [...missed, ...seen.slice(order.length)]);
  const handled = countBy(trace.map((one) => one.event));
  const unhandled = found.events.filter((event) => !handled.has(event.id)).map((event) => event.id);
  const events = new Set(found.events.map((event) => event.id));
  const invented = [...handled.keys()].filter((id) => !events.has(id));
  const again = [...handled.values()].filter((count) => count > 1).length;
  report.figure('events handled', `${handled.size} of ${events.size}, ${again} of them more than once`);
  report.none('every event was handled', unhandled);
  report.none("no event was handled that isn't there", invented);
}
