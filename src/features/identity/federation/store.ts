import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';

export interface Flow {
  readonly issuer: string;
  readonly browser: Buffer | null;
  readonly session_id: string | null;
  readonly sealed: Buffer;
  readonly next: string;
}

export const insertFlow = (state: Buffer, flow: Flow, expiresAt: Date): Statement =>
  statement(
    `insert into identity.oidc_flows (state, issuer, browser, session_id, sealed, next, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [state, flow.issuer, flow.browser, flow.session_id, flow.sealed, flow.next, expiresAt],
  );

const LIVE = 'from identity.oidc_flows where state = $1 and issuer = $2 and expires_at > $3';
const FLOW = 'issuer, browser, session_id, sealed, next';

export const findFlow = (state: Buffer, issuer: string, now: Date): Statement<Flow> =>
  statement(`select ${FLOW} ${LIVE}`, [state, issuer, now]);

/** Of two that come back with the same state only one gets the row. */
export const takeFlow = (state: Buffer, issuer: string, now: Date): Statement<Flow> =>
  statement(`delete ${LIVE} returning ${FLOW}`, [state, issuer, now]);

export interface IdentityRow {
  readonly id: string;
  readonly issuer: string;
  readonly email: string | null;
  readonly createdAt: string;
  readonly usedAt: string;
}
const IDENTITY = 'id, issuer, email, created_at as "createdAt", used_at as "usedAt"';

export const lockIdentity = (
  issuer: string,
  subject: string,
): Statement<{ id: string; person_id: string; disabled: boolean }> =>
  statement(
    `select id, person_id, disabled_at is not null as disabled
     from identity.identities where issuer = $1 and subject = $2 for update`,
    [issuer, subject],
  );

export const insertIdentity = (
  identity: { id: string; personId: string; issuer: string; subject: string; email: string | null },
  now: Date,
): Statement<IdentityRow> =>
  statement(
    `insert into identity.identities (id, person_id, issuer, subject, email, created_at, used_at)
     values ($1, $2, $3, $4, $5, $6, $6) returning ${IDENTITY}`,
    [identity.id, identity.personId, identity.issuer, identity.subject, identity.email, now],
  );

export const useIdentity = (id: string, email: string | null, now: Date): Statement =>
  statement('update identity.identities set email = $2, used_at = $3 where id = $1', [id, email, now]);

export const insertFederatedPerson = (person: {
  id: string;
  name: string | null;
  language: string;
  now: Date;
}): Statement =>
  statement(
    'insert into identity.people (id, name, language, created_at, updated_at) values ($1, $2, $3, $4, $4)',
    [person.id, person.name, person.language, person.now],
  );

export const listIdentities = (personId: string): Statement<IdentityRow> =>
  statement(
    `select ${IDENTITY} from identity.identities where person_id = $1 and disabled_at is null order by id`,
    [personId],
  );

export const deleteIdentity = (id: string, personId: string): Statement<IdentityRow> =>
  statement(`delete from identity.identities where id = $1 and person_id = $2 returning ${IDENTITY}`, [
    id,
    personId,
  ]);

/** No row when this message was worked on already. */
export const insertReceipt = (source: string, id: string, now: Date): Statement<{ first: boolean }> =>
  statement(
    `insert into identity.webhook_receipts (source, id, received_at) values ($1, $2, $3)
     on conflict do nothing returning true as first`,
    [source, id, now],
  );

export const updateIdentity = (
  id: string,
  change: { email: string | null; disabledAt: Date | null },
): Statement =>
  statement(
    `update identity.identities set email = $2,
       disabled_at = case when $3::timestamptz is null then null else coalesce(disabled_at, $3) end where id = $1`,
    [id, change.email, change.disabledAt],
  );

/** Logins that began at an issuer. */
export const revokeFederatedSessions = (personId: string, now: Date): Statement =>
  statement(
    `update identity.sessions set revoked_at = $2
     where person_id = $1 and revoked_at is null and 'oidc' = any(methods)`,
    [personId, now],
  );

/** How else somebody could log in, if one identity went. */
export const otherLogins = (personId: string, identityId: string): Statement<{ others: boolean }> =>
  statement(
    `select p.phone is not null or exists (select from identity.passwords w where w.person_id = p.id)
       or exists (select from identity.passkeys k where k.person_id = p.id)
       or exists (select from identity.identities i where i.person_id = p.id and i.id <> $2 and i.disabled_at is null)
       as others
     from identity.people p where p.id = $1`,
    [personId, identityId],
  );
