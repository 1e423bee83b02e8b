import type { Statement } from '#core/db.ts';
import type { InboundMessage, MessageFailure, StatusUpdate } from '#core/messaging.ts';
import type { TimelineSource } from '#core/timeline.ts';
import { statement, type RowOf } from '#platform/db/statement.ts';
import type { TokenState } from './rules.ts';
import type { Message } from './schema.ts';

export interface StoredTemplate {
  readonly name: string;
  readonly language: string;
  readonly parameters: readonly string[];
}

const COLUMNS = `id, direction, peer, kind, text, template, status, failure, created_at as "createdAt",
  sent_at as "sentAt", delivered_at as "deliveredAt", read_at as "readAt", failed_at as "failedAt"`;

type Row = RowOf<
  'app.messages',
  | 'id'
  | 'direction'
  | 'peer'
  | 'kind'
  | 'text'
  | 'template'
  | 'status'
  | 'failure'
  | 'created_at'
  | 'sent_at'
  | 'delivered_at'
  | 'read_at'
  | 'failed_at'
>;

/** Columns that are null are absent in the API. */
export const toMessage = (row: Row): Message =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null)) as Message;

/** One page, newest first. */
export const listMessages = (
  filter: { peer: string | null; direction: string | null },
  after: string | null,
  rows: number,
): Statement<Row> =>
  statement(
    `select ${COLUMNS} from app.messages
     where ($1::uuid is null or id < $1) and ($2::text is null or peer = $2) and ($3::text is null or direction = $3)
     order by id desc limit $4`,
    [after, filter.peer, filter.direction, rows],
  );

/** When the person last wrote to this tenant. */
export const lastInbound = (peer: string): Statement<{ at: string | null }> =>
  statement(`select max(sent_at) as at from app.messages where peer = $1 and direction = 'in'`, [peer]);

export const insertOutbound = (message: {
  id: string;
  peer: string;
  kind: 'text' | 'template';
  text: string | null;
  template: StoredTemplate | null;
  now: Date;
}): Statement =>
  statement(
    `insert into app.messages (id, direction, peer, kind, text, template, status, created_at)
     values ($1, 'out', $2, $3, $4, $5, 'queued', $6)`,
    [
      message.id,
      message.peer,
      message.kind,
      message.text,
      message.template && JSON.stringify(message.template),
      message.now,
    ],
  );

export interface Outbound {
  readonly peer: string;
  readonly text: string | null;
  readonly template: StoredTemplate | null;
  readonly tries: number;
  readonly next_try_at: string | null;
}

export const findQueued = (id: string): Statement<Outbound> =>
  statement(
    `select peer, text, template, tries, next_try_at from app.messages
     where id = $1 and direction = 'out' and status = 'queued'`,
    [id],
  );

/** A status may have overtaken our own note that it was accepted. */
export const acceptMessage = (id: string, providerId: string, now: Date): Statement =>
  statement(
    `update app.messages set provider_id = $2, sent_at = coalesce(sent_at, $3), next_try_at = null,
       status = case status when 'queued' then 'sent' else status end,
       failure = case status when 'queued' then null else failure end
     where id = $1`,
    [id, providerId, now],
  );

export const postponeMessage = (
  id: string,
  why: { failure: MessageFailure; code: number | null; nextTryAt: Date | null },
): Statement =>
  statement(
    `update app.messages set tries = tries + 1, next_try_at = $2, failure = $3, failure_code = $4
     where id = $1 and status = 'queued'`,
    [id, why.nextTryAt, why.failure, why.code],
  );

export const failMessage = (
  id: string,
  why: { failure: MessageFailure; code: number | null },
  now: Date,
): Statement =>
  statement(
    `update app.messages set status = 'failed', failed_at = $4, failure = $2, failure_code = $3, next_try_at = null
     where id = $1 and status = 'queued'`,
    [id, why.failure, why.code, now],
  );

/** What a status is compared with. */
export interface Reached {
  readonly status: string;
  readonly provider_id: string | null;
  readonly sent_at: string | null;
  readonly delivered_at: string | null;
  readonly read_at: string | null;
  readonly failed_at: string | null;
}

const REACHED = `select status, provider_id, sent_at, delivered_at, read_at, failed_at from app.messages
  where id = $1 and direction = 'out'`;

export const findReached = (id: string): Statement<Reached> => statement(REACHED, [id]);

/** Locked, so that two webhook calls come one after the other. */
export const lockReached = (id: string): Statement<Reached> => statement(`${REACHED} for update`, [id]);

/** Notes when a status was reached, and the status itself when it is news. Sent it was, unless it failed. */
export const stampMessage = (
  id: string,
  update: Pick<StatusUpdate, 'status' | 'at' | 'failure' | 'code'> & { providerId: string },
  news: boolean,
): Statement =>
  statement(
    `update app.messages set
       provider_id = coalesce(provider_id, $3),
       sent_at = coalesce(sent_at, case when $5 <> 'failed' then $2::timestamptz end),
       delivered_at = coalesce(delivered_at, case when $5 = 'delivered' then $2::timestamptz end),
       read_at = coalesce(read_at, case when $5 = 'read' then $2::timestamptz end),
       failed_at = coalesce(failed_at, case when $5 = 'failed' then $2::timestamptz end),
       status = case when $4 then $5 else status end,
       failure = case when $4 then $6 else failure end,
       failure_code = case when $4 then $7::integer else failure_code end
     where id = $1`,
    [id, update.at, update.providerId, news, update.status, update.failure, update.code],
  );

/** No row when it has come before. */
export const insertInbound = (id: string, message: InboundMessage, now: Date): Statement<{ id: string }> =>
  statement(
    `insert into app.messages (id, direction, peer, kind, text, status, provider_id, created_at, sent_at)
     values ($1, 'in', $2, $3, $4, 'received', $5, $6, $7)
     on conflict (tenant_id, provider_id) where provider_id is not null do nothing returning id`,
    [
      id,
      message.from,
      message.kind,
      message.text,
      message.id,
      now,
      // A clock that runs ahead of ours must not keep the window open longer.
      message.at > now ? now : message.at,
    ],
  );

/** Where a message belongs, before its tenant is known. */
export const findMessage = (providerId: string): Statement<{ tenant_id: string; id: string }> =>
  statement('select * from core.find_message($1)', [providerId]);

export const findLastWriter = (peer: string): Statement<{ tenant_id: string | null }> =>
  statement('select core.last_writer($1) as tenant_id', [peer]);

const ENGINE = 'whatsapp';

export const findHealth: Statement<{
  state: TokenState;
  expires_at: string | null;
  alerted_at: string | null;
}> = statement(`select state, expires_at, alerted_at from core.engine_health where engine = '${ENGINE}'`);

export const storeHealth = (health: {
  state: TokenState;
  expiresAt: Date | null;
  alertedAt: Date | string | null;
  now: Date;
}): Statement =>
  statement(
    `insert into core.engine_health (engine, checked_at, state, expires_at, alerted_at)
     values ('${ENGINE}', $1, $2, $3, $4)
     on conflict (engine) do update set checked_at = $1, state = $2, expires_at = $3, alerted_at = $4`,
    [health.now, health.state, health.expiresAt, health.alertedAt],
  );

/** By the contact's present number. */
export const messageEntries: TimelineSource['entries'] = ({ phone }, before, limit) =>
  statement(
    `select created_at as at, id, case direction when 'in' then 'message.received' else 'message.sent' end as kind,
       json_build_object('kind', kind, 'text', text, 'status', status) as data
     from app.messages where peer = $1 and ($2::timestamptz is null or (created_at, id) < ($2, $3::uuid))
     order by created_at desc, id desc limit $4`,
    [phone, before?.at, before?.id, limit],
  );
