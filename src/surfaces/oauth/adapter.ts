import type { Adapter, AdapterPayload } from 'oidc-provider';
import type { Clock } from '#core/clock.ts';
import { tokenHash } from '#platform/db/lookups.ts';
import type { Pool } from '#platform/db/pool.ts';
import type { Sealer } from '#platform/seal.ts';
import {
  consumeRecord,
  dropRecord,
  dropRecordsOf,
  findLiveGrant,
  findRecord,
  putRecord,
  type GrantRow,
} from './store.ts';

const MS_PER_SECOND = 1_000;
/** A registered client that nobody has seen for so long registers again. */
const CLIENT_SECONDS = 365 * 24 * 3600;

export interface AdapterOptions {
  /** Role identity's. */
  readonly pool: Pool;
  readonly sealer: Sealer;
  readonly clock: Clock;
  readonly resource: string;
  /** Ends a connection and notes it in the company's audit. */
  readonly endGrant: (grant: GrantRow) => Promise<void>;
}

const seconds = (timestamp: string): number => Math.floor(Date.parse(timestamp) / MS_PER_SECOND);

/** Who is logged in is our own session's business: the library's is never kept. */
const forgetful: Adapter = {
  upsert: async () => {},
  find: async () => {},
  findByUserCode: async () => {},
  findByUid: async () => {},
  consume: async () => {},
  destroy: async () => {},
  revokeByGrantId: async () => {},
};

/** Grants are rows of our own, made by the consent page; the library only reads and ends them. */
function grantAdapter({ pool, resource, endGrant }: AdapterOptions): Adapter {
  const live = async (id: string): Promise<GrantRow | undefined> =>
    (await pool.batch([findLiveGrant(id)]))[0][0];
  return {
    ...forgetful,
    upsert: () => Promise.reject(new Error('grants are made by the consent page')),
    find: async (id) => {
      const grant = await live(id);
      if (!grant) return undefined;
      const { person_id, client_id, scopes, created_at, expires_at } = grant;
      const payload = {
        jti: id,
        kind: 'Grant',
        accountId: person_id,
        clientId: client_id,
        resources: { [resource]: scopes.join(' ') },
        iat: seconds(created_at),
        exp: seconds(expires_at),
      };
      return payload;
    },
    destroy: async (id) => {
      const grant = await live(id);
      if (grant) await endGrant(grant);
    },
  };
}

/** Everything else is sealed, and found by the hash of its token only. */
function recordAdapter(kind: string, options: AdapterOptions): Adapter {
  const { pool, sealer, clock } = options;
  const isToken = kind === 'AccessToken';
  return {
    ...forgetful,
    async upsert(id, { jti: _token, ...payload }, expiresIn = CLIENT_SECONDS) {
      const now = clock.now();
      await pool.batch([
        putRecord({
          kind,
          hash: tokenHash(id),
          grantId: payload.grantId ?? null,
          sealed: sealer.seal(JSON.stringify(payload)),
          audience: isToken ? String(payload.aud) : null,
          scopes: isToken ? (payload.scope ?? '').split(' ').filter(Boolean) : null,
          createdAt: now,
          expiresAt: new Date(now.getTime() + expiresIn * MS_PER_SECOND),
        }),
      ]);
    },
    async find(id) {
      const [[row]] = await pool.batch([findRecord(kind, tokenHash(id))]);
      if (!row) return undefined;
      const payload = JSON.parse(sealer.open(row.sealed)) as AdapterPayload;
      return {
        ...payload,
        ...(kind !== 'Client' && { jti: id }),
        ...(row.consumed && { consumed: true }),
      };
    },
    async consume(id) {
      const hash = tokenHash(id);
      const [taken, [row]] = await pool.batch([
        consumeRecord(kind, hash, clock.now()),
        findRecord(kind, hash),
      ]);
      if (taken.length > 0) return;
      // Two exchanges at the same moment: the library saw it unused both times, and one of the two is a thief's.
      if (row?.grant_id) await grantAdapter(options).destroy(row.grant_id);
      const { errors } = await import('oidc-provider');
      throw new errors.InvalidGrant('it was exchanged already');
    },
    destroy: async (id) => void (await pool.batch([dropRecord(kind, tokenHash(id))])),
    revokeByGrantId: async (grantId) => void (await pool.batch([dropRecordsOf(kind, grantId)])),
  };
}

export function createAdapters(options: AdapterOptions): (kind: string) => Adapter {
  return (kind) => {
    if (kind === 'Session') return forgetful;
    return kind === 'Grant' ? grantAdapter(options) : recordAdapter(kind, options);
  };
}
