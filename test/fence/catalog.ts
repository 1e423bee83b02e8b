import pg from 'pg';
import { SECRET } from '#test/harness/cluster.ts';
import { roleUrl, rolePassword } from '#platform/db/pool.ts';

export type Row = Readonly<Record<string, unknown>>;
export type Query = <R extends object = Row>(sql: string, values?: readonly unknown[]) => Promise<R[]>;

/** One connection for the length of `work`. */
export async function connected<T>(
  url: string,
  work: (query: Query, client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(async (sql, values) => (await client.query(sql, values as unknown[])).rows, client);
  } finally {
    await client.end();
  }
}

/** A test database's address as one of the runtime roles. */
export function as(
  url: string,
  role: 'app' | 'identity' | 'operator' | 'relay' | 'sealer' | 'backup',
): string {
  if (role !== 'backup') return roleUrl(url, SECRET, role);
  const parsed = new URL(url);
  parsed.username = 'smarteros_backup';
  parsed.password = rolePassword(SECRET, role);
  return parsed.href;
}

/** Relations of our own, with what most checks need to know of them. */
export interface Relation {
  readonly oid: number;
  readonly name: string;
  readonly schema: string;
  readonly kind: 'r' | 'p' | 'v' | 'm' | 'f' | 'S';
  readonly owner: string;
  readonly enabled: boolean;
  readonly forced: boolean;
  readonly invoker: boolean;
  readonly commented: boolean;
  readonly tenant: boolean;
}

const OURS = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`;

export const relations = (query: Query): Promise<Relation[]> =>
  query<Relation>(`
    select c.oid, format('%s.%s', n.nspname, c.relname) as name, n.nspname as schema, c.relkind as kind,
      pg_get_userbyid(c.relowner) as owner, c.relrowsecurity as enabled, c.relforcerowsecurity as forced,
      coalesce('security_invoker=true' = any (c.reloptions), false) as invoker,
      obj_description(c.oid, 'pg_class') is not null as commented,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped) as tenant
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where ${OURS} and c.relkind in ('r', 'p', 'v', 'm', 'f', 'S') order by 2`);

export const OUR_NAMESPACE = OURS;
