import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';

/** How long a process has a lane to itself without a sign of life, by the database's clock. */
const LEASE = `interval '45 seconds'`;

/** Role relay: each company's usable engine that takes contacts gets its lane. */
export const openLanes = (engines: readonly string[], now: Date): Statement =>
  statement(
    `insert into core.contact_lanes (tenant_id, engine, instance_id, position, due_at)
     select t.tenant_id, t.engine, t.instance_id,
       (select coalesce(max(e.position), 0) from core.events e where e.tenant_id = t.tenant_id and e.position is not null), $2
     from core.tenant_engines t
     where t.engine = any ($1::text[]) and t.usable and t.wanted = 'present'
       and not exists (select from core.contact_lanes l where l.tenant_id = t.tenant_id and l.engine = t.engine)
     on conflict do nothing`,
    [engines, now],
  );

export interface Lease {
  readonly tenantId: string;
  readonly engine: string;
}

/**
 * Takes lanes in which there is something to do, those first that waited longest. After a failure only once its wait is
 * over. Role relay: it looks over all companies, and sees no contact.
 */
export const leaseLanes = (
  worker: string,
  engines: readonly string[],
  names: readonly string[],
  now: Date,
  most: number,
): Statement<Lease> =>
  statement(
    `update core.contact_lanes u set leased_by = $1, leased_until = now() + ${LEASE}, served_at = now()
     where (u.tenant_id, u.engine) in (
       select l.tenant_id, l.engine from core.contact_lanes l
       join core.tenants c on c.id = l.tenant_id and c.status = 'active'
       join core.tenant_engines t on t.tenant_id = l.tenant_id and t.engine = l.engine and t.usable and t.wanted = 'present'
       where l.engine = any ($2::text[]) and (l.leased_until is null or l.leased_until < now())
         and (l.due_at <= $4 or (l.attempts = 0 and (l.asked or exists (
           select from core.events e
           where e.tenant_id = l.tenant_id and e.position > l.position and e.name = any ($3::text[])))))
       order by l.served_at limit $5
       for update of l skip locked)
     returning u.tenant_id as "tenantId", u.engine`,
    [worker, engines, names, now, most],
  );

export const keepLease = (worker: string, { tenantId, engine }: Lease): Statement<{ n: number }> =>
  statement(
    `update core.contact_lanes set leased_until = now() + ${LEASE}
     where tenant_id = $2 and engine = $3 and leased_by = $1 returning 1 as n`,
    [worker, tenantId, engine],
  );

export const release = (worker: string, { tenantId, engine }: Lease): Statement =>
  statement(
    `update core.contact_lanes set leased_by = null, leased_until = null
     where tenant_id = $2 and engine = $3 and leased_by = $1`,
    [worker, tenantId, engine],
  );

export interface Lane {
  readonly instanceId: string;
  readonly position: number;
  readonly filledTo: string | null;
  readonly filledAt: string | null;
  readonly cursor: string | null;
  readonly polledAt: string | null;
  readonly attempts: number;
}

const OWN = 'tenant_id = core.tenant_id() and engine = $2 and leased_by = $1';

/** What was asked for until now is answered by what follows. Role app; no row when it is somebody else's by now. */
export const beginTurn = (worker: string, engine: string): Statement<Lane> =>
  statement(
    `update core.contact_lanes set asked = false where ${OWN}
     returning instance_id as "instanceId", position, filled_to as "filledTo", filled_at as "filledAt", cursor,
       polled_at as "polledAt", attempts`,
    [worker, engine],
  );

/** Another instance is another world: its ids mean nothing here. */
export const beginAnew = (worker: string, engine: string, instanceId: string): readonly Statement[] => [
  statement(
    `update core.contact_lanes set instance_id = $3, filled_to = null, filled_at = null, cursor = null, polled_at = null
     where ${OWN}`,
    [worker, engine, instanceId],
  ),
  statement('delete from app.contact_links where tenant_id = core.tenant_id() and engine = $1', [engine]),
  statement('delete from app.contact_told where tenant_id = core.tenant_id() and engine = $1', [engine]),
];

const setter =
  (column: string) =>
  (worker: string, engine: string, value: unknown): Statement =>
    statement(`update core.contact_lanes set ${column} = $3 where ${OWN}`, [worker, engine, value]);

export const savePosition = setter('position');
export const saveFilledTo = setter('filled_to');
export const saveFilledAt = setter('filled_at');

export const saveCursor = (
  worker: string,
  engine: string,
  cursor: string,
  polledAt: Date | null,
): Statement =>
  statement(`update core.contact_lanes set cursor = $3, polled_at = coalesce($4, polled_at) where ${OWN}`, [
    worker,
    engine,
    cursor,
    polledAt,
  ]);

export const endTurn = (worker: string, engine: string, dueAt: Date): Statement =>
  statement(
    `update core.contact_lanes l set attempts = 0, error_code = null,
       due_at = least($3::timestamptz, (select min(k.due_at) from app.contact_links k
         where k.tenant_id = l.tenant_id and k.engine = l.engine and k.due_at is not null))
     where ${OWN}`,
    [worker, engine, dueAt],
  );

export const failTurn = (worker: string, engine: string, code: string, dueAt: Date): Statement =>
  statement(
    `update core.contact_lanes set attempts = attempts + 1, error_code = $3, due_at = $4, asked = true where ${OWN}`,
    [worker, engine, code, dueAt],
  );
