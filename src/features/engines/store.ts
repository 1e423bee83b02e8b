import type { Company, State, Wanted } from '#core/engine.ts';
import type { Statement } from '#core/db.ts';
import { statement } from '#platform/db/statement.ts';

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

const INSERT = `insert into core.engine_instances (id, engine, name, kind, url, trusted, settings, secret_path, for_all,
    engine_version, capabilities, checked_at, created_at, updated_at)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12, $12)`;

const valuesOf = (one: Instance, now: Date): unknown[] => [
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
];

/** In the entered tenant: a company's own, or in the platform's a shared one. */
export const insertInstance = (one: Instance, now: Date): Statement => statement(INSERT, valuesOf(one, now));

/** The same name again replaces it. */
export const putInstance = (one: Instance, now: Date): Statement<{ id: string }> =>
  statement(
    `${INSERT}
     on conflict (tenant_id, engine, name) do update set kind = excluded.kind, url = excluded.url,
       trusted = excluded.trusted, settings = excluded.settings, secret_path = excluded.secret_path,
       for_all = excluded.for_all, engine_version = excluded.engine_version, capabilities = excluded.capabilities,
       checked_at = excluded.checked_at, error_code = null, failing_since = null, updated_at = excluded.updated_at,
       version = engine_instances.version + 1
     returning id`,
    valuesOf(one, now),
  );

/**
 * From now on the entered company is to have its part of that instance; due at once. What was known of another instance,
 * or with `anew` of the same at another address, is forgotten: the steps find what is there.
 */
export const wantEngine = (
  engine: string,
  instance: { shared: boolean; id: string },
  now: Date,
  anew = false,
): Statement =>
  statement(
    `insert into core.tenant_engines (engine, shared, instance_id, wanted, status, state, due_at, created_at, updated_at)
     values ($1, $2, $3, 'present', 'waiting', '{}', $4, $4, $4)
     on conflict (tenant_id, engine) do update set shared = excluded.shared, instance_id = excluded.instance_id,
       wanted = 'present', status = 'waiting', generation = tenant_engines.generation + 1, due_at = excluded.due_at,
       updated_at = excluded.updated_at, attempts = 0, error_code = null, error_words = null,
       reached = case when $5 or tenant_engines.instance_id <> excluded.instance_id then null else tenant_engines.reached end,
       usable = not $5 and tenant_engines.instance_id = excluded.instance_id and tenant_engines.usable,
       state = case when $5 or tenant_engines.instance_id <> excluded.instance_id then '{}' else tenant_engines.state end`,
    [engine, instance.shared, instance.id, now, anew],
  );

/** The same, unless the company has, or had, the engine already: its people may have removed it. */
export const wantEngineOnce = (engine: string, instanceId: string, now: Date): Statement =>
  statement(
    `insert into core.tenant_engines (engine, shared, instance_id, wanted, status, state, due_at, created_at, updated_at)
     values ($1, true, $2, 'present', 'waiting', '{}', $3, $3, $3) on conflict do nothing`,
    [engine, instanceId, now],
  );

export interface EngineRow {
  readonly engine: string;
  readonly shared: boolean;
  readonly instanceId: string;
  readonly wanted: Wanted;
  readonly generation: number;
  readonly reached: Wanted | null;
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

const ENGINE = `engine, shared, instance_id as "instanceId", wanted, generation, reached, usable, status, step, attempts,
  error_code as "errorCode", error_words as "errorWords", due_at as "dueAt", observed_at as "observedAt",
  drifted_at as "driftedAt"`;
const OF_ENGINE = `tenant_id = core.tenant_id() and engine = $1`;

export const listEngines: Statement<EngineRow> = statement(
  `select ${ENGINE} from core.tenant_engines where tenant_id = core.tenant_id() order by engine`,
);

export const findEngineRow = (engine: string): Statement<EngineRow> =>
  statement(`select ${ENGINE} from core.tenant_engines where ${OF_ENGINE}`, [engine]);

export const lockEngineRow = (engine: string): Statement<EngineRow> =>
  statement(`select ${ENGINE} from core.tenant_engines where ${OF_ENGINE} for update`, [engine]);

export const setWanted = (engine: string, wanted: Wanted, now: Date): Statement<EngineRow> =>
  statement(
    `update core.tenant_engines set wanted = $2, generation = generation + 1, status = 'waiting', attempts = 0,
       due_at = $3, updated_at = $3
     where ${OF_ENGINE} returning ${ENGINE}`,
    [engine, wanted, now],
  );

/** Whatever it waits for: it is looked at now. */
export const setDue = (engine: string, now: Date): Statement<EngineRow> =>
  statement(
    `update core.tenant_engines set due_at = $2, updated_at = $2,
       status = case when status = 'failed' then 'waiting' else status end
     where ${OF_ENGINE} returning ${ENGINE}`,
    [engine, now],
  );

/** What is known of the entered company's instance, a shared one's included. */
export const findInstanceOf = (
  engine: string,
): Statement<{ url: string; version: string | null; capabilities: string[] }> =>
  statement(`select url, engine_version as version, capabilities from core.engine_link($1)`, [engine]);

/** All that are its own, by engine. */
export const ownInstances: Statement<{ engine: string; url: string; trusted: boolean }> = statement(
  `select engine, url, trusted from core.engine_instances where tenant_id = core.tenant_id() order by engine, name`,
);

/** Its own instance. */
export const findOwnInstance = (engine: string): Statement<{ url: string }> =>
  statement(`select url from core.engine_instances where ${OF_ENGINE}`, [engine]);

/** Shared instances that the entered company may have a part of, the emptiest first; `id` names one, open to all or not. */
export const sharedInstances = (
  engine: string | null,
  id: string | null = null,
): Statement<{ engine: string; id: string }> =>
  statement('select engine, id from core.shared_instances($1, $2)', [engine, id]);

/** Of which engines the entered tenant has an instance. */
export const enginesHere: Statement<{ engine: string }> = statement(
  'select distinct engine from core.engine_instances where tenant_id = core.tenant_id()',
);

export interface Checked {
  readonly version: string | null;
  readonly capabilities: readonly string[] | null;
  readonly errorCode: string | null;
}

/** What a look at an instance of the entered tenant found; a failed one leaves what was known. */
export const saveCheck = (id: string, { version, capabilities, errorCode }: Checked, now: Date): Statement =>
  statement(
    `update core.engine_instances set checked_at = $2, error_code = $3::text,
       failing_since = case when $3::text is not null then coalesce(failing_since, $2::timestamptz) end,
       engine_version = coalesce($4, engine_version), capabilities = coalesce($5, capabilities)
     where tenant_id = core.tenant_id() and id = $1`,
    [id, now, errorCode, version, capabilities],
  );

/** The entered company, as steps see it. */
export const findCompany: Statement<{ company: Omit<Company, 'language'> }> = statement(
  `select json_build_object('id', id, 'slug', slug, 'name', name, 'country', country, 'taxId', tax_id) as company
   from core.tenants where id = core.tenant_id()`,
);
