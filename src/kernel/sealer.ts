import { linkHash, START, type Link } from '#core/audit-chain.ts';
import type { Log } from '#core/context.ts';
import { monotonic, systemClock } from '#platform/clock.ts';
import { SEALER_LOCK, sealRows, unsealedRows, type WaitingRow } from '#platform/db/audit.ts';
import { begin, commit, rollback } from '#platform/db/records.ts';
import type { Session } from '#platform/db/session.ts';
import { startSingle, type Single } from './single.ts';

/** Rows per transaction: large enough to spread its cost, small enough for a short one. */
const BATCH_ROWS = 1_000;
/** A row is sealed that long after its commit at the latest, and one batch; 5 s are promised. */
const POLL_MS = 1_000;

/** No transaction lasts that long: rows that were written before are sealed, or never committed. */
const RECENT_MS = 120_000;
/** Whatever contradicts that, such as a host whose clock is late, is found by then. */
const SWEEP_MS = 30_000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

export interface SealerOptions {
  /** Past any pooler, as role sealer. */
  readonly url: string;
  readonly log: Log;
  readonly pollMs?: number;
  readonly standbyMs?: number;
}

/**
 * Chains committed audit rows, each tenant's by itself, one sealer at a time: done inside of the writes, it would make all
 * writers of a tenant wait for one another. Killed at any moment it leaves a batch sealed, or not.
 */
export function startSealer({ log, pollMs = POLL_MS, ...options }: SealerOptions): Single {
  let from = FIRST_ID;
  let sweptAt = Number.NEGATIVE_INFINITY;
  return startSingle({
    ...options,
    name: 'sealer',
    lock: SEALER_LOCK,
    log,
    turn: async (session) => {
      if (from === FIRST_ID) sweptAt = monotonic();
      const [waiting] = await session.batch([unsealedRows(BATCH_ROWS, from)]);
      if (waiting.length > 0 && !(await seal(session, waiting))) return 0;
      const more = waiting.length === BATCH_ROWS;
      from = more ? waiting.at(-1)!.id : monotonic() - sweptAt < SWEEP_MS ? recent() : FIRST_ID;
      return more ? 0 : pollMs;
    },
  });
}

/** The lowest id that is no older than RECENT_MS: ids begin with their time (UUID version 7). */
function recent(): string {
  const time = (systemClock.now().getTime() - RECENT_MS).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-0000-0000-000000000000`;
}

/** False when a company was purged in between: what is left of the rows is to be read anew. */
async function seal(session: Session, waiting: readonly WaitingRow[]): Promise<boolean> {
  const heads = new Map<string, Link>();
  const rows = waiting.map((row) => {
    const before = heads.get(row.tenantId) ?? headOf(row);
    const number = before.number + 1n;
    const hash = linkHash(before.hash, number, row);
    heads.set(row.tenantId, { number, hash });
    return { tenantId: row.tenantId, id: row.id, number: String(number), hash };
  });
  const ends = [...heads].map(([tenantId, { number, hash }]) => ({
    tenantId,
    number: String(number),
    hash,
  }));
  const [, [done]] = await session.batch([begin, sealRows(rows, ends)]);
  const whole = done!.sealed === rows.length;
  await session.batch([whole ? commit : rollback]);
  return whole;
}

const headOf = ({ headNumber, headHash }: WaitingRow): Link =>
  headNumber === null || headHash === null ? START : { number: BigInt(headNumber), hash: headHash };
