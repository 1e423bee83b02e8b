import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { createTestApi, type TestApi } from '#test/harness/api.ts';
import { connected, type Query, type Row } from './catalog.ts';

type Tenant = Awaited<ReturnType<TestApi['tenant']>>;

export interface Table {
  readonly name: string;
  /** `tenant_id`, or `id` of tenants itself. */
  readonly tenantColumn: string;
  /** Columns that can be written, and what kind of value each takes. */
  readonly columns: readonly {
    readonly name: string;
    readonly type: string;
    readonly insert: boolean;
    readonly update: boolean;
  }[];
  readonly insert: boolean;
}

/** Two tenants with rows in every tenant table, and those tables as the catalogue knows them. */
export interface World {
  readonly t: TestApi;
  readonly url: string;
  readonly a: Tenant;
  readonly b: Tenant;
  readonly tables: readonly Table[];
  /** A row of each table that belongs to tenant b. */
  readonly rowOf: (table: string) => Row;
  stop(): Promise<void>;
}

export async function createWorld(): Promise<World> {
  const t = await createTestApi();
  const { url } = t.database;
  const [a, b] = [await t.tenant(), await t.tenant()];
  for (const tenant of [a, b]) await live(t, tenant.key);
  const { tables, rows } = await connected(url, async (query) => {
    // Both count the same in the same hour: made-up rows tell the companies apart.
    await query('delete from core.counters');
    const found = await readTables(query);
    const theirs = new Map<string, Row>();
    for (const table of found) {
      for (const tenant of [a, b]) {
        const [row] = await rowsOf(query, table, tenant.id);
        theirs.set(table.name, row ?? (await fill(query, table, tenant.id)));
      }
    }
    return { tables: found, rows: theirs };
  });
  return { t, url, a, b, tables, rowOf: (table) => rows.get(table)!, stop: () => t.stop() };
}

/** A little of everything that tenants do, so that most rows are real ones. */
async function live(t: TestApi, token: string): Promise<void> {
  const made = await t.request('POST /contacts', {
    token,
    body: { name: 'Ana Pérez', email: 'ana@example.com', tags: ['vip'] },
    headers: { 'idempotency-key': 'first' },
  });
  assert.equal(made.status, 201);
  const form = await t.request('POST /forms', { token, body: { name: 'Web', consentText: 'Acepto' } });
  const message = {
    form: form.body.id,
    name: 'Luis',
    email: 'luis@example.com',
    message: 'Hola',
    consent: true,
  };
  // By the site's own program, which is believed, and by a stranger, who waits.
  assert.equal((await t.request('POST /contact', { token, body: message })).status, 200);
  assert.equal((await t.request('POST /contact', { body: message })).status, 200);
  const template = { name: 'hola', language: 'es' };
  const queued = await t.request('POST /messages', { token, body: { to: '+56912345678', template } });
  assert.equal(queued.status, 200);
}

const readTables = (query: Query): Promise<Table[]> =>
  query<Table>(`
    select format('%I.%I', n.nspname, c.relname) as name,
      case when c.oid = 'core.tenants'::regclass then 'id' else 'tenant_id' end as "tenantColumn",
      has_any_column_privilege('smarteros_app', c.oid, 'insert') as insert,
      (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null),
          'insert', has_column_privilege('smarteros_app', c.oid, a.attnum, 'insert'),
          'update', has_column_privilege('smarteros_app', c.oid, a.attnum, 'update')) order by a.attnum)
        from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          and a.attidentity = '' and a.attgenerated = '') as columns
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'graphile_worker')
      and n.nspname <> 'identity' and (c.oid = 'core.tenants'::regclass
        or exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped))
    order by 1`);

const rowsOf = async (query: Query, table: Table, tenantId: string): Promise<Row[]> =>
  (
    await query<{ row: Row }>(
      `select row_to_json(t) as row from ${table.name} t where ${table.tenantColumn} = $1 limit 1`,
      [tenantId],
    )
  ).map(({ row }) => row);

/** By type, for tables that nothing above writes to yet. */
const SAMPLES: Readonly<Record<string, () => unknown>> = {
  uuid: () => crypto.randomUUID(),
  text: () => crypto.randomUUID(),
  bytea: () => String.raw`\x${randomBytes(32).toString('hex')}`,
  boolean: () => false,
  integer: () => 1,
  bigint: () => 1,
  json: () => ({}),
  jsonb: () => ({}),
  'double precision': () => 1,
  'text[]': () => [],
  'timestamp with time zone': () => '2026-01-01T00:00:00Z',
};

/** By column, where the type alone doesn't do. */
const SPECIAL: Readonly<Record<string, () => unknown>> = {
  'app.contact_links.status': () => 'linked',
  'app.custom_fields.type': () => 'text',
  'app.hook_deliveries.status': () => 'done',
  'app.imports.format': () => 'csv',
  'app.imports.state': () => 'uploading',
  'app.logos.type': () => 'image/png',
  'app.webhook_deliveries.status': () => 'waiting',
  'app.webhook_endpoints.disabled_reason': () => 'asked',
  'core.engine_instances.kind': () => 'connected',
  'core.mcp_servers.status': () => 'active',
  'core.notification_choices.channel': () => 'mail',
  'core.engine_people.status': () => 'done',
  'core.engine_people.wanted': () => 'present',
  'core.tenant_engines.reached': () => 'present',
  'core.tenant_engines.status': () => 'done',
  'core.tenant_engines.wanted': () => 'present',
  'core.memberships.role': () => 'custom',
  'privacy.requests.kind': () => 'access',
  'privacy.requests.state': () => 'received',
  'privacy.breaches.risk': () => 'low',
  'privacy.breaches.state': () => 'open',
  'privacy.holds.basis': () => 'other',
};

/** Past foreign keys, as nobody but a test may. Checks still hold: a table that has some needs a line in `live`. */
async function fill(query: Query, table: Table, tenantId: string): Promise<Row> {
  const values = table.columns.map(({ name, type }) => {
    const sample = SPECIAL[`${table.name}.${name}`] ?? SAMPLES[type];
    assert.ok(sample, `${table.name}.${name}: no sample for the type ${type}`);
    return [name, name === table.tenantColumn ? tenantId : sample()] as const;
  });
  const row = Object.fromEntries(values);
  await query('set session_replication_role = replica');
  await query(insertOf(table), [JSON.stringify(row)]);
  await query('set session_replication_role = origin');
  return row;
}

/** Inserts `$1`, a row as JSON: the columns that app may insert, or all where it may none. */
export function insertOf({ name, columns, insert }: Table): string {
  const list = columns
    .filter((column) => column.insert || !insert)
    .map((column) => `"${column.name}"`)
    .join(', ');
  return `insert into ${name} (${list}) select ${list} from json_populate_record(null::${name}, $1)`;
}
