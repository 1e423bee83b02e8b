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

export interface LinkRow {
  readonly contactId: string;
  readonly engineId: string | null;
  readonly status: 'linked' | 'left' | 'duplicate' | 'refused' | 'failed' | 'going';
  readonly version: number;
  readonly ours: string[] | null;
  readonly theirs: string[] | null;
  readonly twins: string[];
  readonly attempts: number;
}

const LINK = `contact_id as "contactId", engine_id as "engineId", status, version, ours, theirs, twins, attempts`;
const OF_ENGINE = 'tenant_id = core.tenant_id() and engine = $1';

export const linksOfContacts = (engine: string, ids: readonly string[]): Statement<LinkRow> =>
  statement(`select ${LINK} from app.contact_links where ${OF_ENGINE} and contact_id = any ($2::uuid[])`, [
    engine,
    ids,
  ]);

export const linksOfEngineIds = (engine: string, ids: readonly string[]): Statement<LinkRow> =>
  statement(`select ${LINK} from app.contact_links where ${OF_ENGINE} and engine_id = any ($2::text[])`, [
    engine,
    ids,
  ]);

/** Who takes something in for a company does so alone: two engines that tell of the same person make one contact. */
export const takeTurn = (tenantId: string): Statement =>
  statement('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`contact sync ${tenantId}`]);

export interface LinkState {
  readonly contactId: string;
  readonly engineId: string | null;
  readonly status: LinkRow['status'];
  readonly version: number;
  readonly ours: readonly string[] | null;
  readonly theirs: readonly string[] | null;
  readonly twins?: readonly string[];
  readonly attempts?: number;
  readonly errorCode?: string | null;
  readonly dueAt?: Date | null;
}

export const putLink = (engine: string, one: LinkState, now: Date): Statement =>
  statement(
    `insert into app.contact_links (engine, contact_id, engine_id, status, version, ours, theirs, twins, attempts,
       error_code, due_at, linked_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)
     on conflict (tenant_id, engine, contact_id) do update set engine_id = excluded.engine_id, status = excluded.status,
       version = excluded.version, ours = excluded.ours, theirs = excluded.theirs, twins = excluded.twins,
       attempts = excluded.attempts, error_code = excluded.error_code, due_at = excluded.due_at,
       changed_at = excluded.changed_at`,
    [
      engine,
      one.contactId,
      one.engineId,
      one.status,
      one.version,
      one.ours,
      one.theirs,
      one.twins ?? [],
      one.attempts ?? 0,
      one.errorCode ?? null,
      one.dueAt ?? null,
      now,
    ],
  );

export const dropLink = (engine: string, contactId: string): Statement =>
  statement(`delete from app.contact_links where ${OF_ENGINE} and contact_id = $2`, [engine, contactId]);

/** Contacts that stood back for another one, which makes room: they are tried again. */
export const freeDuplicates = (engine: string, holder: string, now: Date): Statement =>
  statement(
    `update app.contact_links set due_at = $3
     where ${OF_ENGINE} and status = 'duplicate' and $2 = any (twins)`,
    [engine, holder, now],
  );

/** Which of these contacts has the phone or the mail address of another one that stands in the engine. */
export const holdersOf = (
  engine: string,
  ones: readonly { id: string; phone: string | null; email: string | null; terms: readonly string[] }[],
): Statement<{ id: string; holder: string }> => {
  const terms = ones.flatMap((one) => one.terms.map((term) => ({ ...one, term })));
  return statement(
    `select distinct on (w.id) w.id, c.id as holder
     from unnest($2::uuid[], $3::text[], $4::text[], $5::text[]) as w (id, phone, email, term)
     join app.contact_terms t on t.tenant_id = core.tenant_id() and t.term = w.term and t.contact_id <> w.id
     join app.contacts c on c.tenant_id = t.tenant_id and c.id = t.contact_id and (c.phone = w.phone or c.email = w.email)
     join app.contact_links l on l.tenant_id = c.tenant_id and l.engine = $1 and l.contact_id = c.id
       and l.engine_id is not null and l.status <> 'left'
     order by w.id, c.id`,
    [
      engine,
      terms.map(({ id }) => id),
      terms.map(({ phone }) => phone),
      terms.map(({ email }) => email),
      terms.map(({ term }) => term),
    ],
  );
};

export const dueLinks = (engine: string, now: Date, most: number): Statement<{ contactId: string }> =>
  statement(
    `select contact_id as "contactId" from app.contact_links where ${OF_ENGINE} and due_at <= $2
     order by due_at limit $3`,
    [engine, now, most],
  );

/** Those that were due and turned out to need nothing. */
export const settle = (engine: string, ids: readonly string[], now: Date): Statement =>
  statement(
    `update app.contact_links set due_at = null where ${OF_ENGINE} and contact_id = any ($2::uuid[]) and due_at <= $3`,
    [engine, ids, now],
  );

export interface ToldRow {
  readonly engineId: string;
  readonly contact: EngineContact;
  readonly turn: number;
}

export const toldContacts = (engine: string, most: number): Statement<ToldRow> =>
  statement(
    `select engine_id as "engineId", contact, turn from app.contact_told where ${OF_ENGINE} order by told_at limit $2`,
    [engine, most],
  );

/** Unless something was told meanwhile. */
export const forgetTold = (engine: string, rows: readonly ToldRow[]): Statement =>
  statement(
    `delete from app.contact_told t using unnest($2::text[], $3::int[]) as w (id, turn)
     where t.tenant_id = core.tenant_id() and t.engine = $1 and t.engine_id = w.id and t.turn = w.turn`,
    [engine, rows.map(({ engineId }) => engineId), rows.map(({ turn }) => turn)],
  );

export interface ContactEvents {
  readonly ids: string[];
  /** Where the next look goes on. */
  readonly position: number;
  readonly more: boolean;
}

/** Contacts that changed after a position, each once. */
export const changedContacts = (
  position: number,
  names: readonly string[],
  most: number,
): Statement<ContactEvents> =>
  statement(
    `with found as materialized (
       select position, data->>'id' as id from core.events
       where tenant_id = core.tenant_id() and position > $1 and name = any ($2::text[]) order by position limit $3)
     select coalesce((select array_agg(distinct id) from found), '{}') as ids,
       (select count(*) = $3 from found) as more,
       case when (select count(*) = $3 from found) then (select max(position) from found)
         else greatest($1, (select coalesce(max(position), 0) from core.events
           where tenant_id = core.tenant_id() and position is not null)) end as position`,
    [position, names, most],
  );

/** What is to be removed, or looked at again, in every engine that has the contact. */
export const touchLinks = (contactId: string, status: 'going' | null, now: Date): Statement<{ n: number }> =>
  statement(
    `with touched as (
       update app.contact_links set due_at = $3, status = coalesce($2, status)
       where tenant_id = core.tenant_id() and contact_id = $1 and status <> 'going' returning engine),
     asked as (
       update core.contact_lanes set asked = true
       where tenant_id = core.tenant_id() and engine in (select engine from touched))
     select count(*)::int as n from touched`,
    [contactId, status, now],
  );

export const exportLinks = (contactId: string): Statement<{ data: unknown }> =>
  statement(
    `select json_build_object('engine', engine, 'engineId', engine_id, 'status', status, 'linkedAt', linked_at) as data
     from app.contact_links where contact_id = $1 order by engine`,
    [contactId],
  );

export interface StatusRow {
  readonly engine: string;
  readonly linked: number;
  readonly left: number;
  readonly duplicate: number;
  readonly refused: number;
  readonly failed: number;
  readonly told: number;
  readonly behind: number;
  readonly filledAt: string | null;
  readonly polledAt: string | null;
  readonly errorCode: string | null;
}

const count = (status: string): string =>
  `count(*) filter (where l.status = '${status}')::int as "${status}"`;

export const syncStatus = (names: readonly string[], most: number): Statement<StatusRow> =>
  statement(
    `select a.engine, n.*, a.filled_at as "filledAt", a.polled_at as "polledAt", a.error_code as "errorCode",
       (select count(*)::int from app.contact_told t where t.tenant_id = a.tenant_id and t.engine = a.engine) as told,
       (select count(*)::int from (select 1 from core.events e where e.tenant_id = a.tenant_id and e.position > a.position
          and e.name = any ($1::text[]) limit $2) e) as behind
     from core.contact_lanes a, lateral (
       select ${['linked', 'left', 'duplicate', 'refused', 'failed'].map(count).join(', ')}
       from app.contact_links l where l.tenant_id = a.tenant_id and l.engine = a.engine) n
     where a.tenant_id = core.tenant_id() order by a.engine`,
    [names, most],
  );
