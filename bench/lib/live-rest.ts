import { createHmac } from 'node:crypto';
import pg from 'pg';
import { startPostgrest } from '#test/engines/live/postgrest.ts';
import { createDatabase } from '#test/harness/cluster.ts';

const JWT_SECRET = 'secret of the service role in a bench, long enough';
const PASSWORD = 'authenticator';

const base64url = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The key of the service role, as Supabase gives it out: a token that PostgREST takes. */
function serviceKey(): string {
  const text = `${base64url({ alg: 'HS256', typ: 'JWT' })}.${base64url({ role: 'service_role' })}`;
  return `${text}.${createHmac('sha256', JWT_SECRET).update(text).digest('base64url')}`;
}

/** PostgREST over a database with a table of companies, each row told apart by the company's slug. */
export async function startRest(): Promise<{
  url: string;
  key: string;
  rows(table: string): Promise<Record<string, unknown>[]>;
  stop(): Promise<void>;
}> {
  const database = await createDatabase({ empty: true });
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  await admin.query(`
    create role authenticator login noinherit password '${PASSWORD}';
    create role anon nologin;
    create role service_role nologin bypassrls;
    grant anon, service_role to authenticator;
    create table companies (tenant_id text primary key, name text not null);
    create table notes (id int generated always as identity primary key, tenant_id text not null, body text, done bool);
    grant usage on schema public to service_role;
    grant all on all tables in schema public to service_role;`);
  const url = new URL(database.url);
  url.username = 'authenticator';
  url.password = PASSWORD;
  const server = await startPostgrest({
    databaseUrl: url.href,
    schemas: ['public'],
    anonymousRole: 'anon',
    jwtSecret: JWT_SECRET,
  });
  return {
    url: server.url,
    key: serviceKey(),
    rows: async (table) => (await admin.query(`select * from ${table}`)).rows as Record<string, unknown>[],
    stop: async () => {
      await server.stop();
      await admin.end();
      await database.drop();
    },
  };
}
