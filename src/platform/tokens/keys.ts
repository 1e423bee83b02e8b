import {
  calculateJwkThumbprint,
  exportJWK,
  generateKeyPair,
  importJWK,
  type CryptoKey,
  type JWK,
} from 'jose';
import type { Clock } from '#core/clock.ts';
import {
  addSigningKey,
  dropSigningKeysBefore,
  signingKeys,
  type SigningKeyRow,
} from '#platform/db/identity.ts';
import type { Pool } from '#platform/db/pool.ts';
import { createSealer } from '#platform/seal.ts';

export const ALGORITHM = 'ES256';
/** How long a process goes without looking for new keys. */
const CACHE_MS = 60_000;
/**
 * How long signing goes by what it knows while a look is under way. Tokens are made inside of transactions: waiting there
 * for another connection, logins that hold all of them would wait for each other. Well under ANNOUNCE_MS.
 */
const SIGN_MS = 12 * 3_600_000;
/** A token under an unknown key makes us look at once, but not for every one of them. */
const MISS_MS = 5_000;
const ROTATE_AFTER_MS = 30 * 24 * 3_600_000;
/** A new key is published that long before it signs: others cache the set as well. */
const ANNOUNCE_MS = 24 * 3_600_000;
/** An old key verifies that long after its successor began: longer than any token lives. */
const OVERLAP_MS = 3_600_000;

interface SigningKey {
  readonly kid: string;
  readonly activeAt: number;
  readonly jwk: JWK;
  readonly verify: CryptoKey;
  readonly sign: CryptoKey;
}

export interface KeyRing {
  /** The key that signs now; the first call of an installation makes it. */
  signer(): Promise<{ kid: string; key: CryptoKey }>;
  /** Undefined for a key that isn't ours, or no longer. */
  verifier(kid: string): Promise<CryptoKey | undefined>;
  /** The public set, as `/.well-known/jwks.json` shows it. */
  published(): Promise<{ keys: JWK[] }>;
  /** Adds the successor of a key that is 30 days old and drops what no longer verifies. */
  rotate(): Promise<void>;
}

/** Signing keys in the database, shared by all processes. `pool` is role identity's. */
export function createKeyRing(options: { pool: Pool; secret: Buffer; clock: Clock }): KeyRing {
  const { pool, clock } = options;
  const sealer = createSealer(options.secret, 'signing key');
  let known: readonly SigningKey[] = [];
  let lookedAt = Number.NEGATIVE_INFINITY;
  let looking: Promise<void> | undefined;
  const now = (): number => clock.now().getTime();

  async function unseal(row: SigningKeyRow): Promise<SigningKey> {
    const found = known.find(({ kid }) => kid === row.kid);
    if (found) return found;
    const jwk = { ...row.public, kid: row.kid, alg: ALGORITHM, use: 'sig' } as JWK;
    const [verify, sign] = await Promise.all([
      importJWK(jwk, ALGORITHM),
      importJWK(JSON.parse(sealer.open(row.sealed)) as JWK, ALGORITHM),
    ]);
    const activeAt = Date.parse(row.active_at);
    return { kid: row.kid, activeAt, jwk, verify: verify as CryptoKey, sign: sign as CryptoKey };
  }

  async function load(): Promise<void> {
    const [rows] = await pool.batch([signingKeys]);
    known = await Promise.all(rows.map(unseal));
    lookedAt = now();
  }

  const look = (): Promise<void> => (looking ??= load().finally(() => (looking = undefined)));

  async function add(activeAt: Date): Promise<void> {
    const pair = await generateKeyPair(ALGORITHM, { extractable: true });
    const [jwk, secret] = await Promise.all([exportJWK(pair.publicKey), exportJWK(pair.privateKey)]);
    const kid = await calculateJwkThumbprint(jwk);
    await pool.batch([
      addSigningKey({ kid, public: jwk, sealed: sealer.seal(JSON.stringify(secret)), activeAt }),
    ]);
  }

  /** Keys that verify now, or will sign soon. */
  function live(): readonly SigningKey[] {
    const at = now();
    return known.filter((_, i) => (known[i + 1]?.activeAt ?? Infinity) + OVERLAP_MS > at);
  }

  async function fresh(): Promise<void> {
    if (now() - lookedAt >= CACHE_MS) await look();
  }

  async function newest(): Promise<SigningKey | undefined> {
    const age = now() - lookedAt;
    if (age >= SIGN_MS) await look();
    // Whether that look succeeds, the next token finds out.
    else if (age >= CACHE_MS) look().catch(() => {});
    return known.findLast(({ activeAt }) => activeAt <= now());
  }

  return {
    async signer() {
      let key = await newest();
      if (!key) {
        // Two processes that start together agree on one: the same moment can be taken only once.
        const hour = Math.floor(now() / OVERLAP_MS) * OVERLAP_MS;
        await add(new Date(hour));
        await look();
        key = (await newest())!;
      }
      return { kid: key.kid, key: key.sign };
    },
    async verifier(kid) {
      await fresh();
      const find = () => live().find((key) => key.kid === kid)?.verify;
      if (!find() && now() - lookedAt >= MISS_MS) await look();
      return find();
    },
    async published() {
      await fresh();
      return { keys: live().map(({ jwk }) => jwk) };
    },
    async rotate() {
      await look();
      const last = known.at(-1);
      if (!last || now() - last.activeAt >= ROTATE_AFTER_MS) {
        const day = Math.floor((now() + ANNOUNCE_MS) / OVERLAP_MS) * OVERLAP_MS;
        await add(new Date(last ? day : day - ANNOUNCE_MS));
      }
      await pool.batch([dropSigningKeysBefore(new Date(now() - OVERLAP_MS))]);
      await look();
    },
  };
}
