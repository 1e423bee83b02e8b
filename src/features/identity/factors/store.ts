import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';

/** How strongly somebody can prove themselves. */
export interface Strength {
  readonly disabled: boolean;
  readonly phone: string | null;
  readonly always_ask: boolean;
  readonly totp: boolean;
  readonly passkeys: number;
  readonly recovery_codes: number;
  readonly username: string | null;
  /** The password counts only together with a second factor. */
  readonly short: boolean | null;
}

export const strengthOf = (personId: string): Statement<Strength> =>
  statement(
    `select p.disabled_at is not null as disabled, p.phone, p.always_ask, w.username, w.short,
       exists (select from identity.totp t where t.person_id = p.id and t.confirmed_at is not null) as totp,
       (select count(*) from identity.passkeys k where k.person_id = p.id) as passkeys,
       (select count(*) from identity.recovery_codes r where r.person_id = p.id and r.used_at is null) as recovery_codes
     from identity.people p left join identity.passwords w on w.person_id = p.id where p.id = $1`,
    [personId],
  );

/**
 * Changes of one person's factors come one after the other. New sessions, which only refer to the person, don't wait
 * here: they may hold what the holder of this lock waits for.
 */
export const lockPerson = (id: string): Statement =>
  statement('select id from identity.people where id = $1 for no key update', [id]);

export const setAlwaysAsk = (personId: string, on: boolean, now: Date): Statement =>
  statement(
    'update identity.people set always_ask = $2, updated_at = $3, version = version + 1 where id = $1',
    [personId, on, now],
  );

export const stepUpSession = (id: string, now: Date): Statement =>
  statement('update identity.sessions set stepped_up_at = $2 where id = $1', [id, now]);

/** All of a person's logins, but for the one that `keep` names. */
export const revokeSessionsOf = (personId: string, keep: string | null, now: Date): Statement =>
  statement(
    `update identity.sessions set revoked_at = $3
     where person_id = $1 and revoked_at is null and id is distinct from $2::uuid`,
    [personId, keep, now],
  );

export const insertTotp = (personId: string, sealed: Buffer, now: Date): Statement =>
  statement(
    `insert into identity.totp (person_id, sealed, created_at) values ($1, $2, $3)
     on conflict (person_id) do update set sealed = excluded.sealed, created_at = excluded.created_at, last_step = 0
       where identity.totp.confirmed_at is null`,
    [personId, sealed, now],
  );

export const lockTotp = (
  personId: string,
): Statement<{ sealed: Buffer; confirmed_at: string | null; last_step: number }> =>
  statement('select sealed, confirmed_at, last_step from identity.totp where person_id = $1 for update', [
    personId,
  ]);

/** A step that was used is used up; the first one confirms the app. */
export const useTotpStep = (personId: string, step: number, now: Date): Statement =>
  statement(
    `update identity.totp set last_step = $2, confirmed_at = coalesce(confirmed_at, $3) where person_id = $1`,
    [personId, step, now],
  );

export const deleteTotp = (personId: string): Statement =>
  statement('delete from identity.totp where person_id = $1', [personId]);

export const deleteRecoveryCodes = (personId: string): Statement =>
  statement('delete from identity.recovery_codes where person_id = $1', [personId]);

export const insertRecoveryCodes = (personId: string, hashes: readonly Buffer[], now: Date): Statement =>
  statement(
    `insert into identity.recovery_codes (person_id, hash, created_at)
     select $1, decode(unnest($2::text[]), 'hex'), $3`,
    [personId, hashes.map((hash) => hash.toString('hex')), now],
  );

/** Of two at the same moment only one gets the row. */
export const useRecoveryCode = (personId: string, hash: Buffer, now: Date): Statement<{ used: boolean }> =>
  statement(
    `update identity.recovery_codes set used_at = $3
     where hash = $2 and person_id = $1 and used_at is null returning true as used`,
    [personId, hash, now],
  );

/** Makes the guard if need be, and locks it. */
export const lockThrottle = (name: string, now: Date): Statement<{ failures: number; free_at: string }> =>
  statement(
    `insert into identity.throttles as t (name, failures, last_at, free_at) values ($1, 0, $2, $2)
     on conflict (name) do update set failures = case when t.last_at < $2::timestamptz - interval '1 day' then 0 else t.failures end
     returning failures, free_at`,
    [name, now],
  );

export const peekThrottles = (names: readonly string[]): Statement<{ free_at: string }> =>
  statement('select free_at from identity.throttles where name = any($1::text[])', [names]);

export const countFailure = (name: string, failures: number, now: Date, freeAt: Date): Statement =>
  statement('update identity.throttles set failures = $2, last_at = $3, free_at = $4 where name = $1', [
    name,
    failures,
    now,
    freeAt,
  ]);

export const forgetFailures = (names: readonly string[]): Statement =>
  statement('delete from identity.throttles where name = any($1::text[])', [names]);

export const insertTicket = (ticket: {
  hash: Buffer;
  personId: string;
  method: string;
  expiresAt: Date;
}): Statement =>
  statement(
    'insert into identity.login_tickets (hash, person_id, method, expires_at) values ($1, $2, $3, $4)',
    [ticket.hash, ticket.personId, ticket.method, ticket.expiresAt],
  );

export const lockTicket = (
  hash: Buffer,
): Statement<{ person_id: string; method: string; tries: number; expires_at: string }> =>
  statement(
    'select person_id, method, tries, expires_at from identity.login_tickets where hash = $1 for update',
    [hash],
  );

export const countTicketTry = (hash: Buffer): Statement =>
  statement('update identity.login_tickets set tries = tries + 1 where hash = $1', [hash]);

export const deleteTicket = (hash: Buffer): Statement =>
  statement('delete from identity.login_tickets where hash = $1', [hash]);

/** What is over at `now`; counts and receipts that are older than `before`. */
export const dropStale = (now: Date, before: Date): Statement[] => [
  statement('delete from identity.challenges where expires_at <= $1', [now]),
  statement('delete from identity.login_tickets where expires_at <= $1', [now]),
  statement('delete from identity.oidc_flows where expires_at <= $1', [now]),
  statement('delete from identity.throttles where last_at < $1', [before]),
  statement('delete from identity.webhook_receipts where received_at < $1', [before]),
];

/** What there is and since when; never a secret. */
export const exportFactors = (personId: string): Statement<{ data: unknown }> =>
  statement(
    `select json_build_object('kind', kind, 'name', name, 'since', since) as data from (
       select 'app' as kind, null as name, created_at as since from identity.totp where person_id = $1
       union all select 'passkey', name, created_at from identity.passkeys where person_id = $1
       union all select 'password', username, changed_at from identity.passwords where person_id = $1
       union all select 'issuer', concat_ws(' ', issuer, subject, email), created_at from identity.identities where person_id = $1
       union all select 'number', concat_ws(' ', old_phone, new_phone), created_at from identity.number_changes where person_id = $1
       union all select 'email', concat_ws(' ', old_email, email), created_at from identity.email_changes where person_id = $1 and outcome = 'used'
     ) found order by since, kind`,
    [personId],
  );

export const eraseFactors = (personId: string): Statement<{ n: number }> =>
  statement(
    `with totp as (delete from identity.totp where person_id = $1 returning 1),
     codes as (delete from identity.recovery_codes where person_id = $1 returning 1),
     passkeys as (delete from identity.passkeys where person_id = $1 returning 1),
     passwords as (delete from identity.passwords where person_id = $1 returning 1),
     tickets as (delete from identity.login_tickets where person_id = $1 returning 1),
     identities as (delete from identity.identities where person_id = $1 returning 1),
     numbers as (delete from identity.number_changes where person_id = $1 returning 1),
     emails as (delete from identity.email_changes where person_id = $1 returning 1)
     select count(*)::int as n from (
       select from totp union all select from codes union all select from passkeys union all select from passwords
       union all select from tickets union all select from identities union all select from numbers
       union all select from emails) gone`,
    [personId],
  );
