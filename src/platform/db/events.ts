import type { Statement } from '#core/db.ts';
import type { PublishedEvent } from '#core/event.ts';
import { statement } from './statement.ts';

/**
 * Rows that one reading looks through at most: somebody who wants one rare event of ten million gets short pages
 * instead of a statement that never ends.
 */
const WINDOW = 1_000;

/** The last row is no event: it says how far the reading looked, and whether it stopped for lack of room. */
type End = { readonly id: null; readonly position: number; readonly full: boolean };
type Row = (PublishedEvent & { readonly full: null }) | End;

const COLUMNS = 'id, name, version, position, occurred_at as "occurredAt", data';

const NEWEST = `select coalesce(max(position), 0) from core.events where tenant_id = core.tenant_id() and position is not null`;

/**
 * Events of the entered tenant after a position, oldest first, of these names only. Read its rows with `span`; its
 * position is below `after` when that lies ahead of everything that ever happened.
 */
export const eventsAfter = (after: number, names: readonly string[], limit: number): Statement<Row> =>
  statement(
    `with seen as materialized (
       select id, name, version, position, occurred_at, data from core.events
       where tenant_id = core.tenant_id() and position > $1 order by position limit ${WINDOW}
     ), page as (select * from seen where name = any($2) order by position limit $3)
     select ${COLUMNS}, null::boolean as full from page
     union all
     select null, null, null, coalesce(max(position), least($1, (${NEWEST}))), null, null, count(*) = ${WINDOW} from seen
     order by position, id`,
    // One too many, which tells that there are more.
    [after, names, limit + 1],
  );

/** The newest `limit` events of these names, oldest first. Read its rows with `span`. */
export const newestEvents = (names: readonly string[], limit: number): Statement<Row> =>
  statement(
    `with seen as materialized (
       select id, name, version, position, occurred_at, data from core.events
       where tenant_id = core.tenant_id() and position is not null order by position desc limit ${WINDOW}
     ), page as (select * from seen where name = any($1) order by position desc limit $2)
     select ${COLUMNS}, null::boolean as full from page
     union all
     select null, null, null, coalesce(max(position), 0), null, null, false from seen
     order by position, id`,
    [names, limit],
  );

/** What was read: the events, how far the reading came, and whether there may be more behind that. */
export interface Span {
  readonly events: readonly PublishedEvent[];
  readonly position: number;
  readonly more: boolean;
}

export function span(rows: readonly Row[], limit: number): Span {
  const end = rows.at(-1) as End;
  const found = rows.slice(0, -1) as Extract<Row, { full: null }>[];
  const events = found.slice(0, limit).map((row): PublishedEvent => {
    const { full: _, ...event } = row;
    return event;
  });
  if (found.length > limit) return { events, position: events.at(-1)!.position, more: true };
  return { events, position: end.position, more: end.full };
}

/** On the connection of an API process that listens. */
export const listenForPublished = statement('listen smarteros_published');
