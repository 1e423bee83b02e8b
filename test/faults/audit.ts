import pg from 'pg';
import type { Trace } from './app/trace.ts';
import { type Report, some } from './report.ts';
import type { Write } from './writers.ts';

/** What is asked of the database itself, past everything of ours. */
export interface Found {
  readonly contacts: readonly { id: string; name: string; email: string; tags: string[]; version: number }[];
  /** Targets of `contact.created`, one per row. */
  readonly audits: readonly string[];
  readonly events: readonly { id: string; contact: string; position: number | null }[];
  readonly answers: readonly { key: string; id: string }[];
}

async function ask<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, application_name: 'faults audit' });
  client.on('error', () => {});
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export const read = (url: string, tenant: string): Promise<Found> =>
  ask(url, async (client) => {
    const rows = async <T>(sql: string): Promise<T[]> => (await client.query(sql, [tenant])).rows;
    return {
      contacts: await rows('select id, name, email, tags, version from app.contacts where tenant_id = $1'),
      audits: (
        await rows<{ target: string }>(
          `select target from core.audit where tenant_id = $1 and action = 'contact.created'`,
        )
      ).map((row) => row.target),
      events: await rows(
        `select id, data ->> 'id' as contact, position::float8 as position
         from core.events where tenant_id = $1 and name = 'contact.created'`,
      ),
      answers: await rows(
        `select key, answer::json ->> 'id' as id from core.idempotency
         where tenant_id = $1 and operation = 'contacts.create'`,
      ),
    };
  });

export interface Backlog {
  readonly unpublished: number;
  readonly jobs: number;
}

export const backlog = (url: string): Promise<Backlog> =>
  ask(url, async (client) => {
    const { rows } = await client.query<Backlog>(
      `select (select count(*)::int from core.events where position is null) as unpublished,
              (select count(*)::int from graphile_worker._private_jobs where task_id in
                (select id from graphile_worker._private_tasks where identifier like 'faults.%')) as jobs`,
    );
    return rows[0]!;
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
export function checkWrites(report: Report, found: Found, writes: readonly Write[]): void {
  const acknowledged = writes.filter((write) => write.id !== undefined);
  const byId = new Map(found.contacts.map((contact) => [contact.id, contact]));
  const lost = acknowledged.filter((write) => !byId.has(write.id!));
  report.figure('lost', lost.length);
  report.check(
    'every acknowledged write is in the database',
    lost.length === 0,
    some(lost.map((w) => w.key)),
  );

  const changed = acknowledged.filter((write) => {
    const row = byId.get(write.id!);
    const { name, email, tags } = write;
    return row && JSON.stringify([row.name, row.email, row.tags]) !== JSON.stringify([name, email, tags]);
  });
  report.check('it has the acknowledged values', changed.length === 0, some(changed.map((w) => w.key)));

  // Names are unique per write, so one write done twice is one name twice.
  const names = countBy(found.contacts.map((contact) => contact.name));
  const doubled = [...names].filter(([, count]) => count > 1).map(([name]) => name);
  report.figure('doubled', doubled.length);
  report.check('no write was done twice', doubled.length === 0, some(doubled));
  const sent = new Set(writes.map((write) => write.name));
  const strange = [...names.keys()].filter((name) => !sent.has(name));
  report.check('nothing is there that nobody wrote', strange.length === 0, some(strange));
  const ids = new Map(found.answers.map((answer) => [answer.key, answer.id]));
  const forgotten = acknowledged.filter((write) => ids.get(write.key) !== write.id);
  report.check(
    'each key keeps the answer that its client got',
    forgotten.length === 0,
    some(forgotten.map((w) => w.key)),
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

function onePer(report: Report, what: string, contacts: readonly string[], targets: readonly string[]): void {
  const counts = countBy(targets);
  const wrong = contacts.filter((id) => counts.get(id) !== 1);
  const there = new Set(contacts);
  const orphans = targets.filter((id) => !there.has(id));
  report.check(`each contact has exactly one ${what} contact.created`, wrong.length === 0, some(wrong));
  report.check(`no ${what} speaks of a contact that isn't there`, orphans.length === 0, some(orphans));
}

/** Every event is published once, in an order that a reader can follow, and handled at least once. */
export function checkEvents(
  report: Report,
  found: Found,
  positions: readonly { id: string; position: number }[],
  seen: readonly string[],
  trace: readonly Trace[],
): void {
  const unpublished = found.events.filter((event) => event.position === null).map((event) => event.id);
  report.check('every event has a position', unpublished.length === 0, some(unpublished));
  const repeated = positions.filter((row, i) => row.position === positions[i - 1]?.position);
  report.check('no position is given twice', repeated.length === 0, some(repeated.map((row) => row.id)));
  const order = positions.map((row) => row.id);
  const missed = order.filter((id, i) => id !== seen[i]);
  report.check(
    'a reader that follows the positions has met every event, each once and in order',
    missed.length === 0 && seen.length === order.length,
    `${seen.length} met of ${order.length}`,
  );
  const handled = countBy(trace.map((one) => one.event));
  const unhandled = found.events.filter((event) => !handled.has(event.id)).map((event) => event.id);
  const events = new Set(found.events.map((event) => event.id));
  const invented = [...handled.keys()].filter((id) => !events.has(id));
  const again = [...handled.values()].filter((count) => count > 1).length;
  report.figure('events handled', `${handled.size} of ${events.size}, ${again} of them more than once`);
  report.check('every event was handled', unhandled.length === 0, some(unhandled));
  report.check("no event was handled that isn't there", invented.length === 0, some(invented));
}
