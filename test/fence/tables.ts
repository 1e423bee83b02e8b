import type { Query, Relation } from './catalog.ts';
import {
  FENCED_SCHEMAS,
  PEOPLE_POLICIES,
  PEOPLE_SCHEMA,
  POLICIES,
  TENANT_POLICIES,
  WITHOUT_TENANT,
} from './expected.ts';

interface Policy {
  readonly oid: number;
  readonly name: string;
  readonly text: string;
}

const isTable = (relation: Relation): boolean => relation.kind === 'r' || relation.kind === 'p';
const isFenced = (relation: Relation): boolean =>
  (FENCED_SCHEMAS as readonly string[]).includes(relation.schema);

/** Tables and their policies. */
export async function tableProblems(query: Query, all: readonly Relation[]): Promise<string[]> {
  const tables = all.filter((relation) => isTable(relation) && isFenced(relation));
  const policies = await readPolicies(query);
  const columns = await query<{ oid: number; name: string; problem: string }>(`
    select a.attrelid as oid, a.attname as name,
      case
        when a.attname = 'tenant_id' and (a.atttypid <> 'uuid'::regtype or not a.attnotnull) then 'isn’t uuid not null'
        when a.attname = 'tenant_id' and coalesce(pg_get_expr(d.adbin, d.adrelid), 'core.tenant_id()') <> 'core.tenant_id()'
          then 'has another default than core.tenant_id()'
        when col_description(a.attrelid, a.attnum) is null then 'has no comment'
      end as problem
    from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attnum > 0 and not a.attisdropped`);
  const problems: string[] = [];
  for (const table of tables) {
    const { name } = table;
    if (!table.enabled) problems.push(`${name}: row-level security isn’t enabled`);
    if (!table.forced) problems.push(`${name}: row-level security isn’t forced`);
    if (!table.commented) problems.push(`${name}: has no comment`);
    if (table.schema !== PEOPLE_SCHEMA && table.tenant === name in WITHOUT_TENANT) {
      problems.push(
        `${name}: ${table.tenant ? 'has tenant_id, but stands on the list of tables without' : 'has no tenant_id and no reason'}`,
      );
    }
    for (const column of columns) {
      if (column.oid === table.oid && column.problem)
        problems.push(`${name}.${column.name}: ${column.problem}`);
    }
    problems.push(
      ...policyProblems(
        table,
        policies.filter((policy) => policy.oid === table.oid),
      ),
    );
  }
  for (const { name, schema, kind, oid, enabled } of all) {
    if (schema !== 'graphile_worker' || !enabled || kind !== 'r') continue;
    const readable = policies.some((policy) => policy.oid === oid && policy.text === TENANT_POLICIES[2]);
    if (!readable) problems.push(`${name}: a backup finds it empty`);
  }
  const gone = Object.keys(WITHOUT_TENANT).filter((name) => !tables.some((table) => table.name === name));
  return [...problems, ...gone.map((name) => `${name}: is listed without tenant_id, but isn’t there`)];
}

async function readPolicies(query: Query): Promise<Policy[]> {
  return query<Policy>(`
    select p.polrelid as oid, p.polname as name, format('%s: %s %s using %s check %s',
      coalesce(pg_get_userbyid(nullif(r.role, 0)), 'PUBLIC'),
      case when p.polpermissive then 'permissive' else 'restrictive' end,
      case p.polcmd when '*' then 'ALL' when 'r' then 'SELECT' when 'a' then 'INSERT' when 'w' then 'UPDATE' else 'DELETE' end,
      coalesce(pg_get_expr(p.polqual, p.polrelid), '-'), coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '-')) as text
    from pg_policy p cross join lateral unnest(p.polroles) as r (role)`);
}

/** Policies are compared to the letter: `coalesce(…)` around the setting or an `or` beside it is another policy. */
function policyProblems(table: Relation, found: readonly Policy[]): string[] {
  const wanted = new Set<string>([
    ...(table.schema === PEOPLE_SCHEMA ? PEOPLE_POLICIES : table.tenant ? TENANT_POLICIES : []),
    ...Object.keys(POLICIES[table.name] ?? {}),
  ]);
  const there = new Set(found.map((policy) => policy.text));
  return [
    ...found
      .filter((policy) => !wanted.has(policy.text))
      .map((policy) => `${table.name}: policy ${policy.name} isn’t planned (${policy.text})`),
    ...[...wanted]
      .filter((text) => !there.has(text))
      .map((text) => `${table.name}: lacks the policy ${text}`),
  ];
}

/** Everything that is no table but can be read like one. */
export async function viewProblems(query: Query, all: readonly Relation[]): Promise<string[]> {
  const problems: string[] = [];
  for (const relation of all) {
    if (relation.schema === 'graphile_worker') continue;
    const { name, kind } = relation;
    if (kind === 'v' && !relation.invoker) problems.push(`${name}: the view isn’t security_invoker`);
    if (kind === 'v' && !relation.commented) problems.push(`${name}: has no comment`);
    if (kind === 'm')
      problems.push(`${name}: is a materialised view, which row-level security can’t apply to`);
    if (kind === 'f') problems.push(`${name}: is a foreign table, which row-level security can’t apply to`);
    if (kind === 'S' && isFenced(relation) && !name.endsWith('_seq') && !relation.commented) {
      problems.push(`${name}: has no comment`);
    }
  }
  const others = await query<{ problem: string }>(`
    select format('%s: rule %s rewrites what the fence sees', r.ev_class::regclass, r.rulename) as problem
      from pg_rewrite r where r.rulename <> '_RETURN' and r.oid >= 16384
    union all select format('publication %s sends rows past the fence', pubname) from pg_publication
    union all select format('foreign server %s', srvname) from pg_foreign_server
    union all select format('event trigger %s', evtname) from pg_event_trigger
    union all select format('extension %s isn’t planned', extname) from pg_extension where extname <> 'plpgsql'`);
  return [...problems, ...others.map((row) => row.problem)];
}
