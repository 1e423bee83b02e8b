import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';

/** Whether there is such a contact. Role app. */
export const contactExists = (id: string): Statement<{ id: string }> =>
  statement('select id from app.contacts where id = $1', [id]);

/** Whether that person belongs to the company. Role app. */
export const isMember = (personId: string): Statement<{ id: string }> =>
  statement('select person_id as id from core.memberships where person_id = $1', [personId]);

/** What was done to a contact. Who did it is somebody else's data. */
export const exportAudit = (contactId: string): Statement<{ data: unknown }> =>
  statement(
    `select json_build_object('at', at, 'action', action) as data from core.audit where target = $1 order by id`,
    [contactId],
  );

/** For what no feature keeps yet. */
export const nothing = (_subject: string): Statement<{ data: unknown }> =>
  statement('select null::json as data where false');

/** What a person did and what was done to them, in the platform's own audit. Role identity. */
export const exportPersonAudit = (personId: string): Statement<{ data: unknown }> =>
  statement(
    `select json_build_object('at', at, 'action', action, 'operation', operation) as data
     from core.audit where actor_id = $1::uuid or target = $1::text order by id`,
    [personId],
  );

export const exportPersonRequests = (personId: string): Statement<{ data: unknown }> =>
  statement(
    `select json_strip_nulls(json_build_object('kind', kind, 'details', details, 'receivedAt', received_at,
       'decidedAt', decided_at, 'outcome', outcome, 'reason', reason)) as data
     from privacy.requests where person_id = $1 order by id`,
    [personId],
  );

export const exportPersonConsents = (personId: string): Statement<{ data: unknown }> =>
  statement(
    `select json_strip_nulls(json_build_object('purpose', c.purpose, 'text', c.text, 'channel', c.channel, 'givenAt', c.given_at,
       'withdrawnAt', w.withdrawn_at)) as data
     from privacy.consents c left join privacy.withdrawals w on w.tenant_id = c.tenant_id and w.consent_id = c.id
     where c.person_id = $1 order by c.id`,
    [personId],
  );
