import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';
import type { SealedSecret } from '#platform/db/engine-links.ts';

export interface InstanceRow {
  readonly id: string;
  readonly engine: string;
  readonly name: string;
  readonly kind: 'connected' | 'native' | 'container';
  readonly url: string;
  readonly settings: Record<string, unknown>;
  readonly secretPath: string;
  readonly forAll: boolean;
  readonly engineVersion: string | null;
  readonly capabilities: string[];
  readonly checkedAt: string | null;
  readonly errorCode: string | null;
  readonly failingSince: string | null;
  readonly companies: { total: number; done: number; working: number; failed: number };
  readonly createdAt: string;
  readonly version: number;
}

const INSTANCES = `
  select i.id, i.engine, i.name, i.kind, i.url, i.settings, i.secret_path as "secretPath", i.for_all as "forAll",
    i.engine_version as "engineVersion", i.capabilities, i.checked_at as "checkedAt", i.error_code as "errorCode",
    i.failing_since as "failingSince", i.created_at as "createdAt", i.version,
    (select json_build_object('total', count(*), 'done', count(*) filter (where t.status = 'done'),
       'working', count(*) filter (where t.status in ('waiting', 'working')),
       'failed', count(*) filter (where t.status = 'failed'))
     from core.tenant_engines t
     where t.instance_id = i.id and t.shared and not (t.wanted = 'absent' and t.reached = 'absent')) as companies
  from core.engine_instances i where i.tenant_id = core.tenant_id()`;

/** Shared ones, by engine and name. Role operator, in the platform's own tenant. */
export const listInstances = (engine: string | null): Statement<InstanceRow> =>
  statement(`${INSTANCES} and ($1::text is null or i.engine = $1) order by i.engine, i.name`, [engine]);

export const findInstance = (id: string): Statement<InstanceRow> =>
  statement(`${INSTANCES} and i.id = $1`, [id]);

export const lockInstance = (id: string): Statement =>
  statement('select from core.engine_instances where tenant_id = core.tenant_id() and id = $1 for update', [
    id,
  ]);

export const findSecret = (path: string): Statement<SealedSecret> =>
  statement(
    `select path, revision, key_id as "keyId", wrapped, sealed from core.secrets
     where tenant_id = core.tenant_id() and path = $1`,
    [path],
  );

export interface InstanceChange {
  readonly id: string;
  readonly url: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly forAll: boolean;
  readonly engineVersion: string | null;
  readonly capabilities: readonly string[];
}

/** `looked`: the look that came before it went well. */
export const changeInstance = (change: InstanceChange, looked: boolean, now: Date): Statement =>
  statement(
    `update core.engine_instances set url = $2, settings = $3, for_all = $4, engine_version = $5, capabilities = $6,
       checked_at = case when $7 then $8::timestamptz else checked_at end,
       error_code = case when $7 then null else error_code end,
       failing_since = case when $7 then null else failing_since end,
       updated_at = $8::timestamptz, version = version + 1
     where tenant_id = core.tenant_id() and id = $1`,
    [
      change.id,
      change.url,
      JSON.stringify(change.settings),
      change.forAll,
      change.engineVersion,
      change.capabilities,
      looked,
      now,
    ],
  );

export const deleteInstance = (id: string): Statement =>
  statement('delete from core.engine_instances where tenant_id = core.tenant_id() and id = $1', [id]);
