import type { Query } from './catalog.ts';

/** Everything that one tenant, or all of them, have, table by table; equal snapshots mean that nothing has changed. Schema test is pristine.ts’s own. */
export async function snapshot(query: Query, tenantId?: string): Promise<Record<string, unknown>> {
  const tables = await query<{ name: string; tenant: string | null }>(`
    select format('%I.%I', n.nspname, c.relname) as name,
      case when c.oid = 'core.tenants'::regclass then 'id'
        when exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id') then 'tenant_id' end as tenant
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname !~ '^pg_'
      and c.oid <> 'identity.signing_keys'::regclass and n.nspname not in ('information_schema', 'graphile_worker', 'smarteros_meta', 'test') order by 1`);
  const found: Record<string, unknown> = {};
  for (const { name, tenant } of tables) {
    if (tenant === null && tenantId !== undefined) continue;
    // When a key or session was last used is noted some seconds late and says nothing here.
    const [row] = await query<{ rows: unknown }>(
      `select coalesce(json_agg(r order by r::text), '[]') as rows
       from (select to_jsonb(t) - 'last_used_at' - 'seen_at' as r from ${name} t ${tenantId === undefined ? '' : `where ${tenant} = $1`}) x`,
      tenantId === undefined ? [] : [tenantId],
    );
    found[name] = row!.rows;
  }
  return found;
}

/** Only how many rows there are, for comparisons whose difference should fit on a screen. */
export const rowCounts = (shot: Record<string, unknown>): Record<string, number> =>
  Object.fromEntries(Object.entries(shot).map(([name, rows]) => [name, (rows as unknown[]).length]));
