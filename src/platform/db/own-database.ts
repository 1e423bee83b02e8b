import pg from 'pg';

const NAME = /^[a-z][a-z0-9_]{0,40}$/;
const PASSWORD = /^[\w-]{20,}$/;

/**
 * A database and a login of the same name, for a program that isn't ours and keeps its data beside ours; it gets into
 * that one alone. Twice does no harm. Name and password (base64url) must be of our own making.
 */
export async function ensureOwnDatabase(adminUrl: string, name: string, password: string): Promise<void> {
  if (!NAME.test(name)) throw new Error(`${name} is no name of a database`);
  if (!PASSWORD.test(password)) throw new Error(`the password of ${name} is none of ours`);
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const { rows } = await admin.query<{ role: boolean; database: boolean }>(
      `select exists (select from pg_roles where rolname = $1) as role,
         exists (select from pg_database where datname = $1) as database`,
      [name],
    );
    if (!rows[0]!.role) await admin.query(`create role ${name} login`);
    if (!rows[0]!.database) await admin.query(`create database ${name} owner ${name}`);
    await admin.query(`alter role ${name} with login password '${password}'`);
    const { rows: databases } = await admin.query<{ name: string }>(
      `select quote_ident(datname) as name from pg_database where datallowconn order by 1`,
    );
    for (const one of databases) await admin.query(`revoke connect on database ${one.name} from public`);
  } finally {
    await admin.end();
  }
}
