import type { Statement } from '#core/db.ts';
import type { Role } from '#core/roles.ts';
import { statement } from '#platform/db/statement.ts';

/** People and their sessions; all of it runs as role identity. */

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
}

const PERSON =
  'id, name, phone, email, language, operator, disabled_at is not null as disabled, created_at, version';

/** Does nothing when the number has a person already: find them afterwards. */
export const insertPerson = (person: { id: string; phone: string; language: string; now: Date }): Statement =>
  statement(
    `insert into identity.people (id, phone, language, created_at, updated_at) values ($1, $2, $3, $4, $4)
     on conflict (phone) do nothing`,
    [person.id, person.phone, person.language, person.now],
  );

export const findByPhone = (phone: string): Statement<PersonRow> =>
  statement(`select ${PERSON} from identity.people where phone = $1`, [phone]);

export const findPerson = (id: string): Statement<PersonRow> =>
  statement(`select ${PERSON} from identity.people where id = $1`, [id]);

/** A company that somebody belongs to. `role` is the name of theirs, `own` what a role of the company's own allows. */
export interface Belonging {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly hue: number | null;
  readonly logo: string | null;
  readonly role: string;
  readonly kind: Role | 'custom';
  readonly own: readonly string[] | null;
}

export const tenantsOf = (personId: string): Statement<Belonging> =>
  statement(
    `select t.id, t.slug, t.name, t.hue, t.logo, coalesce(r.name, m.role) as role, m.role as kind, r.scopes as own
     from core.memberships m join core.tenants t on t.id = m.tenant_id
     left join core.roles r on r.tenant_id = m.tenant_id and r.id = m.role_id
     where m.person_id = $1 and m.disabled_at is null order by m.created_at, t.slug`,
    [personId],
  );

export interface NewSession {
  readonly id: string;
  readonly personId: string;
  readonly hash: Buffer;
  readonly methods: readonly string[];
  readonly network: string;
  readonly agent: string | null;
  readonly steppedUpAt: Date | null;
  readonly expiresAt: Date;
}

export const insertSession = (session: NewSession, now: Date): Statement =>
  statement(
    `insert into identity.sessions
       (id, person_id, hash, methods, network, agent, created_at, seen_at, stepped_up_at, expires_at)
     values ($1, $2, $3, $4::text[], $5, $6, $7, $7, $8, $9)`,
    [
      session.id,
      session.personId,
      session.hash,
      session.methods,
      session.network,
      session.agent,
      now,
      session.steppedUpAt,
      session.expiresAt,
    ],
  );

export const insertRefresh = (token: {
  hash: Buffer;
  sessionId: string;
  now: Date;
  expiresAt: Date;
}): Statement =>
  statement(
    'insert into identity.refresh_tokens (hash, session_id, created_at, expires_at) values ($1, $2, $3, $4)',
    [token.hash, token.sessionId, token.now, token.expiresAt],
  );

/** With its session, both locked. */
export const lockRefresh = (
  hash: Buffer,
): Statement<{
  session_id: string;
  person_id: string;
  used: boolean;
  expires_at: string;
  session_expires_at: string;
  live: boolean;
}> =>
  statement(
    `select r.session_id, s.person_id, r.used_at is not null as used, r.expires_at, s.expires_at as session_expires_at,
       s.revoked_at is null and s.seen_at > clock_timestamp() - interval '7 days' and p.disabled_at is null as live
     from identity.refresh_tokens r join identity.sessions s on s.id = r.session_id
     join identity.people p on p.id = s.person_id
     where r.hash = $1 for update of r, s`,
    [hash],
  );

export const useRefresh = (hash: Buffer, now: Date): Statement =>
  statement('update identity.refresh_tokens set used_at = $2 where hash = $1', [hash, now]);

export const revokeSession = (id: string, now: Date): Statement =>
  statement('update identity.sessions set revoked_at = coalesce(revoked_at, $2) where id = $1', [id, now]);

export const insertDevelopmentMessage = (message: {
  id: string;
  to: string;
  text: string;
  at: Date;
}): Statement =>
  statement(
    `insert into identity.development_messages (id, recipient, text, at) values ($1, $2, $3, $4)
     on conflict (id) do nothing`,
    [message.id, message.to, message.text, message.at],
  );

/** The newest ones, oldest of them first. */
export const developmentMessages = (limit: number): Statement<{ to: string; text: string; at: string }> =>
  statement(
    `select * from (
       select recipient as "to", text, at from identity.development_messages order by at desc, id desc limit $1
     ) newest order by at`,
    [limit],
  );

export const exportPerson = (id: string): Statement<{ data: unknown }> =>
  statement(
    `select json_build_object('ugid', id, 'name', name, 'phone', phone, 'email', email, 'language', language,
       'operator', operator, 'createdAt', created_at) as data
     from identity.people where id = $1`,
    [id],
  );

export const exportLogins = (personId: string): Statement<{ data: unknown }> =>
  statement(
    `select json_build_object('network', network, 'agent', agent, 'methods', methods, 'createdAt', created_at,
       'endedAt', revoked_at) as data
     from identity.sessions where person_id = $1 order by id`,
    [personId],
  );

export const exportMemberships = (personId: string): Statement<{ data: unknown }> =>
  statement(
    `select json_build_object('company', t.name, 'slug', t.slug, 'role', m.role, 'since', m.created_at) as data
     from core.memberships m join core.tenants t on t.id = m.tenant_id where m.person_id = $1
     union all
     select json_build_object('agent', g.client_name, 'company', t.name, 'scopes', g.scopes, 'since', g.created_at,
       'endedAt', g.revoked_at)
     from identity.oauth_grants g join core.tenants t on t.id = g.tenant_id where g.person_id = $1
     union all
     select json_build_object('claims', t.name, 'evidence', c.evidence, 'since', c.created_at, 'outcome', c.outcome)
     from identity.tenant_claims c join core.tenants t on t.id = c.tenant_id where c.person_id = $1`,
    [personId],
  );

/** That they claimed a company stays, as its audit has it; what they told of themselves goes. */
export const eraseClaims = (personId: string): Statement<{ n: number }> =>
  statement(
    `with erased as (update identity.tenant_claims set evidence = '' where person_id = $1 and evidence <> '' returning 1)
     select count(*)::int as n from erased`,
    [personId],
  );

/** The row stays, since audits and companies name it; nothing in it tells who it was, and nobody logs in by it. */
export const erasePerson = (id: string, now: Date): Statement<{ n: number }> =>
  statement(
    `with erased as (
       update identity.people set name = null, phone = null, email = null, operator = false,
         disabled_at = coalesce(disabled_at, $2), updated_at = $2, version = version + 1
       where id = $1 returning 1)
     select count(*)::int as n from erased`,
    [id, now],
  );

/** Before the person's own row, which still knows the number. */
export const eraseLogins = (personId: string, now: Date): Statement<{ n: number }> =>
  statement(
    `with number as (select phone from identity.people where id = $1),
     codes as (delete from identity.otp_codes where phone in (select phone from number)),
     failures as (delete from identity.otp_numbers where phone in (select phone from number)),
     silent as (delete from identity.unreachable_phones where phone in (select phone from number)),
     ended as (
       update identity.sessions set network = '', agent = null, revoked_at = coalesce(revoked_at, $2)
       where person_id = $1 returning 1)
     select count(*)::int as n from ended`,
    [personId, now],
  );
