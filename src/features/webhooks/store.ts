import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';
import type { Attempt } from './delivery/verdict.ts';
import type { Delivery, Webhook } from './schema.ts';

export type Row = Webhook & { readonly scopes: readonly string[] };

const COLUMNS = `w.id, w.url, w.events, w.description, w.disabled_at is null as enabled,
  w.disabled_reason as "disabledReason", w.disabled_at as "disabledAt", c.failing_since as "failingSince", c.position,
  w.rotated_at as "rotatedAt", w.created_at as "createdAt", w.updated_at as "updatedAt", w.version, w.scopes`;
const FROM = `from app.webhook_endpoints w
  join core.webhook_cursors c on c.tenant_id = w.tenant_id and c.endpoint_id = w.id`;
/** The company's newest event with a position. */
const HEAD = `coalesce((select max(position) from core.events where tenant_id = core.tenant_id() and position > 0), 0)`;

export const countWebhooks = statement<{ count: number; head: number }>(
  `select (select count(*)::integer from app.webhook_endpoints) as count, ${HEAD} as head`,
);

export const insertWebhook = (
  { id, url, events, description, position, createdAt }: Webhook,
  scopes: readonly string[],
  secret: Buffer,
): Statement[] => [
  statement(
    `insert into app.webhook_endpoints (id, url, events, scopes, description, secret, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $7)`,
    [id, url, events, scopes, description, secret, createdAt],
  ),
  statement(
    'insert into core.webhook_cursors (endpoint_id, enabled, position, served_at) values ($1, true, $2, now())',
    [id, position],
  ),
  statement('insert into core.webhook_heads (position) values ($1) on conflict do nothing', [position]),
];

export const listWebhooks = (after: string | null, rows: number): Statement<Row> =>
  statement(`select ${COLUMNS} ${FROM} where $1::uuid is null or w.id < $1 order by w.id desc limit $2`, [
    after,
    rows,
  ]);

export const findWebhook = (id: string): Statement<Row> =>
  statement(`select ${COLUMNS} ${FROM} where w.id = $1`, [id]);

export const lockWebhook = (id: string): Statement<Row> =>
  statement(`select ${COLUMNS} ${FROM} where w.id = $1 for update of w`, [id]);

export const updateWebhook = (one: Webhook, scopes: readonly string[]): Statement =>
  statement(
    `update app.webhook_endpoints set url = $2, events = $3, scopes = $4, description = $5, disabled_at = $6,
       disabled_reason = $7, updated_at = $8, version = $9
     where id = $1`,
    [
      one.id,
      one.url,
      one.events,
      scopes,
      one.description,
      one.disabledAt,
      one.disabledReason,
      one.updatedAt,
      one.version,
    ],
  );

/** What happened meanwhile isn't sent by itself: it may be a month's. */
export const switchOn = (id: string): Statement<{ position: number }> =>
  statement(
    `update core.webhook_cursors set enabled = true, position = greatest(position, (
       select h.position from core.webhook_heads h where h.tenant_id = core.tenant_id())), failing_since = null,
       paused_until = null, asked = true
     where endpoint_id = $1 returning position`,
    [id],
  );

export const switchOff = (id: string): Statement =>
  statement('update core.webhook_cursors set enabled = false where endpoint_id = $1', [id]);

export const rotateSecret = (id: string, secret: Buffer, now: Date): Statement<{ version: number }> =>
  statement(
    `update app.webhook_endpoints set secret = $2, secret_before = secret, rotated_at = $3, updated_at = $3,
       version = version + 1
     where id = $1 returning version`,
    [id, secret, now],
  );

/** With its cursor; the log of its deliveries goes when its time is over. */
export const deleteWebhook = (id: string): Statement =>
  statement('delete from app.webhook_endpoints where id = $1', [id]);

/** By a job; no row when somebody was faster. */
export const disableWebhook = (
  id: string,
  reason: 'gone' | 'failing',
  now: Date,
): Statement<{ id: string }> =>
  statement(
    `update app.webhook_endpoints set disabled_at = $3, disabled_reason = $2, updated_at = $3, version = version + 1
     where id = $1 and disabled_at is null returning id`,
    [id, reason, now],
  );

/** Wakes whoever sends. */
export const askForDeliveries = (id: string): Statement =>
  statement('update core.webhook_cursors set asked = true where endpoint_id = $1', [id]);

export const insertTest = (
  endpointId: string,
  eventId: string,
  event: string,
  body: string,
  now: Date,
): Statement =>
  statement(
    `insert into app.webhook_deliveries (endpoint_id, event_id, event, body, status, tries, due_at, attempts, created_at)
     values ($1, $2, $3, $4, 'waiting', 0, $5, '[]', $5)`,
    [endpointId, eventId, event, body, now],
  );

export interface Span {
  readonly eventId: string | null;
  readonly fromPosition: number | null;
  readonly toPosition: number | null;
  readonly since: string | null;
  readonly until: string | null;
}

/** Puts events in line (again): at most `limit`, in order. */
export const redeliver = (
  endpointId: string,
  span: Span,
  names: readonly string[],
  now: Date,
  limit: number,
): Statement<{ count: number; last: number | null }> =>
  statement(
    `with chosen as materialized (
       select id, name, position from core.events
       where tenant_id = core.tenant_id() and position >= coalesce($2::bigint, 1)
         and ($3::bigint is null or position <= $3) and ($4::uuid is null or id = $4)
         and ($5::timestamptz is null or occurred_at >= $5) and ($6::timestamptz is null or occurred_at < $6)
         and name = any ($7)
       order by position limit $9
     ), asked as (
       insert into app.webhook_deliveries as d
         (endpoint_id, event_id, event, position, status, tries, due_at, attempts, created_at)
       select $1, id, name, position, 'waiting', 0, $8::timestamptz, '[]', $8::timestamptz from chosen
       on conflict (tenant_id, endpoint_id, event_id) do update set status = 'waiting', tries = 0, due_at = excluded.due_at
     )
     select count(*)::integer as count, max(position) as last from chosen`,
    [endpointId, span.fromPosition, span.toPosition, span.eventId, span.since, span.until, names, now, limit],
  );

const DELIVERY = `d.endpoint_id as "webhookId", d.event_id as "eventId", d.event, d.position, d.status, d.tries,
  d.due_at as "dueAt", d.created_at as "createdAt", d.attempted_at as "attemptedAt"`;

/** The status stands in the text, so that those that are few come from an index of their own (webhook_deliveries_open). */
export const listDeliveries = (
  endpointId: string,
  status: Delivery['status'] | null,
  after: string | null,
  rows: number,
): Statement<Delivery> =>
  statement(
    `select ${DELIVERY} from app.webhook_deliveries d
     where d.tenant_id = core.tenant_id() and d.endpoint_id = $1${status === null ? '' : ` and d.status = '${status}'`}
       and ($2::uuid is null or d.event_id < $2)
     order by d.event_id desc limit $3`,
    [endpointId, after, rows],
  );

export interface DeliveryRow extends Delivery {
  readonly attempts: Attempt[];
  readonly body: string | null;
  readonly version: number | null;
  readonly occurredAt: string | null;
  readonly data: unknown;
}

export const findDelivery = (endpointId: string, eventId: string): Statement<DeliveryRow> =>
  statement(
    `select ${DELIVERY}, d.attempts, d.body, e.version, e.occurred_at as "occurredAt", e.data
     from app.webhook_deliveries d
     left join core.events e on e.tenant_id = core.tenant_id() and e.id = d.event_id
     where d.tenant_id = core.tenant_id() and d.endpoint_id = $1 and d.event_id = $2`,
    [endpointId, eventId],
  );

const OLD = `created_at < $1::timestamptz and (attempted_at is null or attempted_at < $1)
  and (status <> 'waiting' or not exists (
    select from app.webhook_endpoints w where w.tenant_id = core.tenant_id() and w.id = endpoint_id))`;

export const anyOldDeliveries = (before: Date): Statement<{ any: boolean }> =>
  statement(
    `select exists (select from app.webhook_deliveries where tenant_id = core.tenant_id() and ${OLD}) as any`,
    [before],
  );

export const dropOldDeliveries = (before: Date, limit: number): Statement<{ gone: number }> =>
  statement(
    `with gone as (
       delete from app.webhook_deliveries d where (d.tenant_id, d.endpoint_id, d.event_id) in (
         select tenant_id, endpoint_id, event_id from app.webhook_deliveries
         where tenant_id = core.tenant_id() and ${OLD} limit $2)
       returning 1
     ) select count(*)::integer as gone from gone`,
    [before, limit],
  );
