import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';
import type { Attempt, Verdict } from './verdict.ts';

/** How long a process has an endpoint to itself without a sign of life, by the database's clock. */
const LEASE = `interval '20 seconds'`;
/** Events of a company that are looked through at a time: one that wants few must not cost a long look. */
export const SCAN_EVENTS = 2_000;
/** Attempts that the log keeps of a delivery. */
const KEPT_ATTEMPTS = 16;

/**
 * For transactions that only say what was sent: if the database crashes before they are on disk it is sent again, which
 * receivers have to bear anyway, and no act waits for the disk because of them.
 */
export const unhurried = statement(`select set_config('synchronous_commit', 'off', true)`);
/** The opposite: also what was said before is on disk when it is committed. */
export const hurried = statement(`select set_config('synchronous_commit', 'on', true)`);

export interface Lease {
  readonly tenantId: string;
  readonly endpointId: string;
}

/**
 * Takes endpoints that have something to send, those first that were served longest ago. Role relay: it looks over all
 * companies, and sees no address and no event. `crowded` companies have their share already; an endpoint that was taken up
 * less than `restSeconds` ago has its next events gathered.
 */
export const leaseEndpoints = (
  worker: string,
  now: Date,
  limit: number,
  crowded: readonly string[],
  restSeconds: number,
): Statement<Lease> =>
  statement(
    `update core.webhook_cursors c set leased_by = $1, leased_until = now() + ${LEASE}, served_at = clock_timestamp()
     where (c.tenant_id, c.endpoint_id) in (
       select w.tenant_id, w.endpoint_id from core.webhook_cursors w
       where w.enabled and (w.leased_until is null or w.leased_until < now())
         and w.served_at < now() - make_interval(secs => $5::float8)
         and (w.asked or w.retry_at <= $2
           or (select h.position from core.webhook_heads h where h.tenant_id = w.tenant_id) > w.position)
         and (w.paused_until is null or w.paused_until <= $2)
         and w.tenant_id <> all ($4::uuid[])
         and (select t.status from core.tenants t where t.id = w.tenant_id) = 'active'
       order by w.served_at limit $3 for update skip locked)
     returning c.tenant_id as "tenantId", c.endpoint_id as "endpointId"`,
    [worker, now, limit, crowded, restSeconds],
  );

/** Gives one back; role relay, since its company may be suspended by now. */
export const releaseEndpoint = (worker: string, { tenantId, endpointId }: Lease): Statement =>
  statement(
    `update core.webhook_cursors set leased_by = null, leased_until = null
     where tenant_id = $2 and endpoint_id = $3 and leased_by = $1`,
    [worker, tenantId, endpointId],
  );

/**
 * Keeps the lease, and takes note of what was asked for before the rows are read. No row: the endpoint is gone, was
 * disabled, or is somebody else's by now. Role app, as all that follows.
 */
export const keepLease = (
  worker: string,
  endpointId: string,
): Statement<{ position: number; head: number }> =>
  statement(
    `update core.webhook_cursors set leased_until = now() + ${LEASE}, asked = false
     where tenant_id = core.tenant_id() and endpoint_id = $2 and leased_by = $1 and enabled
     returning position, (select h.position from core.webhook_heads h where h.tenant_id = core.tenant_id()) as head`,
    [worker, endpointId],
  );

export interface Target {
  readonly url: string;
  readonly events: readonly string[];
  readonly scopes: readonly string[];
  readonly secret: Buffer;
  readonly secret_before: Buffer | null;
  readonly rotated_at: string | null;
  readonly version: number;
}

export const findTarget = (endpointId: string): Statement<Target> =>
  statement(
    `select url, events, scopes, secret, secret_before, rotated_at, version from app.webhook_endpoints
     where tenant_id = core.tenant_id() and id = $1 and disabled_at is null`,
    [endpointId],
  );

/** An event to send. `data` is null for a test, which brings its `body`. */
export interface Due {
  readonly id: string;
  readonly name: string;
  readonly version: number | null;
  readonly position: number | null;
  readonly occurredAt: string | null;
  readonly data: unknown;
  readonly body: string | null;
  readonly tries: number;
}

/** Failed and asked-for deliveries whose time has come; one whose event was deleted comes with neither data nor body. */
export const dueAgain = (endpointId: string, now: Date, limit: number): Statement<Due> =>
  statement(
    `select d.event_id as id, d.event as name, e.version, d.position, e.occurred_at as "occurredAt", e.data, d.body,
       d.tries
     from app.webhook_deliveries d
     left join core.events e on e.tenant_id = core.tenant_id() and e.id = d.event_id
     where d.tenant_id = core.tenant_id() and d.endpoint_id = $1 and d.status = 'waiting' and d.due_at <= $2
     order by d.due_at, d.position limit $3`,
    [endpointId, now, limit],
  );

/** What a look covers: the company's events after one position, up to another that was published before the look. */
export interface Span {
  readonly after: number;
  readonly to: number;
}

/** Both look at the same events, which never change: the first of the span. */
const spanOf = (columns: string): string => `select ${columns} from core.events
  where tenant_id = core.tenant_id() and position > $1 and position <= $2 order by position limit ${SCAN_EVENTS}`;

/**
 * New events, in order; those that were written down before a crash are left out. A scalar subquery says so: a join
 * would be planned by statistics, which on a table that has just been filled lead to a scan of it per event.
 */
export const newEvents = (
  endpointId: string,
  { after, to }: Span,
  names: readonly string[],
  limit: number,
): Statement<Due> =>
  statement(
    `select s.id, s.name, s.version, s.position, s.occurred_at as "occurredAt", s.data, null::text as body, 0 as tries
     from (${spanOf('id, name, version, position, occurred_at, data')}) s
     where s.name = any ($3) and (
       select d.tries from app.webhook_deliveries d
       where d.tenant_id = core.tenant_id() and d.endpoint_id = $4 and d.event_id = s.id) is null
     order by s.position limit $5`,
    [after, to, names, endpointId, limit],
  );

/** Up to where `newEvents` looked when it found fewer than it might; null when nothing was left to look at. */
export const lookedTo = ({ after, to }: Span): Statement<{ last: number | null; complete: boolean }> =>
  statement(
    `select max(position) as last, count(*) < ${SCAN_EVENTS} as complete from (${spanOf('position')}) s`,
    [after, to],
  );

export interface Result extends Pick<Due, 'id' | 'name' | 'position'> {
  readonly verdict: Verdict;
  readonly tries: number;
  readonly attempt: Attempt;
}

/** What became of deliveries. Nothing is written for an endpoint that was deleted meanwhile. */
export const saveResults = (endpointId: string, results: readonly Result[]): Statement =>
  statement(
    `insert into app.webhook_deliveries as d
       (endpoint_id, event_id, event, position, status, tries, due_at, attempts, created_at, attempted_at)
     select $1, r.id, r.name, r.position, r.status, r.tries, r."dueAt", jsonb_build_array(r.attempt), r.at, r.at
     from jsonb_to_recordset($2::jsonb) as r (id uuid, name text, position bigint, status text, tries integer,
       "dueAt" timestamptz, attempt jsonb, at timestamptz)
     where exists (select from app.webhook_endpoints where tenant_id = core.tenant_id() and id = $1)
     on conflict (tenant_id, endpoint_id, event_id) do update set
       status = excluded.status, tries = excluded.tries, due_at = excluded.due_at, attempted_at = excluded.attempted_at,
       attempts = case when jsonb_array_length(d.attempts) < ${KEPT_ATTEMPTS} then d.attempts else d.attempts - 0 end
         || excluded.attempts`,
    [
      endpointId,
      JSON.stringify(
        results.map(({ id, name, position, verdict, tries, attempt }) => ({
          id,
          name,
          position,
          status: verdict.status,
          tries,
          dueAt: verdict.dueAt,
          attempt,
          at: attempt.at,
        })),
      ),
    ],
  );

/**
 * Up to where everything was tried. No row: the endpoint is gone or somebody else's, or the database crashed and forgot
 * what it was told (`unhurried`): what is missing from its log is sent again.
 */
export const moveCursor = (
  worker: string,
  endpointId: string,
  to: {
    /** Where it was moved last; null by nobody here. */
    from: number | null;
    position: number;
    pausedUntil: Date | null;
    succeeded: boolean;
    failedAt: Date | null;
  },
): Statement<{ failing_since: string | null }> =>
  statement(
    `update core.webhook_cursors set position = greatest(position, $3), leased_until = now() + ${LEASE},
       paused_until = coalesce($4::timestamptz, paused_until),
       failing_since = case when $5 then null else coalesce(failing_since, $6::timestamptz) end,
       retry_at = (select min(due_at) from app.webhook_deliveries
         where tenant_id = core.tenant_id() and endpoint_id = $2 and status = 'waiting')
     where tenant_id = core.tenant_id() and endpoint_id = $2 and leased_by = $1
       and ($7::bigint is null or position >= $7)
     returning failing_since`,
    [worker, endpointId, to.position, to.pausedUntil, to.succeeded, to.failedAt, to.from],
  );

export interface WebhookStats {
  /** Endpoints with something to send now. */
  readonly due: number;
  /** How long the longest of them has waited: since its retry was due, or since it was last taken up. */
  readonly oldestDueSeconds: number;
  /** Endpoints without a success since their last failure. */
  readonly failing: number;
  /** Endpoints that asked to be left alone for a while. */
  readonly paused: number;
}

/** For metrics; role relay. */
export const webhookStats = (now: Date): Statement<WebhookStats> =>
  statement(
    `with one as materialized (
       select c.*, c.asked or c.retry_at <= $1
           or (select h.position from core.webhook_heads h where h.tenant_id = c.tenant_id) > c.position as has_due,
         coalesce(c.paused_until > $1, false) as resting
       from core.webhook_cursors c
       where c.enabled and (select t.status from core.tenants t where t.id = c.tenant_id) = 'active'
     )
     select count(*) filter (where has_due and not resting)::integer as due,
       coalesce(extract(epoch from $1 - min(coalesce(retry_at, served_at)) filter (where has_due and not resting)), 0)::float8
         as "oldestDueSeconds",
       count(*) filter (where failing_since is not null)::integer as failing,
       count(*) filter (where resting)::integer as paused
     from one`,
    [now],
  );
