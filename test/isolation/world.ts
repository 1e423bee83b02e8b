import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { EXAMPLE } from '#core/example.ts';
import type { Compiled } from '#kernel/types.ts';
import { tokenHash } from '#platform/db/lookups.ts';
import type { Query } from '#test/fence/catalog.ts';
import { createTestApi, type TestApi } from '#test/harness/api.ts';
import { restoreExample } from '#test/parity/seed.ts';
import type { Input } from './surfaces.ts';

/** An attacker with a company of their own, beside the example's: what examples name belongs to somebody else. */
export interface World {
  readonly t: TestApi;
  readonly admin: pg.Client;
  readonly query: Query;
  readonly own: Awaited<ReturnType<TestApi['tenant']>>;
  /** Another key of the attacker's company. */
  key(scopes: readonly string[]): Promise<{ id: string; token: string }>;
  stop(): Promise<void>;
}

export async function createWorld(): Promise<World> {
  const t = await createTestApi();
  const admin = new pg.Client({ connectionString: t.database.url });
  await admin.connect();
  await restoreExample(admin);
  const own = await t.tenant();
  await t.request('POST /contacts', { token: own.key, body: { name: 'Eva Mala', tags: ['mine'] } });
  return {
    t,
    admin,
    own,
    query: async <R extends object>(sql: string, values?: readonly unknown[]) =>
      (await admin.query(sql, values as unknown[])).rows as R[],
    // Past the API, which knows better than to give out scopes that don't exist.
    key: async (scopes) => {
      const id = crypto.randomUUID();
      const token = `smk_${randomBytes(32).toString('base64url')}`;
      await admin.query(
        `insert into core.api_keys (tenant_id, id, name, prefix, hash, scopes, created_at) values ($1, $2, 'k', 'smk_', $3, $4, now())`,
        [own.id, id, tokenHash(token), scopes],
      );
      return { id, token };
    },
    stop: async () => {
      await admin.end();
      await t.stop();
    },
  };
}

/** All that could name something of the example tenant's: its ids, slug and tax id, wherever they are stored. */
export async function namesOfExample(query: Query): Promise<ReadonlySet<string>> {
  const columns = await query<{ table: string; column: string; tenant: string }>(`
    select format('%I.%I', n.nspname, c.relname) as table, a.attname as column,
      case when c.oid = 'core.tenants'::regclass then 'id' else 'tenant_id' end as tenant
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('core', 'app', 'privacy') and c.relkind in ('r', 'p') and a.atttypid = 'uuid'::regtype and not a.attisdropped
      and (c.oid = 'core.tenants'::regclass or exists (select from pg_attribute t where t.attrelid = c.oid and t.attname = 'tenant_id'))`);
  const names = new Set<string>([EXAMPLE.tenant.slug, EXAMPLE.tenant.taxId]);
  for (const { table, column, tenant } of columns) {
    const rows = await query<{ id: string | null }>(
      `select ${column} as id from ${table} where ${tenant} = $1`,
      [EXAMPLE.tenant.id],
    );
    for (const { id } of rows) if (id !== null) names.add(id);
  }
  return names;
}

const NOBODY: readonly (readonly [form: RegExp, instead: string])[] = [
  [/^[0-9a-f-]{36}$/, '01960000-0000-7000-8000-00000000dead'],
  [/./, '99999999k'],
];

/** The same input about things that don't exist; undefined when it names nothing of the example tenant's. */
export function aboutNobody(input: Input, names: ReadonlySet<string>): Input | undefined {
  let replaced = false;
  const text = JSON.stringify(input, (_, value: unknown) => {
    if (typeof value !== 'string' || !names.has(value)) return value;
    replaced = true;
    return NOBODY.find(([form]) => form.test(value))![1];
  });
  return replaced ? (JSON.parse(text) as Input) : undefined;
}

export const isPublic = ({ operation }: Compiled): boolean => operation.access === 'public';
export const scopeOf = ({ operation: { access } }: Compiled): string | undefined =>
  access === 'public' ? undefined : access.flatMap((rule) => ('scope' in rule ? [rule.scope] : []))[0];
