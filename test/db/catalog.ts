import pg from 'pg';

/** What PostgreSQL itself says about the schema that the migrations made. */
export interface Column {
  readonly name: string;
  readonly type: string;
  readonly oid: number;
  readonly nullable: boolean;
  /** Whether an insert may or must leave it out. */
  readonly made: 'never' | 'default' | 'always';
  readonly default: string | null;
  readonly comment: string | null;
}
interface Constraint {
  readonly kind: 'primary key' | 'unique' | 'foreign key' | 'check';
  readonly columns: readonly string[];
  readonly definition: string;
}
export interface Policy {
  readonly roles: readonly string[];
  readonly restrictive: boolean;
  readonly command: string;
  readonly using: string | null;
  readonly check: string | null;
}
/** `columns` is null when the right is the whole table's. */
interface Right {
  readonly role: string;
  readonly verb: string;
  readonly columns: readonly string[] | null;
}
export interface Table {
  readonly schema: string;
  readonly name: string;
  readonly comment: string | null;
  readonly columns: readonly Column[];
  readonly constraints: readonly Constraint[];
  readonly indexes: readonly string[];
  readonly policies: readonly Policy[];
  readonly rights: readonly Right[];
}
export interface Routine {
  readonly schema: string;
  readonly signature: string;
  readonly result: string | null;
  readonly definer: boolean;
  readonly comment: string | null;
  readonly roles: readonly string[];
}
export interface Catalog {
  readonly schemas: readonly { readonly name: string; readonly comment: string | null }[];
  readonly tables: readonly Table[];
  readonly routines: readonly Routine[];
}

const SCHEMAS = ['core', 'app', 'identity', 'privacy'];

const QUERY = `
with schemas as (
  select oid, nspname as name, obj_description(oid, 'pg_namespace') as comment
  from pg_namespace where nspname = any ($1)
), tables as (
  select c.oid, s.name as schema, c.relname as name, c.relacl, obj_description(c.oid, 'pg_class') as comment
  from pg_class c join schemas s on s.oid = c.relnamespace where c.relkind in ('r', 'p', 'v') and not c.relispartition
)
select
  (select json_agg(json_build_object('name', name, 'comment', comment) order by array_position($1, name::text)) from schemas) as schemas,
  (select json_agg(json_build_object(
    'schema', t.schema, 'name', t.name, 'comment', t.comment,
    'columns', (
      select json_agg(json_build_object(
        'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'oid', a.atttypid::bigint, 'nullable', not a.attnotnull,
        'made', case when a.attidentity = 'a' or a.attgenerated <> '' then 'always'
          when a.attidentity = 'd' or a.atthasdef then 'default' else 'never' end,
        'default', pg_get_expr(d.adbin, d.adrelid), 'comment', col_description(a.attrelid, a.attnum)) order by a.attnum)
      from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
      where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped),
    'constraints', (
      select coalesce(json_agg(json_build_object(
        'kind', case k.contype when 'p' then 'primary key' when 'u' then 'unique' when 'f' then 'foreign key' else 'check' end,
        'columns', (select json_agg(a.attname order by u.at) from unnest(k.conkey) with ordinality as u (number, at)
          join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.number),
        'definition', pg_get_constraintdef(k.oid)) order by array_position('{p,u,f,c}', k.contype::text), k.conname), '[]')
      from pg_constraint k where k.conrelid = t.oid and k.contype in ('p', 'u', 'f', 'c')),
    'indexes', (
      select coalesce(json_agg(regexp_replace(pg_get_indexdef(i.indexrelid), '^.* USING ', '') order by x.relname), '[]')
      from pg_index i join pg_class x on x.oid = i.indexrelid
      where i.indrelid = t.oid and not exists (select 1 from pg_constraint k where k.conindid = i.indexrelid)),
    'policies', (
      select coalesce(json_agg(json_build_object(
        'roles', p.roles, 'restrictive', p.permissive = 'RESTRICTIVE', 'command', lower(p.cmd),
        'using', p.qual, 'check', p.with_check) order by p.policyname), '[]')
      from pg_policies p where p.schemaname = t.schema and p.tablename = t.name),
    'rights', (
      select coalesce(json_agg(r order by r.role, array_position('{select,insert,update,delete}', r.verb)), '[]') from (
        select pg_get_userbyid(x.grantee) as role, lower(x.privilege_type) as verb, null::json as columns
        from aclexplode(t.relacl) x
        union all
        select pg_get_userbyid(x.grantee), lower(x.privilege_type), json_agg(a.attname order by a.attnum)
        from pg_attribute a, aclexplode(a.attacl) x where a.attrelid = t.oid and not a.attisdropped group by 1, 2) r
      where r.verb in ('select', 'insert', 'update', 'delete')))
    order by array_position($1, t.schema::text), t.name) from tables t) as tables,
  (select coalesce(json_agg(json_build_object(
    'schema', s.name, 'signature', f.proname || '(' || pg_get_function_identity_arguments(f.oid) || ')',
    'result', pg_get_function_result(f.oid), 'definer', f.prosecdef, 'comment', obj_description(f.oid, 'pg_proc'),
    'roles', (select coalesce(json_agg(case x.grantee when 0 then 'public' else pg_get_userbyid(x.grantee) end order by 1), '[]')
      from aclexplode(f.proacl) x where x.grantee <> f.proowner)) order by s.name, f.proname), '[]')
   from pg_proc f join schemas s on s.oid = f.pronamespace) as routines`;

/** `url` is an administrator's. */
export async function readCatalog(url: string): Promise<Catalog> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Catalog>(QUERY, [SCHEMAS]);
    return rows[0]!;
  } finally {
    await client.end();
  }
}
