import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { PERSONAL_DATA } from '#app/personal-data.ts';
import { createDatabase, type TestDatabase } from '#test/harness/cluster.ts';

/** Tables that name a person or contact and hold nothing else about them. */
const ONLY_IDS: Readonly<Record<string, string>> = {
  'core.closings': 'who asked for a deletion: stands in the audit as well',
  'core.engine_tickets': 'who asked to get in to which engine, for a minute: ids alone',
  'core.engine_people': 'who has a user in which engine: ids alone, kept as proof that somebody was shut out',
  'privacy.holds': 'which contact’s data are kept',
};

describe('whatever is kept about people', () => {
  let database: TestDatabase;
  let admin: pg.Client;
  before(async () => {
    database = await createDatabase();
    admin = new pg.Client({ connectionString: database.url });
    await admin.connect();
  });
  after(async () => {
    await admin.end();
    await database.drop();
  });

  it('is declared by its feature', async () => {
    const { rows } = await admin.query<{ name: string }>(
      `select distinct format('%s.%s', n.nspname, c.relname) as name
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
       where c.relkind in ('r', 'p') and n.nspname in ('core', 'app', 'identity', 'privacy') and not a.attisdropped
         and a.attname in ('person_id', 'contact_id', 'phone', 'email', 'recipient', 'asked_by', 'requester_email', 'peer')
         and c.oid <> 'privacy.breach_notices'::regclass and c.oid <> 'identity.development_messages'::regclass`,
    );
    assert.ok(rows.length > 8);
    const declared = new Set(PERSONAL_DATA.flatMap(({ tables }) => tables));
    const missing = rows.map(({ name }) => name).filter((name) => !declared.has(name) && !(name in ONLY_IDS));
    assert.deepEqual(missing, []);
  });

  it('is there, has names of its own, and is either erased or kept for a reason', async () => {
    const names = PERSONAL_DATA.map(({ name }) => name);
    assert.deepEqual(names, [...new Set(names)]);
    for (const { name, tables, about, erase, keeps } of PERSONAL_DATA) {
      for (const table of tables) {
        const { rows } = await admin.query('select to_regclass($1) as found', [table]);
        assert.ok(rows[0].found, `${name}: ${table}`);
      }
      if (about !== 'people' && tables.length > 0) assert.ok(erase ?? keeps, name);
    }
  });
});
