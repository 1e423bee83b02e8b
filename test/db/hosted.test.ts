import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import {
  initPostgres,
  locatePostgres,
  type PostgresPlace,
  postgresUrl,
  startPostgres,
  stopPostgres,
} from '#host/postgres.ts';
import { superuserPassword } from '#host/postgres-password.ts';
import { migrate } from '#platform/db/migrate.ts';
import { createPool } from '#platform/db/pool.ts';
import { ping } from '#platform/db/records.ts';
import { SECRET } from '#test/harness/cluster.ts';

const ROLES = ['app', 'operator', 'identity', 'relay', 'sealer'] as const;

/** As Supabase gives it: CREATEROLE and its own database, and no superuser. Roles are a cluster's, so it has one of its own. */
describe('a hosted database, whose administrator is no superuser', () => {
  let home: string;
  let place: PostgresPlace;
  let url: string;
  before(async () => {
    home = mkdtempSync(join(tmpdir(), 'smarteros-hosted-'));
    place = locatePostgres(home);
    const password = superuserPassword(SECRET);
    await initPostgres(place, { sync: false, password });
    await startPostgres(place, { settings: { fsync: 'off' }, password });
    const admin = new pg.Client({ connectionString: postgresUrl(place, password, 'postgres') });
    await admin.connect();
    await admin.query(
      `create role host_admin login createrole createdb replication bypassrls password 'host'`,
    );
    await admin.query('create database hosted owner host_admin');
    await admin.end();
    const hosted = new URL(postgresUrl(place, undefined, 'hosted'));
    hosted.username = 'host_admin';
    hosted.password = 'host';
    url = hosted.href;
  });
  after(async () => {
    await stopPostgres(place);
    rmSync(home, { recursive: true, force: true });
  });

  it('takes all migrations, and does so again', async () => {
    const { applied } = await migrate({ url, secret: SECRET });
    assert.ok(applied.length > 10);
    assert.deepEqual(await migrate({ url, secret: SECRET }), { applied: [] });
  });

  it('lets each role in, and none past the fence', async () => {
    for (const role of ROLES) {
      const pool = createPool({ url, secret: SECRET, role, max: 1 });
      await pool.batch([ping]);
      await pool.end();
    }
    const admin = new pg.Client({ connectionString: url });
    await admin.connect();
    const { rows } = await admin.query<{ rolname: string }>(
      `select rolname from pg_roles where rolname like 'smarteros%' and (rolsuper or rolbypassrls or rolcreaterole)`,
    );
    await admin.end();
    assert.deepEqual(rows, []);
  });
});
