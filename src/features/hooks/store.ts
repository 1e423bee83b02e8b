import type { Statement } from '#core/db.ts';
import type { SealedSecret } from '#platform/db/engine-links.ts';
import { statement } from '#platform/db/statement.ts';

/** Whose address it is; before a tenant is known (migrations/0021). */
export const findHook = (
  hash: Buffer,
): Statement<{ engine: string; tenant_id: string; slug: string; country: string }> =>
  statement('select * from core.find_hook($1)', [hash]);

const OF_ENGINE = 'tenant_id = core.tenant_id() and engine = $1';

export interface HookRow {
  readonly engine: string;
  readonly createdAt: string;
  readonly rotatedAt: string | null;
  readonly beforeUntil: string | null;
  readonly lastAt: string | null;
}

export const listHooks: Statement<HookRow> = statement(
  `select h.engine, h.created_at as "createdAt", h.rotated_at as "rotatedAt", h.before_until as "beforeUntil",
     (select max(d.received_at) from app.hook_deliveries d where d.tenant_id = h.tenant_id and d.engine = h.engine)
       as "lastAt"
   from core.hooks h where h.tenant_id = core.tenant_id() order by h.engine`,
);

/** No row when there is one already; waits for whoever is making it. */
export const insertHook = (engine: string, hash: Buffer, now: Date): Statement<{ engine: string }> =>
  statement(
    `insert into core.hooks (engine, hash, created_at) values ($1, $2, $3) on conflict do nothing returning engine`,
    [engine, hash, now],
  );

export const lockHook = (engine: string): Statement<{ engine: string }> =>
  statement(`select engine from core.hooks where ${OF_ENGINE} for update`, [engine]);

export const rotateHook = (engine: string, hash: Buffer, until: Date, now: Date): Statement =>
  statement(
    `update core.hooks set hash_before = hash, before_until = $3, hash = $2, rotated_at = $4 where ${OF_ENGINE}`,
    [engine, hash, until, now],
  );

export const deleteHook = (engine: string): Statement<{ createdAt: string }> =>
  statement(`delete from core.hooks where ${OF_ENGINE} returning created_at as "createdAt"`, [engine]);

export const findSecret = (path: string): Statement<SealedSecret> =>
  statement(
    `select path, revision, key_id as "keyId", wrapped, sealed from core.secrets
     where tenant_id = core.tenant_id() and path = $1`,
    [path],
  );

/** The reconciler looks at the engine again: its address is another one by now. */
export const lookAgain = (engine: string, now: Date): Statement =>
  statement(
    `update core.tenant_engines set generation = generation + 1, due_at = least(due_at, $2)
     where ${OF_ENGINE} and wanted <> 'absent'`,
    [engine, now],
  );

/** The message and its event, or nothing where it is known: one statement, all or none. */
export const takeDelivery = (
  one: { id: string; engine: string; repeatKey: string; kind: string; body: Buffer; now: Date },
  event: { id: string; name: string; version: number },
): Statement<{ taken: number }> =>
  statement(
    `with message as (
       insert into app.hook_deliveries (id, engine, repeat_key, kind, body, bytes, status, received_at)
       values ($1, $2, $3, $4, $5, length($5::bytea), 'waiting', $6)
       on conflict (tenant_id, engine, repeat_key) do nothing returning id
     ), event as (
       insert into core.events (tenant_id, id, name, version, data, occurred_at)
       select core.tenant_id(), $7, $8, $9, json_build_object('id', id), $6 from message returning 1
     )
     select count(*)::integer as taken from event`,
    [one.id, one.engine, one.repeatKey, one.kind, one.body, one.now, event.id, event.name, event.version],
  );

export interface DeliveryRow {
  readonly id: string;
  readonly engine: string;
  readonly kind: string;
  readonly bytes: number;
  readonly status: 'waiting' | 'done' | 'failed';
  readonly attempts: number;
  readonly errorCode: string | null;
  readonly told: number | null;
  readonly receivedAt: string;
  readonly processedAt: string | null;
}

const COLUMNS = `id, engine, kind, bytes, status, attempts, error_code as "errorCode", told,
  received_at as "receivedAt", processed_at as "processedAt"`;

export const listDeliveries = (
  filter: { engine: string | null; status: string | null },
  after: string | null,
  rows: number,
): Statement<DeliveryRow> =>
  statement(
    `select ${COLUMNS} from app.hook_deliveries
     where ($1::uuid is null or id < $1) and ($3::text is null or engine = $3) and ($4::text is null or status = $4)
     order by id desc limit $2`,
    [after, rows, filter.engine, filter.status],
  );

export const findDelivery = (id: string): Statement<DeliveryRow & { body: Buffer | null }> =>
  statement(`select ${COLUMNS}, body from app.hook_deliveries where id = $1`, [id]);

/** Read anew, if its body is still here. */
export const againDelivery = (id: string): Statement<DeliveryRow> =>
  statement(
    `update app.hook_deliveries set status = 'waiting', attempts = 0, error_code = null
     where id = $1 and body is not null returning ${COLUMNS}`,
    [id],
  );

export const endDelivery = (id: string, told: number, now: Date): Statement =>
  statement(
    `update app.hook_deliveries set status = 'done', attempts = attempts + 1, error_code = null, told = $2,
       processed_at = $3 where id = $1`,
    [id, told, now],
  );

export const failDelivery = (id: string, code: string, now: Date): Statement =>
  statement(
    `update app.hook_deliveries set status = 'failed', attempts = attempts + 1, error_code = $2, processed_at = $3
     where id = $1`,
    [id, code, now],
  );

export const anyOld = (bodies: Date, rows: Date): Statement<{ any: boolean }> =>
  statement(
    `select exists (select 1 from app.hook_deliveries
       where received_at < $2 or (received_at < $1 and body is not null)) as any`,
    [bodies, rows],
  );

export const dropBodies = (before: Date, most: number): Statement<{ gone: number }> =>
  statement(
    `with old as (select id from app.hook_deliveries where received_at < $1 and body is not null limit $2),
     gone as (update app.hook_deliveries set body = null where id in (select id from old) returning 1)
     select count(*)::integer as gone from gone`,
    [before, most],
  );

export const dropDeliveries = (before: Date, most: number): Statement<{ gone: number }> =>
  statement(
    `with gone as (delete from app.hook_deliveries where id in (
       select id from app.hook_deliveries where received_at < $1 limit $2) returning 1)
     select count(*)::integer as gone from gone`,
    [before, most],
  );
