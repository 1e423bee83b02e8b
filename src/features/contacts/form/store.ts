import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';
import type { Held } from './held.ts';

/** Answers a row the first time only. */
export const useFormChallenge = (hash: Buffer, expiresAt: Date, now: Date): Statement<{ used: true }> =>
  statement(
    `with old as (delete from app.form_challenges where expires_at < $3)
     insert into app.form_challenges (hash, expires_at) values ($1, $2) on conflict do nothing returning true as used`,
    [hash, expiresAt, now],
  );

/** Counts one for each name in that hour; those of hours before go, whoever they counted. */
export const countInForm = (names: readonly string[], slot: Date): Statement<{ name: string; n: number }> =>
  statement(
    `with old as (delete from core.counters where name >= 'form ' and name < 'form!' and slot < $2)
     insert into core.counters as c (name, slot, n) select name, $2, 1 from unnest($1::text[]) name
     on conflict (tenant_id, name, slot) do update set n = c.n + 1 returning name, n`,
    [names, slot],
  );

export const insertHeld = (held: Held & { consentText: string }): Statement =>
  statement(
    `insert into app.held_messages (id, form_id, name, email, phone, message, consent_text, reason, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      held.id,
      held.formId,
      held.name,
      held.email,
      held.phone,
      held.message,
      held.consentText,
      held.reason,
      held.receivedAt,
    ],
  );

const HELD = `id, form_id as "formId", name, email, phone, message, reason, created_at as "receivedAt"`;

export const listHeld = (after: string | null, rows: number): Statement<Held> =>
  statement(
    `select ${HELD} from app.held_messages where $1::uuid is null or id < $1 order by id desc limit $2`,
    [after, rows],
  );

export const findHeld = (id: string): Statement<Held> =>
  statement(`select ${HELD} from app.held_messages where id = $1`, [id]);

export const takeHeld = (id: string): Statement<Held & { consentText: string }> =>
  statement(`delete from app.held_messages where id = $1 returning ${HELD}, consent_text as "consentText"`, [
    id,
  ]);

/** Of a contact: by mail or phone, since none was made of these yet. */
const OF_CONTACT = `exists (select from app.contacts c where c.id = $1 and (c.email = h.email or c.phone = h.phone))`;

export const exportHeld = (contactId: string): Statement<{ data: unknown }> =>
  statement(
    `select json_build_object('message', message, 'consentText', consent_text, 'receivedAt', created_at) as data
     from app.held_messages h where ${OF_CONTACT} order by id`,
    [contactId],
  );

export const eraseHeld = (contactId: string): Statement<{ n: number }> =>
  statement(
    `with gone as (delete from app.held_messages h where ${OF_CONTACT} returning 1)
     select count(*)::int as n from gone`,
    [contactId],
  );

export const dueHeld = (
  before: Date,
  after: string | null,
  limit: number,
): Statement<{ id: string; subject: string | null }> =>
  statement(
    `select id, null::uuid as subject from app.held_messages
     where created_at < $1 and ($2::uuid is null or id > $2) order by id limit $3`,
    [before, after, limit],
  );

export const dropHeld = (ids: readonly string[]): Statement<{ n: number }> =>
  statement(
    `with gone as (delete from app.held_messages where id = any ($1::uuid[]) returning 1)
     select count(*)::int as n from gone`,
    [ids],
  );
