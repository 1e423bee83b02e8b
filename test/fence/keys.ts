import type { Query } from './catalog.ts';
import {
  FENCED_SCHEMAS,
  INDEX_WITHOUT_TENANT,
  KEY_WITHOUT_TENANT,
  PEOPLE_SCHEMA,
  WITHOUT_TENANT,
} from './expected.ts';

interface Index {
  readonly name: string;
  readonly table: string;
  readonly unique: boolean;
  readonly columns: readonly string[];
}
interface ForeignKey {
  readonly name: string;
  readonly child: string;
  readonly parent: string;
  readonly from: readonly string[];
  readonly to: readonly string[];
}

const quoted = FENCED_SCHEMAS.map((schema) => `'${schema}'`).join(', ');

/** Keys that cross tenants tell one tenant what another has (a 23505 or 23503 is an answer), and can't be distributed. */
export async function keyProblems(query: Query): Promise<string[]> {
  const indexes = await query<Index>(`
    select format('%s.%s', n.nspname, i.relname) as name, format('%s.%s', n.nspname, t.relname) as table,
      x.indisunique or x.indisexclusion as unique,
      array(select coalesce(a.attname::text, '(expression)') from generate_series(0, x.indnkeyatts - 1) as g (k)
        left join pg_attribute a on a.attrelid = x.indrelid and a.attnum = x.indkey[g.k] and a.attnum > 0 order by g.k) as columns
    from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
      join pg_namespace n on n.oid = t.relnamespace
    where n.nspname in (${quoted}) order by 1`);
  const keys = await query<ForeignKey>(`
    select c.conname as name, c.conrelid::regclass::text as child, c.confrelid::regclass::text as parent,
      array(select a.attname::text from unnest(c.conkey) with ordinality k (n, i)
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n order by k.i) as from,
      array(select a.attname::text from unnest(c.confkey) with ordinality k (n, i)
        join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.n order by k.i) as to
    from pg_constraint c join pg_namespace n on n.oid = c.connamespace
    where c.contype = 'f' and n.nspname in (${quoted}) order by 1`);
  const unkeyed = await query<{ name: string }>(`
    select format('%s.%s', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in (${quoted}) and c.relkind in ('r', 'p')
      and not exists (select from pg_index x where x.indrelid = c.oid and x.indisprimary)`);
  const gone = Object.keys(INDEX_WITHOUT_TENANT).filter(
    (name) => !indexes.some((index) => index.name === name),
  );
  return [
    ...unkeyed.map(({ name }) => `${name}: has no primary key`),
    ...indexes.flatMap(indexProblems),
    ...keys.flatMap(foreignKeyProblems),
    ...gone.map((name) => `${name}: is listed as an index without tenant_id, but isn’t there`),
  ];
}

const isPeoples = (table: string): boolean => table.startsWith(`${PEOPLE_SCHEMA}.`);

function indexProblems({ name, table, unique, columns }: Index): string[] {
  if (table in WITHOUT_TENANT || isPeoples(table)) return [];
  const shape = `${name} on ${table} (${columns.join(', ')})`;
  if (unique && !columns.includes('tenant_id')) return [`${shape}: unique without tenant_id`];
  if (columns[0] !== 'tenant_id' && !(name in INDEX_WITHOUT_TENANT))
    return [`${shape}: tenant_id isn’t its first column`];
  return [];
}

function foreignKeyProblems({ name, child, parent, from, to }: ForeignKey): string[] {
  const at = from.indexOf('tenant_id');
  const target = parent === 'core.tenants' ? 'id' : 'tenant_id';
  if (at >= 0 && to[at] === target) return [];
  if (child in WITHOUT_TENANT && parent in WITHOUT_TENANT) return [];
  if (name in KEY_WITHOUT_TENANT) return [];
  if (isPeoples(child) && isPeoples(parent)) return [];
  return [
    `${name}: ${child} (${from.join(', ')}) → ${parent} (${to.join(', ')}) doesn’t hold tenant_id to tenant_id`,
  ];
}
