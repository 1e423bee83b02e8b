import type { Statement } from '#core/db.ts';
import type { Pool } from './pool.ts';
import { statement } from './statement.ts';

/** The way of an event from its row to the jobs that react to it. `graphile_worker` belongs to role relay. */

/** Any fixed number: all relays of one database meet at this advisory lock. */
export const RELAY_LOCK = 7_205_759_404;

/** Of the session that asks. */
export const tryLock = (lock: number): Statement<{ held: boolean }> =>
  statement('select pg_try_advisory_lock($1) as held', [lock]);

export const listenForEvents = statement('listen smarteros_events');

/** One job per event of that name. */
export interface Subscription {
  readonly event: string;
  readonly job: string;
  readonly attempts: number;
}

export interface Published {
  readonly events: number;
  readonly jobs: number;
  /** 1 when the live streams were told. */
  readonly notices: number;
}

/** A notice has room for 8,000 bytes: above this many tenants it names none, which means all. */
const NAMED_TENANTS = 200;

/**
 * Gives the oldest unpublished events their positions and adds the jobs that react to them, all or nothing: an event
 * never gets its jobs twice. The commit tells whoever streams events which tenants have some. A suspended tenant's events wait without holding the others up. The tenant's status is
 * asked per row, by primary key: a join could be planned as a scan of all tenants.
 */
export const publishEvents = (limit: number, subscriptions: readonly Subscription[]): Statement<Published> =>
  statement(
    `with taken as materialized (
       select e.tenant_id, e.id, e.seq, e.name from core.events e
       where e.position is null and (select t.status from core.tenants t where t.id = e.tenant_id) = 'active'
       order by e.seq limit $1
     ), placed as materialized (
       select tenant_id, id, name, nextval('core.event_position') as position from taken order by seq
     ), published as (
       update core.events e set position = p.position from placed p
       where e.tenant_id = p.tenant_id and e.id = p.id
     ), heads as (
       -- Whoever sends webhooks sees by it that there is something to send.
       update core.webhook_heads h set position = p.position
       from (select tenant_id, max(position) as position from placed group by tenant_id) p where h.tenant_id = p.tenant_id
     ), specs as materialized (
       select array(
         select row(s.job, json_build_object('tenantId', p.tenant_id, 'eventId', p.id), null, null,
                    s.attempts, null, null, null)::graphile_worker.job_spec
         from placed p
         join unnest($2::text[], $3::text[], $4::int[]) as s (event, job, attempts) on s.event = p.name
         order by p.position, s.job
       ) as jobs
     ), told as materialized (
       select pg_notify('smarteros_published',
         case when count(*) <= ${NAMED_TENANTS} then string_agg(tenant_id::text, ' ') else '' end)
       from (select distinct tenant_id from placed) t having count(*) > 0
     )
     select (select count(*) from placed) as events,
            (select count(*) from specs, graphile_worker.add_jobs(specs.jobs) where cardinality(specs.jobs) > 0) as jobs,
            (select count(*) from told) as notices`,
    [
      limit,
      subscriptions.map((one) => one.event),
      subscriptions.map((one) => one.job),
      subscriptions.map((one) => one.attempts),
    ],
  );

/** Higher waits longer, among jobs that are due. A schedule's run in all tenants must not hold the events' jobs up. */
const EVENT_PRIORITY = 0;
const SCHEDULE_PRIORITY = 10;

export interface TenantJob {
  readonly job: string;
  readonly attempts: number;
  /** ISO time that the schedule meant; it travels in the payload. */
  readonly plannedAt: string;
  /** In the platform's own tenant only, not in each. */
  readonly platformOnly: boolean;
  /** Of the tenants that it runs in. */
  readonly status: 'active' | 'closing';
}

/** True when the schedule has had a later turn already. */
export const isOvertaken = (task: string, plannedAt: string): Statement<{ overtaken: boolean }> =>
  statement(
    `select exists (select 1 from graphile_worker._private_known_crontabs
                    where identifier = $1 and last_execution > $2::timestamptz) as overtaken`,
    [task, plannedAt],
  );

/**
 * One job for each of the next `limit` tenants of that status after `after`. The key is per job and tenant: a run that still
 * waits is replaced, a tenant whose run is under way is left out until its next turn.
 */
export const addTenantJobs = (
  job: TenantJob,
  after: string | null,
  limit: number,
): Statement<{ last: string | null; jobs: number }> =>
  statement(
    `with page as materialized (
       select id from core.tenants where status = $8 and ($1::uuid is null or id > $1) and (not $7 or platform)
       order by id limit $2
     ), specs as materialized (
       select array(
         select row($3::text, json_build_object('tenantId', p.id, 'plannedAt', $4::text), null, null,
                    $5::int, $3 || ':' || p.id, $6::int, null)::graphile_worker.job_spec
         from page p
         where not exists (
           select 1 from graphile_worker._private_jobs j where j.key = $3 || ':' || p.id and j.locked_at is not null)
       ) as jobs
     )
     select (select id from page order by id desc limit 1) as last,
            (select count(*) from specs, graphile_worker.add_jobs(specs.jobs) where cardinality(specs.jobs) > 0) as jobs`,
    [after, limit, job.job, job.plannedAt, job.attempts, SCHEDULE_PRIORITY, job.platformOnly, job.status],
  );

export interface JobTenant {
  readonly id: string;
  readonly slug: string;
  readonly country: string;
}

export interface EventRow {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly occurredAt: string;
  readonly data: unknown;
  /** traceparent of the act that wrote it. */
  readonly trace: string | null;
}

/** Both run as app, behind core.enter. */
export const enteredTenant = statement<JobTenant>(
  'select id, slug, country from core.tenants where id = core.tenant_id()',
);
export const findEvent = (id: string): Statement<EventRow> =>
  statement(
    `select id, name, version, occurred_at as "occurredAt", data, trace
     from core.events where tenant_id = core.tenant_id() and id = $1`,
    [id],
  );

/** As long as neighbours wait for a worker (kernel/heartbeat.ts). */
const SILENCE_SECONDS = 15;
/** Counts stop here, so that looking at a long queue doesn't make it longer. */
const COUNT_LIMIT = 100_000;

export interface QueueStats {
  /** Events of active tenants without a position. */
  readonly unpublished: number;
  readonly oldestUnpublishedSeconds: number;
  /** Jobs that are due or planned, being run, and given up after their last attempt (not those that were cancelled). */
  readonly waiting: number;
  /** Waiting jobs that have failed before. */
  readonly retrying: number;
  readonly running: number;
  readonly failed: number;
  readonly oldestReadySeconds: number;
  /** Queues of workers that live. */
  readonly workers: number;
}

const queueStatsStatement = statement<QueueStats>(
  `with unpublished as materialized (
     select e.occurred_at from core.events e
     where e.position is null and (select t.status from core.tenants t where t.id = e.tenant_id) = 'active'
     order by e.seq limit $1
   ), taken as materialized (
     select j.locked_at, j.flags from graphile_worker._private_jobs j where not j.is_available limit $1
   ), ready as materialized (
     select j.attempts from graphile_worker._private_jobs j where j.is_available limit $1
   )
   select (select count(*) from unpublished) as unpublished,
          coalesce((select extract(epoch from now() - min(occurred_at)) from unpublished), 0)::float8
            as "oldestUnpublishedSeconds",
          (select count(*) from ready) as waiting,
          (select count(*) from ready where attempts > 0) as retrying,
          (select count(*) from taken where locked_at is not null) as running,
          (select count(*) from taken where locked_at is null and not coalesce(flags ? 'cancelled', false)) as failed,
          (select count(*) from core.workers where seen_at > now() - $3 * interval '1 second') as workers,
          coalesce((select greatest(0, extract(epoch from now() - min(first.run_at)))
            from unnest($2::int[]) as p (priority), lateral (
              select j.run_at from graphile_worker._private_jobs j
              where j.is_available and j.priority = p.priority order by j.run_at limit 1) first), 0)::float8
            as "oldestReadySeconds"`,
  [COUNT_LIMIT, [EVENT_PRIORITY, SCHEDULE_PRIORITY], SILENCE_SECONDS],
);

/** For metrics and the console; `pool` is role relay's. */
export async function queueStats(pool: Pool): Promise<QueueStats> {
  const [[stats]] = await pool.batch([queueStatsStatement]);
  return stats!;
}
