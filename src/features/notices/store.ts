import type { Statement } from '#core/db.ts';
import type { Language } from '#core/errors.ts';
import { statement } from '#platform/db/statement.ts';

/** Somebody who can be written to. */
export interface Reachable {
  readonly id: string;
  readonly to: string;
  readonly language: Language;
}

const REACHABLE = `select p.id, coalesce(p.phone, p.email) as to, p.language from identity.people p`;

/** As role identity. */
export const findOwners = (tenantId: string): Statement<Reachable> =>
  statement(
    `${REACHABLE} join core.memberships m on m.person_id = p.id
     where m.tenant_id = $1 and m.role = 'owner' and coalesce(p.phone, p.email) is not null order by p.id`,
    [tenantId],
  );

export const findReachable = (ids: readonly string[]): Statement<Reachable> =>
  statement(
    `${REACHABLE} where p.id = any ($1::uuid[]) and coalesce(p.phone, p.email) is not null order by p.id`,
    [ids],
  );
