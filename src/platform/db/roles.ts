import type pg from 'pg';
import { roleName, rolePassword } from './pool.ts';

/**
 * Every table has an index for each way in, led by the tenant. A statement that was prepared while its table was empty
 * would else be planned to read it from end to end, and go on doing so while it fills, until its statistics are renewed.
 */
const BY_INDEX = { enable_seqscan: 'off' };
/** The outbox and the unsealed rows are what their index still holds: in its order, dead entries are met only once. */
const IN_ORDER = { ...BY_INDEX, enable_bitmapscan: 'off' };
// A writer that waits longer than this for a row or key is told so instead of piling up (ARCHITECTURE §1).
const SERVING = {
  lock_timeout: '2s',
  statement_timeout: '30s',
  idle_in_transaction_session_timeout: '60s',
  ...BY_INDEX,
};
const MOVING = { lock_timeout: '10s', idle_in_transaction_session_timeout: '60s', ...IN_ORDER };

/** Runtime roles and what PostgreSQL itself does for each of their sessions. */
const SESSION: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  app: SERVING,
  operator: SERVING,
  identity: SERVING,
  relay: MOVING,
  sealer: MOVING,
  backup: {},
};

/** Those that log in. */
export const LOGIN_ROLES = Object.keys(SESSION).map(roleName);

const quote = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/**
 * Makes the roles of ARCHITECTURE §4 and sets their passwords. Runs as the administrator of DATABASE_URL, who needs
 * CREATEROLE and to own the database (or be superuser).
 */
export async function ensureRoles(admin: pg.ClientBase, secret: Buffer): Promise<void> {
  const { rows } = await admin.query<{ rolname: string }>('select rolname from pg_roles');
  const existing = new Set(rows.map((row) => row.rolname));
  const ensure = async (role: string, options: string): Promise<void> => {
    const name = roleName(role);
    if (!existing.has(name)) await admin.query(`create role ${quote(name)} ${options}`);
  };
  const plain = 'nosuperuser nocreatedb nocreaterole noreplication';
  await ensure('owner', `nologin ${plain}`);
  for (const role of Object.keys(SESSION)) {
    await ensure(role, `login ${plain}`);
    const name = quote(roleName(role));
    await admin.query(`alter role ${name} with login password ${literal(rolePassword(secret, role))}`);
    await admin.query(`alter role ${name} set timezone = 'UTC'`);
    await admin.query(`alter role ${name} set search_path = pg_catalog, pg_temp`);
    for (const [setting, value] of Object.entries(SESSION[role]!)) {
      await admin.query(`alter role ${name} set ${setting} = ${literal(value)}`);
    }
  }
  // Reads every row of every tenant, for backups only. A hosted database may not let us grant that: then `doctor`
  // and the backup say so, and everything else works.
  await admin.query(`grant pg_read_all_data to ${quote(roleName('backup'))}`).catch(() => {});
  await admin.query(`grant ${quote(roleName('owner'))} to current_user`);
}
