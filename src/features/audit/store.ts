import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';
import type { Entry } from './operations.ts';

export const listAudit = (
  filter: { target: string | null; action: string | null },
  after: string | null,
  rows: number,
): Statement<Entry> =>
  statement(
    `select id, at, json_build_object('kind', actor_kind, 'id', actor_id, 'name', actor_name) as actor,
       action, operation, target, request_id as "requestId"
     from core.audit
     where ($1::uuid is null or id < $1) and ($2::text is null or target = $2) and ($3::text is null or action = $3)
     order by id desc limit $4`,
    [after, filter.target, filter.action, rows],
  );
