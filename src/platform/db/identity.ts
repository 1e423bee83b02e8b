import type { Statement } from '#core/db.ts';
import { statement } from './statement.ts';

/** What authentication asks over role identity, before anything else is known of the caller. */

interface Membership {
  readonly tenant_id: string;
  readonly slug: string;
  readonly country: string;
  readonly name: string;
  readonly role: string;
  readonly status: string;
  readonly scopes: readonly string[] | null;
}

export interface LiveSession {
  readonly id: string;
  readonly person_id: string;
  readonly person_name: string | null;
  readonly operator: boolean;
  readonly expires_at: string;
  readonly stepped_up_at: string | null;
  readonly stale: boolean;
  readonly memberships: readonly Membership[];
}

const liveSession = (where: string): string => `
  select s.id, s.person_id, p.name as person_name, p.operator, s.expires_at, s.stepped_up_at,
    s.seen_at < $2::timestamptz as stale,
    coalesce((
      select json_agg(json_build_object('tenant_id', t.id, 'slug', t.slug, 'country', t.country, 'name', t.name,
        'status', t.status, 'role', m.role, 'scopes', r.scopes) order by m.created_at, t.slug)
      from core.memberships m
      join core.tenants t on t.id = m.tenant_id
      left join core.roles r on r.tenant_id = m.tenant_id and r.id = m.role_id
      where m.person_id = s.person_id and m.disabled_at is null
    ), '[]') as memberships
  from identity.sessions s join identity.people p on p.id = s.person_id
  where ${where} and s.revoked_at is null and s.expires_at > clock_timestamp()
    and s.seen_at > clock_timestamp() - interval '7 days' and p.disabled_at is null`;

/** By the cookie's hash. `stale`: last seen before `seenBefore`. */
export const findSession = (hash: Buffer, seenBefore: Date): Statement<LiveSession> =>
  statement(liveSession('s.hash = $1'), [hash, seenBefore]);

/** By the `sid` of an access token. */
export const findSessionById = (id: string, seenBefore: Date): Statement<LiveSession> =>
  statement(liveSession('s.id = $1'), [id, seenBefore]);

export const touchSession = (id: string, at: Date): Statement =>
  statement('update identity.sessions set seen_at = $2 where id = $1 and seen_at < $2', [id, at]);

/** A company by name; whether it is live, core.enter says. */
export const findTenant = (slug: string): Statement<{ id: string; slug: string; country: string }> =>
  statement('select id, slug, country from core.tenants where slug = $1 and not platform', [slug]);

export interface SigningKeyRow {
  readonly kid: string;
  readonly public: Readonly<Record<string, unknown>>;
  readonly sealed: Buffer;
  readonly active_at: string;
}

/** Oldest first. */
export const signingKeys: Statement<SigningKeyRow> = statement(
  'select kid, public, sealed, active_at from identity.signing_keys order by active_at',
);

/** The first of several processes that want to add a key for the same moment wins. */
export const addSigningKey = (key: {
  kid: string;
  public: object;
  sealed: Buffer;
  activeAt: Date;
}): Statement =>
  statement(
    `insert into identity.signing_keys (kid, public, sealed, active_at) values ($1, $2, $3, $4)
     on conflict do nothing`,
    [key.kid, JSON.stringify(key.public), key.sealed, key.activeAt],
  );

export const dropSigningKeysBefore = (moment: Date): Statement =>
  statement(
    `delete from identity.signing_keys k where exists (
       select from identity.signing_keys next where next.active_at > k.active_at and next.active_at < $1)`,
    [moment],
  );
