import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';
import type { Purpose } from '#features/identity/codes.ts';

/** One-time codes; all of it runs as role identity. */

/** Until the end of the transaction; whoever asks for a code to the same number waits. */
export const lockNumber = (phone: string): Statement =>
  statement('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`otp ${phone}`]);

/**
 * Around each look at a code's guesses: wrong ones come one after the other, so that no more than the budget are
 * looked at, however many come in at once.
 */
export const lockBudget = (wrong: boolean): Statement =>
  wrong
    ? statement("select pg_advisory_xact_lock(hashtextextended('otp budget', 0))")
    : statement("select pg_advisory_xact_lock_shared(hashtextextended('otp budget', 0))");

export interface NumberState {
  readonly failures: number;
  /** Codes of the last hour and of the last day, and when the first of each was asked for. */
  readonly hour: number;
  readonly day: number;
  readonly last_at: string | null;
  readonly hour_at: string | null;
  readonly day_at: string | null;
}

export const numberState = (phone: string, hourAgo: Date, dayAgo: Date): Statement<NumberState> =>
  statement(
    `select coalesce((select failures from identity.otp_numbers where phone = $1), 0) as failures,
       count(*) filter (where created_at > $2)::int as hour, count(*)::int as day, max(created_at) as last_at,
       min(created_at) filter (where created_at > $2) as hour_at, min(created_at) as day_at
     from identity.otp_codes where phone = $1 and created_at > $3`,
    [phone, hourAgo, dayAgo],
  );

export interface Count {
  readonly name: string;
  /** In the hour that runs. */
  readonly hour: number;
  /** In at least the last 24 hours. */
  readonly day: number;
}

/** Names that were never counted are missing. `since`: start of the oldest hour of the day. */
export const counts = (names: readonly string[], slot: Date, since: Date): Statement<Count> =>
  statement(
    `select name, coalesce(sum(n) filter (where slot = $2), 0)::int as hour, sum(n)::int as day
     from identity.counters where name = any($1::text[]) and slot >= $3 group by name`,
    [names, slot, since],
  );

/** In one order for everybody, so that nobody waits for each other. Answers with the count itself. */
export const count = (names: readonly string[], slot: Date, since: Date): Statement<Count> =>
  statement(
    `with counted as (
       insert into identity.counters as c (name, slot, n)
       select name, $2::timestamptz, 1 from unnest($1::text[]) name order by name
       on conflict (name, slot) do update set n = c.n + 1 returning name, n
     )
     select name, n::int as hour, (n + coalesce((
       select sum(old.n) from identity.counters old
       where old.name = counted.name and old.slot >= $3 and old.slot <> $2::timestamptz
     ), 0))::int as day from counted`,
    [names, slot, since],
  );

export const countNumberFailure = (phone: string, now: Date): Statement =>
  statement(
    `insert into identity.otp_numbers as o (phone, failures, updated_at) values ($1, 1, $2)
     on conflict (phone) do update set failures = o.failures + 1, updated_at = $2`,
    [phone, now],
  );

export const forgetNumberFailures = (phone: string): Statement =>
  statement('delete from identity.otp_numbers where phone = $1', [phone]);

/** Answers a row the first time only. */
export const useChallenge = (hash: Buffer, expiresAt: Date): Statement<{ used: true }> =>
  statement(
    `insert into identity.otp_challenges (hash, expires_at) values ($1, $2) on conflict do nothing
     returning true as used`,
    [hash, expiresAt],
  );

/** Over role app, in the transaction's tenant; what is too old to count goes. */
export const countInTenant = (
  name: string,
  slot: Date,
  since: Date,
): Statement<{ hour: number; day: number }> =>
  statement(
    `with old as (delete from core.counters where name = $1 and slot < $3), counted as (
       insert into core.counters as c (name, slot, n) values ($1, $2, 1)
       on conflict (tenant_id, name, slot) do update set n = c.n + 1 returning n
     )
     select n::int as hour, (n + coalesce((
       select sum(past.n) from core.counters past where past.name = $1 and past.slot >= $3 and past.slot <> $2
     ), 0))::int as day from counted`,
    [name, slot, since],
  );

export const anyLeftovers = (before: Date): Statement<{ any: boolean }> =>
  statement(
    `select exists (select from identity.otp_codes where created_at < $1)
       or exists (select from identity.counters where slot < $1)
       or exists (select from identity.otp_challenges where expires_at < $1)
       or exists (select from identity.email_changes where created_at < $1) as any`,
    [before],
  );

export const dropLeftovers = (before: Date): readonly Statement[] => [
  statement('delete from identity.otp_codes where created_at < $1', [before]),
  statement('delete from identity.counters where slot < $1', [before]),
  statement('delete from identity.otp_challenges where expires_at < $1', [before]),
  statement('delete from identity.email_changes where created_at < $1', [before]),
];

export const voidCode = (phone: string, purpose: Purpose, now: Date): Statement =>
  statement(
    `update identity.otp_codes set ended_at = $3, outcome = 'voided', sealed = null
     where phone = $1 and purpose = $2 and ended_at is null`,
    [phone, purpose, now],
  );

export interface NewCode {
  readonly id: string;
  readonly phone: string;
  readonly purpose: Purpose;
  readonly personId: string | null;
  readonly digits: number;
  readonly hash: Buffer;
  readonly sealed: Buffer;
  readonly network: string;
  readonly language: string;
  readonly expiresAt: Date;
}

export const insertCode = (code: NewCode, now: Date): Statement =>
  statement(
    `insert into identity.otp_codes
       (id, phone, purpose, person_id, digits, hash, sealed, network, language, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      code.id,
      code.phone,
      code.purpose,
      code.personId,
      code.digits,
      code.hash,
      code.sealed,
      code.network,
      code.language,
      now,
      code.expiresAt,
    ],
  );

/** The open code, locked: parallel guesses come one after the other. */
export const lockCode = (
  phone: string,
  purpose: Purpose,
): Statement<{
  id: string;
  person_id: string | null;
  digits: number;
  hash: Buffer;
  tries: number;
  expires_at: string;
}> =>
  statement(
    `select id, person_id, digits, hash, tries, expires_at from identity.otp_codes
     where phone = $1 and purpose = $2 and ended_at is null for update`,
    [phone, purpose],
  );

export const countTry = (id: string, tries: number, spentAt: Date | null): Statement =>
  statement(
    `update identity.otp_codes set tries = $2, ended_at = $3::timestamptz,
       outcome = case when $3::timestamptz is not null then 'spent' end,
       sealed = case when $3::timestamptz is null then sealed end
     where id = $1`,
    [id, tries, spentAt],
  );

export const useCode = (id: string, now: Date): Statement =>
  statement(`update identity.otp_codes set ended_at = $2, outcome = 'used', sealed = null where id = $1`, [
    id,
    now,
  ]);

/** Of the day: sums of counters. `verified` is how their names begin. */
export const figures = (of: {
  readonly sent: string;
  readonly verified: string;
  readonly failed: readonly string[];
  readonly shortest: string;
  readonly allowed: number;
  readonly since: Date;
}): Statement<{ sent: number; verified: number; failed: number; budget: number }> =>
  statement(
    `select coalesce(sum(n) filter (where name = $1), 0)::int as sent,
       coalesce(sum(n) filter (where starts_with(name, $2)), 0)::int as verified,
       coalesce(sum(n) filter (where name = any ($3::text[])), 0)::int as failed,
       coalesce(sum(n) filter (where name = $4), 0)::float8 / $5::float8 as budget
     from identity.counters where slot >= $6`,
    [of.sent, of.verified, of.failed, of.shortest, of.allowed, of.since],
  );
