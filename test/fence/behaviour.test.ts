import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import pg from 'pg';
import { createPool } from '#platform/db/pool.ts';
import { begin, enter } from '#platform/db/records.ts';
import { statement } from '#platform/db/statement.ts';
import { as, connected, type Query, type Row } from '#test/fence/catalog.ts';
import { KEY_WITHOUT_TENANT } from '#test/fence/expected.ts';
import { createWorld, insertOf, type Table, type World } from '#test/fence/world.ts';
import { SECRET } from '#test/harness/cluster.ts';

const NOBODY = '01960000-0000-7000-8000-00000000dead';
const REFUSED = '42501';

const count = async (query: Query, from: string): Promise<number> =>
  Number((await query<{ n: string }>(`select count(*) as n from ${from}`))[0]!.n);

/** Fresh ids, so that nothing but the tenant can be in the way. */
const renewed = (table: Table, row: Row): Row =>
  Object.fromEntries(
    table.columns.map(({ name, type }) => [
      name,
      type === 'uuid' && name !== table.tenantColumn && row[name] !== null
        ? crypto.randomUUID()
        : type === 'bytea' && row[name] !== null
          ? String.raw`\x${randomBytes(32).toString('hex')}`
          : row[name],
    ]),
  );

describe('the fence, as a connection of smarteros_app meets it', () => {
  let world: World;
  let app: pg.Client;
  const query: Query = async <R extends object>(sql: string, values?: readonly unknown[]) =>
    (await app.query(sql, values as unknown[])).rows as R[];
  /** What became of a statement: the rows it touched, or PostgreSQL's refusal; never to stay. */
  async function attempt(sql: string, values: unknown[] = []): Promise<string> {
    await app.query('begin');
    try {
      return `${(await app.query(sql, values)).rowCount} rows`;
    } catch (error) {
      const { code, message } = error as pg.DatabaseError;
      return `${code} ${message}`;
    } finally {
      await app.query('rollback');
    }
  }
  const enterTenant = (tenantId: string): Promise<unknown> =>
    app.query(`select set_config('app.tenant_id', $1, false)`, [tenantId]);

  before(async () => {
    world = await createWorld();
    app = new pg.Client({ connectionString: as(world.url, 'app') });
    await app.connect();
  });
  after(async () => {
    await app.end();
    await world.stop();
  });

  it('has rows of both tenants in every tenant table', async () => {
    const { tables, a, b, url } = world;
    assert.ok(tables.length >= 10);
    await connected(url, async (admin) => {
      for (const { name, tenantColumn } of tables)
        for (const { id } of [a, b])
          assert.ok((await count(admin, `${name} where ${tenantColumn} = '${id}'`)) > 0, name);
    });
  });

  const states: readonly (readonly [string, () => Promise<unknown>])[] = [
    [
      'no tenant was ever set',
      async () =>
        assert.equal((await query(`select current_setting('app.tenant_id', true) as t`))[0]!['t'], null),
    ],
    ['the setting is empty, as after a transaction', () => enterTenant('')],
    ['a tenant is set that doesn’t exist', () => enterTenant(NOBODY)],
  ];
  for (const [state, enterState] of states) {
    it(`shows and changes nothing when ${state}`, async () => {
      await enterState();
      for (const table of world.tables) {
        const { name, columns } = table;
        assert.equal(await count(query, name), 0, name);
        for (const column of columns) {
          const outcome = await attempt(`update ${name} set "${column.name}" = "${column.name}"`);
          assert.ok(
            column.update ? outcome === '0 rows' : outcome.startsWith(REFUSED),
            `${name}.${column.name}: ${outcome}`,
          );
        }
        assert.match(await attempt(`delete from ${name}`), /^(?:0 rows|42501)/, name);
        assert.match(await attempt(insertOf(table), [JSON.stringify(world.rowOf(name))]), /^42501/, name);
        assert.match(await attempt(`truncate ${name}`), /^42501/, name);
      }
    });
  }

  it('shows a tenant its own rows and no others', async () => {
    await enterTenant(world.a.id);
    for (const table of world.tables) {
      const { name, tenantColumn, columns } = table;
      const own = await connected(world.url, (admin) =>
        count(admin, `${name} where ${tenantColumn} = '${world.a.id}'`),
      );
      assert.equal(await count(query, name), own, name);
      const theirs = `where ${tenantColumn} = '${world.b.id}'`;
      assert.equal(await count(query, `${name} ${theirs}`), 0, name);
      const [column] = columns.filter((one) => one.update);
      if (column)
        assert.equal(await attempt(`update ${name} set "${column.name}" = null ${theirs}`), '0 rows');
      assert.match(await attempt(`delete from ${name} ${theirs}`), /^(?:0 rows|42501)/, name);
      // Handing an own row over is writing into the other's house as well.
      assert.match(await attempt(`update ${name} set ${tenantColumn} = '${world.b.id}'`), /^42501/, name);
    }
  });

  it('refuses another tenant’s row in the same words whether it is there or not', async () => {
    await enterTenant(world.a.id);
    for (const table of world.tables) {
      const row = world.rowOf(table.name);
      const there = await attempt(insertOf(table), [JSON.stringify(row)]);
      const notThere = await attempt(insertOf(table), [JSON.stringify(renewed(table, row))]);
      assert.match(there, /^42501/, table.name);
      assert.equal(there, notThere, table.name);
    }
  });

  it('says nothing about the other tenant’s keys by refusing or taking the same ones', async () => {
    await enterTenant(world.a.id);
    for (const table of world.tables) {
      if (!table.insert || table.name === 'core.tenants') continue;
      const mine = { ...world.rowOf(table.name), [table.tenantColumn]: world.a.id };
      const same = await attempt(insertOf(table), [JSON.stringify(mine)]);
      const fresh = await attempt(insertOf(table), [JSON.stringify(renewed(table, mine))]);
      assert.equal(same, fresh, table.name);
      // A row per tenant: its own is there already, and says nothing about the other's.
      const single = ['core.webhook_heads', 'app.logos'].includes(table.name);
      assert.match(fresh, single ? /^23505/ : /^(?:1 rows|23503)/, table.name);
    }
  });

  it('takes no child of another tenant’s parent, and answers as if there were none', async () => {
    await enterTenant(world.a.id);
    const keys = await connected(world.url, (admin) =>
      admin<{ child: string; parent: string; from: string[]; to: string[] }>(
        `
        select conrelid::regclass::text as child, confrelid::regclass::text as parent,
          array(select attname::text from unnest(conkey) with ordinality k (n, i) join pg_attribute on attrelid = conrelid and attnum = k.n order by i) as from,
          array(select attname::text from unnest(confkey) with ordinality k (n, i) join pg_attribute on attrelid = confrelid and attnum = k.n order by i) as to
        from pg_constraint where contype = 'f' and conname <> all ($1) and connamespace in ('core'::regnamespace, 'app'::regnamespace, 'privacy'::regnamespace)`,
        [Object.keys(KEY_WITHOUT_TENANT)],
      ),
    );
    assert.ok(keys.length > 0);
    for (const { child, parent, from, to } of keys) {
      const table = world.tables.find((one) => one.name === child)!;
      const target = world.rowOf(parent);
      const mine = { ...renewed(table, world.rowOf(child)), tenant_id: world.a.id };
      const pointing = (row: Row): Row =>
        Object.fromEntries(from.flatMap((name, i) => (name === 'tenant_id' ? [] : [[name, row[to[i]!]]])));
      const theirs = await attempt(insertOf(table), [JSON.stringify({ ...mine, ...pointing(target) })]);
      const nobodys = await attempt(insertOf(table), [
        JSON.stringify({ ...mine, ...pointing(Object.fromEntries(to.map((name) => [name, NOBODY]))) }),
      ]);
      assert.match(theirs, /^23503/, child);
      assert.equal(theirs, nobodys, child);
    }
  });

  it('leaves no tenant on a pooled connection, after commit, failure or rollback', async () => {
    const pool = createPool({ url: world.url, secret: SECRET, role: 'app', max: 1 });
    const door = enter(world.a.id, { kind: 'key', id: world.a.keyId });
    const seen = statement<{ n: number; tenant: string | null }>(
      `select count(*)::int as n, current_setting('app.tenant_id', true) as tenant from app.contacts`,
    );
    const insert = statement(
      `insert into app.contacts (id, name, tags, created_at, updated_at) values ($1, 'Left over', '{}', now(), now())`,
      [crypto.randomUUID()],
    );
    const closed = async (): Promise<void> => {
      const [[row]] = await pool.batch([seen]);
      assert.ok(row!.n === 0 && !row!.tenant, JSON.stringify(row));
    };
    try {
      const [, [inside]] = await pool.batch([door, seen]);
      assert.deepEqual(inside, { n: 2, tenant: world.a.id });
      await closed();
      await assert.rejects(pool.batch([door, insert, statement('select 1 / 0')]), /division by zero/);
      await closed();
      await assert.rejects(
        pool.connected(async (batch) => {
          await batch([begin, door, insert]);
          await batch([statement('select 1 / 0')]);
        }),
      );
      await closed();
      // An operation that forgets to commit.
      await assert.rejects(pool.connected((batch) => batch([begin, door, insert])));
      await closed();
      assert.deepEqual((await pool.batch([door, seen]))[1], [{ n: 2, tenant: world.a.id }]);
    } finally {
      await pool.end();
    }
  });
});
