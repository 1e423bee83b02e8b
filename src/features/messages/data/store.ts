import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';

export const exportMessages = (contactId: string): Statement<{ data: unknown }> =>
  statement(
    `select json_build_object('direction', direction, 'text', text, 'template', template, 'status', status,
       'createdAt', created_at) as data
     from app.messages where peer = (select phone from app.contacts where id = $1) order by id`,
    [contactId],
  );

export const eraseMessages = (contactId: string): Statement<{ n: number }> =>
  statement(
    `with gone as (
       delete from app.messages where peer = (select phone from app.contacts where id = $1) returning 1)
     select count(*)::int as n from gone`,
    [contactId],
  );

/** `subject` is the contact with that number, if there is just one. */
export const dueMessages = (
  before: Date,
  after: string | null,
  limit: number,
): Statement<{ id: string; subject: string | null }> =>
  statement(
    `select m.id, (select min(c.id::text) from app.contacts c where c.phone = m.peer) as subject
     from app.messages m where m.created_at < $1 and ($2::uuid is null or m.id > $2) order by m.id limit $3`,
    [before, after, limit],
  );

export const dropMessages = (ids: readonly string[]): Statement<{ n: number }> =>
  statement(
    `with gone as (delete from app.messages where id = any ($1::uuid[]) returning 1)
     select count(*)::int as n from gone`,
    [ids],
  );
