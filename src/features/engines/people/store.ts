import type { Statement } from '#core/db.ts';
import type { Role } from '#core/roles.ts';
import { statement } from '#platform/db/statement.ts';

export interface PersonRow {
  readonly id: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly language: 'es' | 'en';
  readonly role: Role | 'custom';
  /** False: they left, or were shut out. */
  readonly member: boolean;
}

/** The entered company's people, those included who left and were in an engine. */
export const listPeople: Statement<PersonRow> = statement(
  'select id, name, phone, email, language, role, member from core.tenant_members() order by id',
);

export const findPerson = (id: string): Statement<PersonRow> =>
  statement(
    'select id, name, phone, email, language, role, member from core.tenant_members() where id = $1',
    [id],
  );

export interface EnginePerson {
  readonly engine: string;
  readonly personId: string;
  readonly engineId: string | null;
  readonly applied: string | null;
  readonly wanted: 'present' | 'disabled';
  readonly status: 'waiting' | 'done' | 'failed';
  readonly attempts: number;
  readonly errorCode: string | null;
  readonly errorWords: { en: string; es: string } | null;
  readonly wantedAt: string;
  readonly reachedAt: string | null;
}

const ROWS = `select engine, person_id as "personId", engine_id as "engineId", applied, wanted, status, attempts,
    error_code as "errorCode", error_words as "errorWords", wanted_at as "wantedAt", reached_at as "reachedAt"
  from core.engine_people where tenant_id = core.tenant_id()`;

export const peopleIn = (engine: string): Statement<EnginePerson> =>
  statement(`${ROWS} and engine = $1 order by person_id`, [engine]);

export const enginesOf = (person: string): Statement<EnginePerson> =>
  statement(`${ROWS} and person_id = $1 order by engine`, [person]);

/** What is about to be done: whatever becomes of it, somebody knows that it was begun. */
export const beginPerson = (
  engine: string,
  person: string,
  wanted: 'present' | 'disabled',
  now: Date,
): Statement =>
  statement(
    `insert into core.engine_people as p (engine, person_id, wanted, status, wanted_at) values ($1, $2, $3, 'waiting', $4)
     on conflict (tenant_id, engine, person_id) do update set status = 'waiting', wanted = excluded.wanted,
       wanted_at = case when p.wanted = excluded.wanted then p.wanted_at else excluded.wanted_at end`,
    [engine, person, wanted, now],
  );

export const endPerson = (
  engine: string,
  person: string,
  { engineId, applied }: { engineId: string | null; applied: string | null },
  now: Date,
): Statement =>
  statement(
    `update core.engine_people set engine_id = $3, applied = $4, status = 'done', attempts = 0, error_code = null,
       error_words = null, reached_at = $5
     where tenant_id = core.tenant_id() and engine = $1 and person_id = $2`,
    [engine, person, engineId, applied, now],
  );

export const failPerson = (
  engine: string,
  person: string,
  failure: { code: string; words: object },
): Statement =>
  statement(
    `update core.engine_people set status = 'failed', attempts = attempts + 1, error_code = $3, error_words = $4
     where tenant_id = core.tenant_id() and engine = $1 and person_id = $2`,
    [engine, person, failure.code, JSON.stringify(failure.words)],
  );

/** The company's part went, and everybody with it. */
export const allGone = (engine: string, now: Date): Statement =>
  statement(
    `update core.engine_people set engine_id = null, applied = null, wanted = 'disabled', status = 'done', attempts = 0,
       error_code = null, error_words = null, reached_at = $2,
       wanted_at = case when wanted = 'disabled' then wanted_at else $2::timestamptz end
     where tenant_id = core.tenant_id() and engine = $1 and (wanted = 'present' or status <> 'done')`,
    [engine, now],
  );

/** Of an instance that was left for another: what is known of its people means nothing there. */
export const forgetPeople = (engine: string): Statement =>
  statement(
    `update core.engine_people set engine_id = null, applied = null
     where tenant_id = core.tenant_id() and engine = $1`,
    [engine],
  );

export interface NewTicket {
  readonly hash: Buffer;
  readonly engine: string;
  readonly instanceId: string;
  readonly personId: string;
  readonly sessionId: string;
  readonly expiresAt: Date;
}

export const putTicket = (one: NewTicket): Statement =>
  statement(
    `insert into core.engine_tickets (hash, engine, instance_id, person_id, session_id, expires_at)
     values ($1, $2, $3, $4, $5, $6)`,
    [one.hash, one.engine, one.instanceId, one.personId, one.sessionId, one.expiresAt],
  );

export const dropOldTickets = (now: Date): Statement =>
  statement('delete from core.engine_tickets where tenant_id = core.tenant_id() and expires_at <= $1', [now]);

const LIVE = `t.tenant_id = core.tenant_id() and t.hash = $1 and t.engine = $2 and t.used_at is null
  and t.expires_at > $3`;

/** The session that asked for a live ticket. */
export const findTicket = (hash: Buffer, engine: string, now: Date): Statement<{ sessionId: string }> =>
  statement(`select t.session_id as "sessionId" from core.engine_tickets t where ${LIVE}`, [
    hash,
    engine,
    now,
  ]);

/** Uses it up. Its person, if they are a member still, and belong in that very instance. */
export const useTicket = (hash: Buffer, engine: string, now: Date): Statement<PersonRow> =>
  statement(
    `with used as (
       update core.engine_tickets t set used_at = $3 where ${LIVE} returning t.person_id, t.instance_id)
     select m.id, m.name, m.phone, m.email, m.language, m.role, m.member
     from used join core.tenant_members() m on m.id = used.person_id and m.member
     join core.engine_people p on p.tenant_id = core.tenant_id() and p.engine = $2 and p.person_id = m.id
       and p.wanted = 'present'
     join core.tenant_engines e on e.tenant_id = core.tenant_id() and e.engine = $2
       and e.instance_id = used.instance_id and e.wanted = 'present' and e.usable`,
    [hash, engine, now],
  );
