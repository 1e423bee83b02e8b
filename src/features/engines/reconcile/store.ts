import type { Company, State, Wanted } from '#core/engine.ts';
import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';

/** How long a process has a company's engine to itself without a sign of life, by the database's clock. */
const LEASE = `interval '45 seconds'`;

export interface Lease {
  readonly tenantId: string;
  readonly engine: string;
  readonly instanceId: string;
}

/** What a company whose doors are shut has in engines is suspended there, whatever is wanted. */
const EFFECTIVE = `case when c.status <> 'active' and t.wanted = 'present' then 'suspended' else t.wanted end`;

/** Processes take their leases one after the other: else two would count the same instance's at once, and go over. */
export const awaitTurn: Statement = statement(
  `select pg_advisory_xact_lock(hashtextextended('core.tenant_engines leases', 0))`,
);

/**
 * Takes what is due in the engines that `limits` names, those first that waited longest; its figures bound the work on
 * one instance over all processes. After `awaitTurn`. Role relay: it looks over all companies, and sees neither state nor
 * secrets.
 */
export const leaseDue = (
  worker: string,
  now: Date,
  most: number,
  limits: Readonly<Record<string, number>>,
): Statement<Lease> =>
  statement(
    `with busy as (
       select instance_id, count(*) as n from core.tenant_engines where leased_until >= now() group by instance_id),
     due as (
       select t.tenant_id, t.engine, t.instance_id, t.due_at,
         row_number() over (partition by t.instance_id order by t.due_at nulls first) as n
       from core.tenant_engines t join core.tenants c on c.id = t.tenant_id
       where $4::jsonb ? t.engine and (t.leased_until is null or t.leased_until < now())
         and (t.due_at <= $2 or (t.status = 'done' and t.reached is distinct from ${EFFECTIVE})))
     update core.tenant_engines u set leased_by = $1, leased_until = now() + ${LEASE}
     where (u.tenant_id, u.engine) in (
       select d.tenant_id, d.engine from due d
       join core.tenant_engines own using (tenant_id, engine)
       left join busy b on b.instance_id = d.instance_id
       where d.n + coalesce(b.n, 0) <= ($4::jsonb ->> d.engine)::integer
       order by d.due_at nulls first limit $3
       -- Who changes a row just now has several, and waits for nobody.
       for update of own skip locked)
     returning u.tenant_id as "tenantId", u.engine, u.instance_id as "instanceId"`,
    [worker, now, most, JSON.stringify(limits)],
  );

export const keepLease = (worker: string, { tenantId, engine }: Lease): Statement<{ n: number }> =>
  statement(
    `update core.tenant_engines set leased_until = now() + ${LEASE}
     where tenant_id = $2 and engine = $3 and leased_by = $1 returning 1 as n`,
    [worker, tenantId, engine],
  );

export const release = (worker: string, { tenantId, engine }: Lease): Statement =>
  statement(
    `update core.tenant_engines set leased_by = null, leased_until = null
     where tenant_id = $2 and engine = $3 and leased_by = $1`,
    [worker, tenantId, engine],
  );

export interface Task {
  readonly company: Omit<Company, 'language'>;
  readonly wanted: Wanted;
  readonly generation: number;
  readonly reached: Wanted | null;
  readonly state: State;
  readonly attempts: number;
  /** The revision of the company's secrets; null when it has none yet. */
  readonly secretRevision: number | null;
}

/** Role app, in the company; no row when it is somebody else's by now. */
export const findTask = (worker: string, engine: string): Statement<Task> =>
  statement(
    `select json_build_object('id', c.id, 'slug', c.slug, 'name', c.name, 'country', c.country, 'taxId', c.tax_id)
         as company,
       ${EFFECTIVE} as wanted, t.generation, t.reached, t.state, t.attempts,
       (select s.revision from core.secrets s where s.tenant_id = t.tenant_id and s.path = t.engine || '/tenant')
         as "secretRevision"
     from core.tenant_engines t join core.tenants c on c.id = t.tenant_id
     where t.tenant_id = core.tenant_id() and t.engine = $2 and t.leased_by = $1`,
    [worker, engine],
  );

const OWN = `tenant_id = core.tenant_id() and engine = $2 and leased_by = $1`;

export const saveStep = (worker: string, engine: string, step: string, now: Date): Statement<{ n: number }> =>
  statement(
    `update core.tenant_engines set status = 'working', step = $3, updated_at = $4 where ${OWN} returning 1 as n`,
    [worker, engine, step, now],
  );

/** What a step found, beside what is known. */
export const saveState = (
  worker: string,
  engine: string,
  state: State,
  now: Date,
): Statement<{ n: number }> =>
  statement(
    `update core.tenant_engines set state = state || $3::jsonb, updated_at = $4 where ${OWN} returning 1 as n`,
    [worker, engine, JSON.stringify(state), now],
  );

export const saveReached = (
  worker: string,
  engine: string,
  to: { wanted: Wanted; generation: number; usable: boolean; dueAt: Date; now: Date; drifted: boolean },
): Statement<{ n: number }> =>
  statement(
    `update core.tenant_engines set status = 'done', step = null, reached = $3, converged = $4, usable = $5,
       -- What was asked for meanwhile is due at once.
       due_at = case when generation = $4 then $6::timestamptz else $7::timestamptz end,
       attempts = 0, error_code = null, error_words = null, observed_at = $7, updated_at = $7,
       drifted_at = case when $8 then $7::timestamptz else drifted_at end,
       state = case when $3 = 'absent' then '{}'::jsonb else state end
     where ${OWN} returning 1 as n`,
    [worker, engine, to.wanted, to.generation, to.usable, to.dueAt, to.now, to.drifted],
  );

export const saveFailure = (
  worker: string,
  engine: string,
  failure: { code: string; words: object; dueAt: Date; now: Date },
): Statement<{ attempts: number }> =>
  statement(
    `update core.tenant_engines set status = 'failed', attempts = attempts + 1, error_code = $3, error_words = $4,
       due_at = $5, updated_at = $6
     where ${OWN} returning attempts`,
    [worker, engine, failure.code, JSON.stringify(failure.words), failure.dueAt, failure.now],
  );
