import { createHash } from 'node:crypto';

/**
 * How an audit row is sealed. Nothing here may ever change: whoever holds an export of ten years ago checks it by these
 * rules (docs/audit.md). Another encoding would be another VERSION beside this one.
 */
const VERSION = 'smarteros.audit.v1';
/** What the first row of a chain builds on: 32 zero bytes, in hex. */
const GENESIS = '0'.repeat(64);

/** An audit row with its seal, every column as text; `hash` is hex. */
export interface SealedRow {
  readonly number: string;
  readonly tenantId: string;
  readonly id: string;
  /** Microseconds and all: `2026-03-02T12:00:00.000000Z`. */
  readonly at: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly actorName: string;
  readonly action: string;
  readonly operation: string;
  readonly target: string | null;
  readonly requestId: string;
  readonly hash: string;
}
export type UnsealedRow = Omit<SealedRow, 'number' | 'hash'>;

/** A netstring, so that no text can reach into its neighbour; null, which no text looks like, is `-,`. */
const field = (text: string | null): string => (text === null ? '-,' : `${Buffer.byteLength(text)}:${text},`);

/** SHA-256 over the 32 bytes of the hash before and the row's columns; hex. */
export function linkHash(before: string, number: bigint, row: UnsealedRow): string {
  const { tenantId, id, at, actorKind, actorId, actorName, action, operation, target, requestId } = row;
  const fields = [
    VERSION,
    String(number),
    tenantId,
    id,
    at,
    actorKind,
    actorId,
    actorName,
    action,
    operation,
    target,
    requestId,
  ];
  return createHash('sha256').update(before, 'hex').update(fields.map(field).join('')).digest('hex');
}

/** The end of a chain. */
export interface Link {
  readonly number: bigint;
  /** Hex. */
  readonly hash: string;
}
export const START: Link = { number: 0n, hash: GENESIS };

/**
 * `changed`: a column or the seal; `missing`: no row has that number; `inserted`: a row that the chain doesn't know;
 * `reordered`: it changed places with the next one.
 */
export const FAULTS = ['changed', 'missing', 'inserted', 'reordered'] as const;
export interface Break {
  readonly number: bigint;
  /** Null for what is missing. */
  readonly id: string | null;
  readonly what: (typeof FAULTS)[number];
}

/** Each row against the one before it, in the order of numbers. `next` is only looked at to tell what happened. */
export function checkLink(before: Link, row: SealedRow, next: SealedRow | undefined): Break | Link {
  const number = before.number + 1n;
  const found = BigInt(row.number);
  if (found > number) return { number, id: null, what: 'missing' };
  if (found < number) return { number: found, id: row.id, what: 'inserted' };
  const { hash } = row;
  const fits = (previous: string, one: SealedRow, at: bigint): boolean =>
    one.hash === linkHash(previous, at, one);
  if (fits(before.hash, row, number)) return { number, hash };
  const broken = (what: Break['what']): Break => ({ number, id: row.id, what });
  if (next && fits(before.hash, next, number))
    return broken(fits(next.hash, row, number + 1n) ? 'reordered' : 'inserted');
  // What follows was numbered one higher when it was sealed.
  if (next && fits(hash, next, number + 2n)) return { number, id: null, what: 'missing' };
  return broken('changed');
}
