import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';

const THEIRS = `(i.accepted_by = $1 or i.recipient in (select unnest(array[p.phone, p.email]) from identity.people p where p.id = $1))`;

export const exportInvitations = (personId: string): Statement<{ data: unknown }> =>
  statement(
    `select json_build_object('company', t.name, 'recipient', i.recipient, 'role', i.role, 'createdAt', i.created_at,
       'acceptedAt', i.accepted_at) as data
     from core.invitations i join core.tenants t on t.id = i.tenant_id where ${THEIRS} order by i.id`,
    [personId],
  );

export const eraseInvitations = (personId: string): Statement<{ n: number }> =>
  statement(
    `with gone as (delete from core.invitations i where ${THEIRS} returning 1) select count(*)::int as n from gone`,
    [personId],
  );
