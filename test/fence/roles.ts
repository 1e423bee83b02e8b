import { OUR_NAMESPACE, type Query, type Relation } from './catalog.ts';
import {
  CORE_GRANTS,
  FENCED_SCHEMAS,
  PEOPLE_SCHEMA,
  POLICIES,
  REGISTERS_SCHEMA,
  ROLES,
  SCHEMAS,
} from './expected.ts';

interface Grant {
  readonly name: string;
  readonly schema: string;
  readonly kind: string;
  readonly grantee: string;
  readonly rights: string;
}

/** `DELETE INSERT SELECT UPDATE(name,version)` per relation and grantee; owners' own rights are left out. */
const GRANTS = `
  with held as (
    select c.oid, a.grantee, a.privilege_type as verb, null as col, a.is_grantable from pg_class c
      cross join lateral aclexplode(c.relacl) a where a.grantee <> c.relowner
    union all
    select c.oid, a.grantee, a.privilege_type, t.attname, a.is_grantable from pg_class c
      join pg_attribute t on t.attrelid = c.oid cross join lateral aclexplode(t.attacl) a where a.grantee <> c.relowner),
  verbs as (
    select oid, grantee, verb || coalesce('(' || string_agg(col, ',' order by col) || ')', '')
      || case when bool_or(is_grantable) then ' WITH GRANT OPTION' else '' end as verb
    from held group by oid, grantee, verb, col is null)
  select format('%s.%s', n.nspname, c.relname) as name, n.nspname as schema, c.relkind as kind,
    coalesce(pg_get_userbyid(nullif(v.grantee, 0)), 'PUBLIC') as grantee, string_agg(v.verb, ' ' order by v.verb) as rights
  from verbs v join pg_class c on c.oid = v.oid join pg_namespace n on n.oid = c.relnamespace
  where ${OUR_NAMESPACE} group by 1, 2, 3, 4`;

/** Features' tables: all of the four verbs at most, whole or by column. */
const OURS: ReadonlySet<string> = new Set(FENCED_SCHEMAS);
const APP_RIGHTS = /^(?:(?:DELETE|INSERT|SELECT|UPDATE)(?:\([\w,]+\))?(?: |$))+$/;

export async function grantProblems(query: Query, all: readonly Relation[]): Promise<string[]> {
  const grants = await query<Grant>(GRANTS);
  const problems = grants.flatMap((grant) => {
    const right = rightsOf(grant);
    return right === true || right === grant.rights
      ? []
      : [`${grant.name}: ${grant.grantee} holds ${grant.rights}${right ? ` instead of ${right}` : ''}`];
  });
  for (const [name, roles] of Object.entries(CORE_GRANTS)) {
    for (const [role, rights] of Object.entries(roles)) {
      const held = grants.some((grant) => grant.name === name && grant.grantee === role);
      if (!held) problems.push(`${name}: ${role} lacks ${rights}`);
    }
  }
  for (const { name, schema, kind, owner } of all) {
    const wanted = SCHEMAS[schema]?.owner;
    if (owner !== wanted)
      problems.push(
        `${name}: belongs to ${owner} instead of ${wanted ?? 'nobody: the schema isn’t planned'}`,
      );
    const backedUp = grants.some((grant) => grant.name === name && grant.grantee === 'smarteros_backup');
    if (OURS.has(schema) && kind !== 'S' && !backedUp)
      problems.push(`${name}: smarteros_backup may not read it`);
  }
  return problems;
}

/** What the grantee may hold: exactly that text, or true for "it is fine"; undefined for nothing. */
function rightsOf({ name, schema, kind, grantee, rights }: Grant): string | true | undefined {
  if (grantee === 'smarteros_backup' && OURS.has(schema) && kind !== 'S') return 'SELECT';
  if (schema === 'core' || schema === 'graphile_worker') return CORE_GRANTS[name]?.[grantee];
  if (schema === REGISTERS_SCHEMA && kind !== 'S') {
    const planned = Object.keys(POLICIES[name] ?? {}).some((policy) => policy.startsWith(`${grantee}:`));
    return (grantee === 'smarteros_app' || planned) && APP_RIGHTS.test(rights) ? true : undefined;
  }
  const role = { app: 'smarteros_app', [PEOPLE_SCHEMA]: 'smarteros_identity' }[schema];
  return kind !== 'S' && grantee === role && APP_RIGHTS.test(rights) ? true : undefined;
}

export async function schemaProblems(query: Query): Promise<string[]> {
  const rows = await query<{ name: string; owner: string; grantee: string | null; verb: string }>(`
    select n.nspname as name, pg_get_userbyid(n.nspowner) as owner,
      case when a.grantee is null then null else coalesce(pg_get_userbyid(nullif(a.grantee, 0)), 'PUBLIC') end as grantee,
      a.privilege_type as verb
    from pg_namespace n left join lateral aclexplode(n.nspacl) a on a.grantee <> n.nspowner
    where ${OUR_NAMESPACE}`);
  const problems = rows.flatMap(({ name, owner, grantee, verb }) => {
    const plan = SCHEMAS[name];
    if (!plan) return [`schema ${name} isn’t planned`];
    if (owner !== plan.owner) return [`schema ${name} belongs to ${owner} instead of ${plan.owner}`];
    if (grantee === null || (verb === 'USAGE' && plan.usage.includes(grantee))) return [];
    return [`schema ${name}: ${grantee} holds ${verb}`];
  });
  const defaults = await query<{ line: string }>(`
    select format('%s %s %s', pg_get_userbyid(d.defaclrole), d.defaclobjtype,
      coalesce(string_agg(format('%s=%s', coalesce(pg_get_userbyid(nullif(a.grantee, 0)), 'PUBLIC'), a.privilege_type), ' '), '-')) as line
    from pg_default_acl d left join lateral aclexplode(d.defaclacl) a on true group by d.oid, d.defaclrole, d.defaclobjtype`);
  const closed = 'smarteros_owner f smarteros_owner=EXECUTE';
  if (!defaults.some(({ line }) => line === closed))
    problems.push('default privileges: new functions of smarteros_owner are open to PUBLIC');
  const opened = defaults
    .filter(({ line }) => line !== closed)
    .map(({ line }) => `default privileges: ${line}`);
  return [...new Set([...problems, ...opened])];
}

export async function roleProblems(query: Query): Promise<string[]> {
  const owner = 'smarteros_owner';
  const known = [...ROLES, owner].map((role) => `'${role}'`).join(', ');
  const rows = await query<{ problem: string }>(`
    with roles as (select * from pg_roles where oid >= 16384),
    flags as (
      select rolname, flag from roles cross join lateral (values ('superuser', rolsuper), ('bypassrls', rolbypassrls),
        ('createrole', rolcreaterole), ('createdb', rolcreatedb), ('replication', rolreplication)) f (flag, held) where held)
    select format('role %s is %s', rolname, flag) as problem from flags
    union all select format('role %s may log in', rolname) from roles where rolname = '${owner}' and rolcanlogin
    union all select format('role %s isn’t there', r) from unnest(array[${known}]) r
      where not exists (select from roles where rolname = r)
    union all select format('role %s is a member of %s', m.member::regrole, m.roleid::regrole) from pg_auth_members m
      join roles on roles.oid = m.member where (roles.rolname, m.roleid::regrole::text) <> ('smarteros_backup', 'pg_read_all_data')
    union all select format('role %s has %s instead of search_path=pg_catalog, pg_temp', r.rolname,
        coalesce((select s from pg_db_role_setting d, unnest(d.setconfig) s where d.setrole = r.oid and s like 'search_path=%'), 'no search_path'))
      from roles r where r.rolname in (${known}) and r.rolname <> '${owner}' and not exists (
        select from pg_db_role_setting d where d.setrole = r.oid and 'search_path=pg_catalog, pg_temp' = any (d.setconfig))
    union all select format('routine %s belongs to %s', p.oid::regprocedure, p.proowner::regrole) from pg_proc p
      join pg_namespace n on n.oid = p.pronamespace
      where ${OUR_NAMESPACE} and p.proowner::regrole::text
        <> case n.nspname when 'graphile_worker' then 'smarteros_relay' else '${owner}' end
    union all select format('role %s may create schemas', r.rolname) from roles r
      where r.rolname <> '${owner}' and has_database_privilege(r.oid, current_database(), 'create')`);
  return rows.map((row) => row.problem);
}
