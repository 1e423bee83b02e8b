import type { State } from '#core/engine.ts';
import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';
import type { StoredSecret } from '#platform/engines/secrets.ts';

export interface Instance {
  readonly id: string;
  readonly engine: string;
  readonly name: string;
  readonly kind: 'connected' | 'native' | 'container';
  readonly url: string;
  readonly trusted: boolean;
  readonly settings: State;
  readonly secretPath: string;
  readonly forAll: boolean;
  readonly engineVersion: string;
  readonly capabilities: readonly string[];
}

/** In the entered tenant: a company's own, or in the platform's a shared one. The same name again replaces it. */
export const putInstance = (one: Instance, now: Date): Statement<{ id: string }> =>
  statement(
    `insert into core.engine_instances (id, engine, name, kind, url, trusted, settings, secret_path, for_all,
       engine_version, capabilities, checked_at, created_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, $12)
     on conflict (tenant_id, engine, name) do update set kind = excluded.kind, url = excluded.url,
       trusted = excluded.trusted, settings = excluded.settings, secret_path = excluded.secret_path,
       for_all = excluded.for_all, engine_version = excluded.engine_version, capabilities = excluded.capabilities,
       checked_at = excluded.checked_at, error_code = null, failing_since = null, updated_at = excluded.updated_at,
       version = engine_instances.version + 1
     returning id`,
    [
      one.id,
      one.engine,
      one.name,
      one.kind,
      one.url,
      one.trusted,
      JSON.stringify(one.settings),
      one.secretPath,
      one.forAll,
      one.engineVersion,
      one.capabilities,
      now,
    ],
  );

/** The entered tenant's secret, new or changed. */
export const putSecret = (
  path: string,
  { keyId, wrapped, sealed, revision }: StoredSecret,
  now: Date,
): Statement =>
  statement(
    `insert into core.secrets (path, key_id, wrapped, sealed, revision, updated_at) values ($1, $2, $3, $4, $5, $6)
     on conflict (tenant_id, path) do update set key_id = excluded.key_id, wrapped = excluded.wrapped,
       sealed = excluded.sealed, revision = excluded.revision, updated_at = excluded.updated_at`,
    [path, keyId, wrapped, sealed, revision, now],
  );

/** Of the next writing of a secret: 1 for a new one. */
export const nextRevision = (path: string): Statement<{ revision: number }> =>
  statement(
    `select coalesce((select revision from core.secrets where tenant_id = core.tenant_id() and path = $1), 0) + 1
       as revision`,
    [path],
  );

/** From now on the entered company is to have its part of that instance; due at once. */
export const wantEngine = (engine: string, shared: boolean, instanceId: string, now: Date): Statement =>
  statement(
    `insert into core.tenant_engines (engine, shared, instance_id, wanted, status, state, due_at, created_at, updated_at)
     values ($1, $2, $3, 'present', 'waiting', '{}', $4, $4, $4)
     on conflict (tenant_id, engine) do update set shared = excluded.shared, instance_id = excluded.instance_id,
       wanted = 'present', status = 'waiting', generation = tenant_engines.generation + 1, due_at = excluded.due_at,
       updated_at = excluded.updated_at, attempts = 0`,
    [engine, shared, instanceId, now],
  );

export interface EngineRow {
  readonly engine: string;
  readonly shared: boolean;
  readonly wanted: 'present' | 'suspended' | 'absent';
  readonly reached: 'present' | 'suspended' | 'absent' | null;
  readonly usable: boolean;
  readonly status: 'waiting' | 'working' | 'done' | 'failed';
  readonly step: string | null;
  readonly attempts: number;
  readonly errorCode: string | null;
  readonly errorWords: { en: string; es: string } | null;
  readonly dueAt: string | null;
  readonly observedAt: string | null;
  readonly driftedAt: string | null;
}

export const listEngines: Statement<EngineRow> = statement(
  `select engine, shared, wanted, reached, usable, status, step, attempts,
     error_code as "errorCode", error_words as "errorWords", due_at as "dueAt", observed_at as "observedAt",
     drifted_at as "driftedAt"
   from core.tenant_engines where tenant_id = core.tenant_id() order by engine`,
);
