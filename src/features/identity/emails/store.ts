import type { Statement } from '#core/db.ts';
import type { Language } from '#core/errors.ts';
import { statement } from '#platform/db/statement.ts';

export interface EmailCode {
  readonly id: string;
  readonly email: string;
  readonly hash: Buffer;
  readonly tries: number;
  readonly expires_at: string;
}

/** Whoever asks for a code to the same address, or wants to have it, waits until the end of the transaction. */
export const lockEmail = (email: string): Statement =>
  statement('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`email ${email}`]);

/** Codes of a person since a moment, and those that an address got from everybody. */
export const emailState = (
  personId: string,
  email: string,
  since: Date,
): Statement<{ asked: number; got: number; last_at: string | null; first_at: string | null }> =>
  statement(
    `select count(*) filter (where person_id = $1)::int as asked, count(*) filter (where email = $2)::int as got,
       max(created_at) filter (where person_id = $1) as last_at, min(created_at) as first_at
     from identity.email_changes where (person_id = $1 or email = $2) and created_at > $3`,
    [personId, email, since],
  );

export const voidEmailCodes = (personId: string, now: Date): Statement =>
  statement(
    `update identity.email_changes set ended_at = $2, outcome = 'voided', sealed = null
     where person_id = $1 and ended_at is null`,
    [personId, now],
  );

export const insertEmailCode = (
  code: {
    id: string;
    personId: string;
    email: string;
    hash: Buffer;
    sealed: Buffer;
    language: Language;
    expiresAt: Date;
  },
  now: Date,
): Statement =>
  statement(
    `insert into identity.email_changes (id, person_id, email, old_email, hash, sealed, language, created_at, expires_at)
     select $1, $2, $3, p.email, $4, $5, $6, $7, $8 from identity.people p where p.id = $2`,
    [code.id, code.personId, code.email, code.hash, code.sealed, code.language, now, code.expiresAt],
  );

export const lockEmailCode = (personId: string): Statement<EmailCode> =>
  statement(
    `select id, email, hash, tries, expires_at from identity.email_changes
     where person_id = $1 and ended_at is null order by id desc limit 1 for update`,
    [personId],
  );

export const endEmailCode = (id: string, outcome: 'used' | 'spent', now: Date): Statement =>
  statement('update identity.email_changes set ended_at = $3, outcome = $2, sealed = null where id = $1', [
    id,
    outcome,
    now,
  ]);

export const countEmailTry = (id: string): Statement =>
  statement('update identity.email_changes set tries = tries + 1 where id = $1', [id]);

export const findByEmail = (email: string): Statement<{ id: string }> =>
  statement('select id from identity.people where email = $1', [email]);

export const setEmail = (personId: string, email: string | null, now: Date): Statement =>
  statement('update identity.people set email = $2, updated_at = $3, version = version + 1 where id = $1', [
    personId,
    email,
    now,
  ]);

/** A removal, for its notice: there is no code, and nothing to prove. */
export const insertRemoval = (id: string, personId: string, now: Date): Statement =>
  statement(
    `insert into identity.email_changes (id, person_id, email, old_email, hash, language, created_at, expires_at, ended_at, outcome)
     select $1, $2, '', p.email, '', p.language, $3, $3, $3, 'used' from identity.people p where p.id = $2`,
    [id, personId, now],
  );

export const findEmailToSend = (
  id: string,
): Statement<{ email: string; sealed: Buffer | null; language: Language; expires_at: string }> =>
  statement(
    'select email, sealed, language, expires_at from identity.email_changes where id = $1 and ended_at is null',
    [id],
  );

export const markEmailSent = (id: string): Statement =>
  statement('update identity.email_changes set sealed = null where id = $1', [id]);

export const findEmailNotice = (
  id: string,
): Statement<{ phone: string | null; old_email: string | null; language: Language }> =>
  statement(
    `select p.phone, c.old_email, p.language from identity.email_changes c
     join identity.people p on p.id = c.person_id where c.id = $1`,
    [id],
  );
