import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';

/** People and their sessions; all of it runs as role identity. */

export interface SessionRow {
  readonly id: string;
  readonly agent: string | null;
  readonly network: string;
  readonly methods: readonly string[];
  readonly created_at: string;
  readonly seen_at: string;
}

const SESSION = `select id, agent, network, methods, created_at, seen_at from identity.sessions
  where person_id = $1 and revoked_at is null and expires_at > clock_timestamp()`;

/** The live ones, newest first. */
export const listSessions = (personId: string, after: string | null, rows: number): Statement<SessionRow> =>
  statement(`${SESSION} and ($2::uuid is null or id < $2) order by id desc limit $3`, [
    personId,
    after,
    rows,
  ]);

export const lockOwnSession = (personId: string, id: string): Statement<SessionRow> =>
  statement(`${SESSION} and id = $2 for update`, [personId, id]);

export const endSession = (id: string, now: Date): Statement =>
  statement('update identity.sessions set revoked_at = $2 where id = $1', [id, now]);

export const endOtherSessions = (personId: string, id: string, now: Date): Statement<{ id: string }> =>
  statement(
    `update identity.sessions set revoked_at = $3
     where person_id = $1 and id <> $2 and revoked_at is null and expires_at > clock_timestamp() returning id`,
    [personId, id, now],
  );

export interface PersonRow {
  readonly id: string;
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
  readonly language: 'en' | 'es';
  readonly operator: boolean;
  readonly disabled: boolean;
  readonly created_at: string;
  readonly version: number;
  /** Companies, for those who see them. */
  readonly tenants: readonly { id: string; slug: string; name: string; role: string }[];
}

const PERSON = `
  select p.id, p.name, p.phone, p.email, p.language, p.operator, p.disabled_at is not null as disabled, p.created_at,
    p.version, coalesce((
      select json_agg(json_build_object('id', t.id, 'slug', t.slug, 'name', t.name, 'role', coalesce(r.name, m.role))
        order by m.created_at, t.slug)
      from core.memberships m join core.tenants t on t.id = m.tenant_id
      left join core.roles r on r.tenant_id = m.tenant_id and r.id = m.role_id
      where m.person_id = p.id and m.disabled_at is null), '[]') as tenants
  from identity.people p`;

/** By id: random, so it is no order to people, but it stays the same. */
export const listPeople = (
  filter: { phone: string | null; email: string | null },
  after: string | null,
  rows: number,
): Statement<PersonRow> =>
  statement(
    `${PERSON} where ($1::uuid is null or p.id > $1) and ($2::text is null or p.phone = $2)
       and ($3::text is null or p.email = $3)
     order by p.id limit $4`,
    [after, filter.phone, filter.email, rows],
  );

export const findPerson = (id: string): Statement<PersonRow> => statement(`${PERSON} where p.id = $1`, [id]);

export const lockPerson = (id: string): Statement<PersonRow> =>
  statement(`${PERSON} where p.id = $1 for no key update of p`, [id]);

export const setPersonDisabled = (id: string, disabled: boolean, now: Date): Statement =>
  statement(
    `update identity.people set disabled_at = case when $2::boolean then $3::timestamptz end, updated_at = $3,
       version = version + 1
     where id = $1`,
    [id, disabled, now],
  );

export const setOperator = (id: string, operator: boolean, now: Date): Statement =>
  statement(
    'update identity.people set operator = $2, updated_at = $3, version = version + 1 where id = $1',
    [id, operator, now],
  );

export const setProfile = (id: string, name: string | null, language: string, now: Date): Statement =>
  statement(
    'update identity.people set name = $2, language = $3, updated_at = $4, version = version + 1 where id = $1',
    [id, name, language, now],
  );
