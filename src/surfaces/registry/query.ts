import type { ServerResponse } from './entries.ts';

/** Answered as the registry's API says: a status and a text. */
export class Refusal extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

const DEFAULT_LIMIT = 30;
const MAX_LIMIT = 100;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/;

/** As it came: a name may stand there twice. */
export type Query = Readonly<Record<string, string | readonly string[] | undefined>>;

export interface Wanted {
  readonly cursor: string | undefined;
  readonly limit: number;
  readonly search: string | undefined;
  /** Unix time in milliseconds. */
  readonly updatedSince: number | undefined;
  readonly version: string | undefined;
  readonly deleted: boolean;
}

/** @throws Refusal when the name stands there twice */
function text(query: Query, name: string): string | undefined {
  const value = query[name];
  if (value === undefined || value === '') return undefined;
  if (typeof value !== 'string') throw new Refusal(400, `${name} must be given once`);
  return value;
}

/** @throws Refusal for anything else than true and false */
export function flag(query: Query, name: string): boolean {
  const value = text(query, name) ?? 'false';
  if (value !== 'true' && value !== 'false') throw new Refusal(400, `${name} must be true or false`);
  return value === 'true';
}

/** @throws Refusal naming the parameter that is wrong; names that we don't know are nothing to us */
export function readQuery(query: Query): Wanted {
  const limit = text(query, 'limit') ?? String(DEFAULT_LIMIT);
  if (!/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > MAX_LIMIT)
    throw new Refusal(400, `limit must be a whole number from 1 to ${MAX_LIMIT}`);
  const since = text(query, 'updated_since');
  const updatedSince = since === undefined ? undefined : Date.parse(since);
  if (updatedSince !== undefined && (!MOMENT.test(since!) || Number.isNaN(updatedSince)))
    throw new Refusal(400, 'updated_since must be a date and time, like 2026-01-31T12:00:00Z');
  return {
    cursor: text(query, 'cursor'),
    limit: Number(limit),
    search: text(query, 'search')?.toLowerCase(),
    updatedSince,
    version: text(query, 'version'),
    deleted: flag(query, 'include_deleted') || updatedSince !== undefined,
  };
}

export function keep(
  all: readonly ServerResponse[],
  { search, updatedSince, version, deleted }: Wanted,
): ServerResponse[] {
  return all.filter(
    ({ entry: { server, status, updatedAt }, isLatest }) =>
      (deleted || status !== 'deleted') &&
      (search === undefined || server.name.toLowerCase().includes(search)) &&
      (updatedSince === undefined || Date.parse(updatedAt) >= updatedSince) &&
      (version === undefined || (version === 'latest' ? isLatest : server.version === version)),
  );
}

const keyOf = ({ entry: { server } }: ServerResponse): string => `${server.name}:${server.version}`;
export const cursorOf = (one: ServerResponse): string => Buffer.from(keyOf(one)).toString('base64url');

/**
 * What follows the entry that a cursor names; when that is gone meanwhile, the next server.
 * @throws Refusal when we never gave such a cursor out
 */
export function afterCursor(
  found: readonly ServerResponse[],
  cursor: string | undefined,
): readonly ServerResponse[] {
  if (cursor === undefined) return found;
  const key = Buffer.from(cursor, 'base64url').toString();
  const [, name] = /^([^:]+\/[^:]+):./.exec(key) ?? [];
  if (name === undefined) throw new Refusal(400, 'cursor is not one of ours');
  const at = found.findIndex((one) => keyOf(one) === key);
  const next = at === -1 ? found.findIndex(({ entry }) => entry.server.name > name) : at + 1;
  return next === -1 ? [] : found.slice(next);
}
