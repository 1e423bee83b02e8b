import { SignJWT } from 'jose';
import pg from 'pg';
import { createDatabase } from '#test/harness/cluster.ts';
import { startPostgrest } from '#test/engines/live/postgrest.ts';
import { supabaseAttacks } from './attacks.ts';
import { supabaseContract, type Side } from './contract.ts';
import { exampleTables, SCHEMA, type Row } from './tables.ts';
import { supabaseScene } from './world.ts';

const JWT_SECRET = 'secret of the service role in tests, long enough';

/** The real thing, set up as Supabase sets it up: a role that passes row-level security, known by a signed token. */
async function open(): Promise<Side> {
  const database = await createDatabase({ empty: true });
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  await admin.query(`
    create role authenticator login noinherit password 'authenticator';
    create role anon nologin;
    create role service_role nologin bypassrls;
    grant anon, service_role to authenticator;
    ${SCHEMA}
    create function leak() returns setof customers language sql as 'select * from customers';
    create function everything(orders) returns setof customers language sql as 'select * from customers';
    grant usage on schema public to service_role;
    grant all on all tables in schema public to service_role;
    grant all on all sequences in schema public to service_role;`);
  const url = new URL(database.url);
  url.username = 'authenticator';
  url.password = 'authenticator';
  const server = await startPostgrest({
    databaseUrl: url.href,
    schemas: ['public'],
    anonymousRole: 'anon',
    jwtSecret: JWT_SECRET,
  });
  const key = await new SignJWT({ role: 'service_role' })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(Buffer.from(JWT_SECRET));
  const insert = (table: string, rows: readonly Row[]): Promise<unknown> =>
    admin.query(
      `insert into ${table} overriding system value select * from json_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(rows)],
    );
  return {
    url: server.url,
    key,
    path: '',
    async fill(own, other) {
      await admin.query('truncate orders, customers, notes restart identity');
      const { customers, orders, notes } = exampleTables(own, other);
      await insert('customers', customers.rows);
      await insert('orders', orders.rows);
      await insert('notes', notes.rows);
    },
    rows: async (table) => {
      const { rows } = await admin.query<{ row: Row }>(
        `select row_to_json(t) as row from ${table} t order by id`,
      );
      return rows.map(({ row }) => row);
    },
    async close() {
      await server.stop();
      await admin.end();
      await database.drop();
    },
  };
}

const scene = supabaseScene(open);
supabaseContract(scene);
supabaseAttacks(scene, 600);
