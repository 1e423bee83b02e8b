import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';

export const findPassword = (username: string): Statement<{ person_id: string; hash: string }> =>
  statement('select person_id, hash from identity.passwords where username = $1', [username]);

export const upsertPassword = (password: {
  personId: string;
  username: string;
  hash: string;
  short: boolean;
  now: Date;
}): Statement =>
  statement(
    `insert into identity.passwords (person_id, username, hash, short, changed_at) values ($1, $2, $3, $4, $5)
     on conflict (person_id) do update set username = excluded.username, hash = excluded.hash,
       short = excluded.short, changed_at = excluded.changed_at`,
    [password.personId, password.username, password.hash, password.short, password.now],
  );

export const deletePassword = (personId: string): Statement =>
  statement('delete from identity.passwords where person_id = $1', [personId]);
