import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';

/** The library's records, over role identity. */

export interface RecordRow {
  readonly kind: string;
  readonly hash: Buffer;
  readonly grantId: string | null;
  readonly sealed: Buffer;
  readonly audience: string | null;
  readonly scopes: readonly string[] | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}

export const putRecord = (row: RecordRow): Statement =>
  statement(
    `insert into identity.oauth_records (kind, hash, grant_id, sealed, audience, scopes, created_at, expires_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (kind, hash) do update set sealed = excluded.sealed, expires_at = excluded.expires_at`,
    [row.kind, row.hash, row.grantId, row.sealed, row.audience, row.scopes, row.createdAt, row.expiresAt],
  );

/** A consumed one is found as well: its second use must be noticed. */
export const findRecord = (
  kind: string,
  hash: Buffer,
): Statement<{ sealed: Buffer; consumed: boolean; grant_id: string | null }> =>
  statement(
    `select sealed, consumed_at is not null as consumed, grant_id from identity.oauth_records
     where kind = $1 and hash = $2 and expires_at > clock_timestamp()`,
    [kind, hash],
  );

/** One row for whoever is first; none for everybody else. */
export const consumeRecord = (kind: string, hash: Buffer, at: Date): Statement<{ hash: Buffer }> =>
  statement(
    `update identity.oauth_records set consumed_at = $3 where kind = $1 and hash = $2 and consumed_at is null returning hash`,
    [kind, hash, at],
  );

export const dropRecord = (kind: string, hash: Buffer): Statement =>
  statement('delete from identity.oauth_records where kind = $1 and hash = $2', [kind, hash]);

export const dropRecordsOf = (kind: string, grantId: string): Statement =>
  statement('delete from identity.oauth_records where kind = $1 and grant_id = $2', [kind, grantId]);

export interface GrantRow {
  readonly id: string;
  readonly person_id: string;
  readonly client_id: string;
  readonly client_name: string;
  readonly scopes: readonly string[];
  readonly created_at: string;
  readonly expires_at: string;
}

/** A live grant whose person still belongs to the company. */
export const findLiveGrant = (id: string): Statement<GrantRow> =>
  statement(
    `select g.id, g.person_id, g.client_id, g.client_name, g.scopes, g.created_at, g.expires_at
     from identity.oauth_grants g
     join identity.people p on p.id = g.person_id
     join core.memberships m on m.tenant_id = g.tenant_id and m.person_id = g.person_id
     where g.id = $1 and g.revoked_at is null and g.expires_at > clock_timestamp()
       and p.disabled_at is null and m.disabled_at is null`,
    [id],
  );
