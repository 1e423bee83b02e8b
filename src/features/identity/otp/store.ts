import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';
import type { Purpose } from '#features/identity/codes.ts';

/** One-time codes; all of it runs as role identity. */

export const recentCodes = (
  phone: string,
  since: Date,
): Statement<{ sent: number; last_at: string | null; first_at: string | null }> =>
  statement(
    `select count(*)::int as sent, max(created_at) as last_at, min(created_at) as first_at
     from identity.otp_codes where phone = $1 and created_at > $2`,
    [phone, since],
  );

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
): Statement<{ id: string; person_id: string | null; hash: Buffer; tries: number; expires_at: string }> =>
  statement(
    `select id, person_id, hash, tries, expires_at from identity.otp_codes
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
