import { linkHash, START, type Link } from '#core/audit-chain.ts';
import type { Log } from '#core/context.ts';
import { SEALER_LOCK, sealRows, unsealedRows, type WaitingRow } from '#platform/db/audit.ts';
import { begin, commit, rollback } from '#platform/db/records.ts';
import type { Session } from '#platform/db/session.ts';
import { startSingle, type Single } from './single.ts';

/** Rows per transaction: large enough to spread its cost, small enough for a short one. */
const BATCH_ROWS = 1_000;
/** A row is sealed that long after its commit at the latest, and one batch; 5 s are promised. */
const POLL_MS = 1_000;

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
  return startSingle({
    ...options,
    name: 'sealer',
    lock: SEALER_LOCK,
    log,
    turn: async (session) => ((await sealBatch(session)) < BATCH_ROWS ? pollMs : 0),
  });
}

async function sealBatch(session: Session): Promise<number> {
  const [waiting] = await session.batch([unsealedRows(BATCH_ROWS)]);
  if (waiting.length === 0) return 0;
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
  // A company was purged in between: what is left of the batch is read anew.
  await session.batch([whole ? commit : rollback]);
  return whole ? rows.length : BATCH_ROWS;
}

const headOf = ({ headNumber, headHash }: WaitingRow): Link =>
  headNumber === null || headHash === null ? START : { number: BigInt(headNumber), hash: headHash };
