import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';

/** Held until the transaction ends: two people with the same link come one after the other. */
export const lockOperatorClaim: Statement = statement(
  `select pg_advisory_xact_lock(hashtextextended('smarteros operator claim', 0))`,
  [],
);

/** Those who are disabled count: the first one is made once. */
export const anyOperator: Statement<{ found: boolean }> = statement(
  'select exists (select from identity.people where operator) as found',
  [],
);

export const makeOperator = (id: string, now: Date): Statement =>
  statement(
    'update identity.people set operator = true, updated_at = $2, version = version + 1 where id = $1',
    [id, now],
  );

export const anyPerson: Statement<{ found: boolean }> = statement(
  'select exists (select from identity.people) as found',
  [],
);
