import type { Statement } from '#core/db.ts';
import type { TimelineSource } from '#core/timeline.ts';
import { statement, type RowOf } from '#platform/db/statement.ts';
import type { Entry } from './operations.ts';

type AuditRow = RowOf<'core.audit', 'id' | 'at' | 'action' | 'operation' | 'target' | 'request_id'> &
  Pick<Entry, 'actor'>;

/** In SQL: the builder has no JSON objects without a module that every process would have to load. */
export const listAudit = (
  filter: { target: string | null; action: string | null },
  after: string | null,
  rows: number,
): Statement<AuditRow> =>
  statement(
    `select id, at, json_build_object('kind', actor_kind, 'id', actor_id, 'name', actor_name) as actor,
       action, operation, target, request_id as "requestId"
     from core.audit
     where ($1::uuid is null or id < $1) and ($2::text is null or target = $2) and ($3::text is null or action = $3)
     order by id desc limit $4`,
    [after, filter.target, filter.action, rows],
  );

/** There is no index by target, which each write would pay for: a timeline looks through this many of the newest acts. */
const LOOK_THROUGH = 20_000;

export const auditEntries: TimelineSource['entries'] = ({ ids }, before, limit) =>
  statement(
    `select at, id, action as kind, json_build_object('operation', operation, 'actor', actor_name) as data
     from (select * from core.audit order by id desc limit ${LOOK_THROUGH}) a
     where target = any ($1::text[]) and ($2::timestamptz is null or (at, id) < ($2, $3::uuid))
     order by at desc, id desc limit $4`,
    [ids, before?.at, before?.id, limit],
  );
