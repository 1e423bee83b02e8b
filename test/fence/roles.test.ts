import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PLATFORM } from '#core/platform.ts';
import { as, connected, type Query } from '#test/fence/catalog.ts';
import { createWorld, type World } from '#test/fence/world.ts';

const DENIED = { code: '42501' };

interface Name {
  readonly name: string;
}

const tablesOf = (query: Query, where: string): Promise<Name[]> =>
  query<Name>(`select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and ${where} order by 1`);

const OURS = `n.nspname in ('core', 'app', 'privacy', 'smarteros_meta', 'graphile_worker')`;

describe('each role does its own work only', () => {
  let world: World;
  const admin = <T>(work: (query: Query) => Promise<T>): Promise<T> => connected(world.url, work);
  before(async () => {
    world = await createWorld();
    await connected(world.url, (query) =>
      query(
        `insert into core.closings (id, slug_hash, tax_id_hash, status_before, asked_at, asked_by_kind, purge_after)
         values ($1, '', '', 'active', now(), 'operator', now())`,
        [crypto.randomUUID()],
      ),
    );
    await connected(as(world.url, 'relay'), (query) => query(`select graphile_worker.add_job('nothing')`));
    await connected(as(world.url, 'relay'), (query) =>
      query(`insert into core.workers (id, seen_at) values ($1, now())`, [crypto.randomUUID()]),
    );
    await connected(as(world.url, 'identity'), (query) =>
      query(`insert into core.engine_health (engine, checked_at, state) values ('whatsapp', now(), 'fine')`),
    );
    await connected(as(world.url, 'relay'), (query) =>
      query(`insert into core.vault_leftovers (slug, path) values ('gone', 'odoo')`),
    );
  });
  after(() => world.stop());

  it('backup reads every row of every table, the queue’s and the migrations’ too', async () => {
    const names = await admin((query) => tablesOf(query, OURS));
    assert.ok(names.length > 12);
    const counts = async (query: Query): Promise<Record<string, number>> => {
      const found: Record<string, number> = {};
      for (const { name } of names)
        found[name] = (await query<{ n: number }>(`select count(*)::int as n from ${name}`))[0]!.n;
      return found;
    };
    const all = await admin(counts);
    assert.deepEqual(await connected(as(world.url, 'backup'), counts), all);
    // The queue's lists of names and its own schedules stay empty until a worker has run.
    const empty = names.filter(({ name }) => all[name] === 0 && !name.startsWith('graphile_worker.'));
    assert.deepEqual(empty, []);
  });

  it('backup writes nothing', async () => {
    const names = await admin((query) => tablesOf(query, OURS));
    await connected(as(world.url, 'backup'), async (query) => {
      for (const { name } of names) await assert.rejects(query(`delete from ${name}`), DENIED, name);
    });
  });

  it('app meets neither the queue nor the list of migrations nor the workers', async () => {
    await connected(as(world.url, 'app'), async (query) => {
      for (const table of [
        'graphile_worker._private_jobs',
        'graphile_worker.jobs',
        'smarteros_meta.migrations',
        'core.workers',
      ])
        await assert.rejects(query(`select 1 from ${table}`), DENIED, table);
      await assert.rejects(query(`select graphile_worker.add_job('x')`), DENIED);
      await assert.rejects(query(`select nextval('core.event_position')`), DENIED);
      await assert.rejects(query(`call core.protect('app.contacts', 'smarteros_app')`), DENIED);
      await assert.rejects(query('create table app.mine (id int)'), DENIED);
      await assert.rejects(query('create table public.mine (id int)'), DENIED);
      await assert.rejects(query('create schema mine'), DENIED);
    });
  });

  it('app can’t change what a tenant must not change, nor what was written down', async () => {
    await connected(as(world.url, 'app'), async (query) => {
      await query(`select set_config('app.tenant_id', $1, false)`, [world.a.id]);
      for (const column of ['id', 'status', 'verified', 'platform', 'tax_id', 'country', 'slug'])
        await assert.rejects(query(`update core.tenants set ${column} = ${column}`), DENIED, column);
      for (const column of ['hash', 'scopes', 'expires_at', 'tenant_id', 'id', 'created_at', 'name'])
        await assert.rejects(query(`update core.api_keys set ${column} = ${column}`), DENIED, column);
      for (const table of [
        'core.audit',
        'core.events',
        'core.grants',
        'core.forms',
        'core.api_keys',
        'core.tenants',
      ])
        await assert.rejects(query(`delete from ${table}`), DENIED, table);
      for (const table of ['core.audit', 'core.events', 'core.grants'])
        await assert.rejects(query(`update ${table} set id = id`), DENIED, table);
      for (const table of ['core.tenants', 'core.grants'])
        await assert.rejects(query(`insert into ${table} select * from ${table}`), DENIED, table);
    });
  });

  it('operator sees tenants and its own audit, and no feature’s table', async () => {
    const features = await admin((query) => tablesOf(query, `n.nspname = 'app'`));
    await connected(as(world.url, 'operator'), async (query) => {
      for (const { name } of [
        ...features,
        { name: 'core.api_keys' },
        { name: 'core.forms' },
        { name: 'core.events' },
      ])
        await assert.rejects(query(`select 1 from ${name}`), DENIED, name);
      const tenants = await query<{ id: string }>('select id from core.tenants');
      assert.ok(tenants.length >= 2 && tenants.every(({ id }) => id !== PLATFORM.id));
      await assert.rejects(query('update core.tenants set platform = true'), DENIED);
      await assert.rejects(query('update core.tenants set slug = slug'), DENIED);
      await assert.rejects(query('delete from core.tenants'), DENIED);
      await assert.rejects(query('update core.grants set expires_at = now()'), DENIED);
      await assert.rejects(query('delete from core.audit'), DENIED);
      for (const table of ['core.audit', 'core.idempotency'])
        assert.deepEqual(await query(`select 1 from ${table}`), [], `${table} without core.enter`);
      await query('begin');
      await query('select core.enter($1, $2, null)', [PLATFORM.id, 'operator']);
      const audit = await query<{ tenant_id: string }>('select tenant_id from core.audit');
      assert.ok(audit.length > 0 && audit.every((row) => row.tenant_id === PLATFORM.id));
      await query('rollback');
    });
  });

  it('relay moves events and knows nothing of what is in the book', async () => {
    const features = await admin((query) => tablesOf(query, `n.nspname = 'app'`));
    await connected(as(world.url, 'relay'), async (query) => {
      const closed = [
        'core.api_keys',
        'core.grants',
        'core.forms',
        'core.idempotency',
        'smarteros_meta.migrations',
      ];
      for (const name of [...features.map((one) => one.name), ...closed])
        await assert.rejects(query(`select 1 from ${name}`), DENIED, name);
      for (const column of ['data', 'name', 'tenant_id', 'id', 'occurred_at'])
        await assert.rejects(query(`update core.events set ${column} = ${column}`), DENIED, column);
      await assert.rejects(query('select action from core.audit'), DENIED);
      await assert.rejects(query('delete from core.events'), DENIED);
      await assert.rejects(query('update core.tenants set name = name'), DENIED);
      await assert.rejects(query('select core.enter(null, null, null)'), DENIED);
      const [events] = await query<{ n: number }>(
        'select count(distinct tenant_id)::int as n from core.events',
      );
      assert.ok(events!.n >= 2);
    });
  });

  it('sealer seals an audit row once, and touches nothing else', async () => {
    const features = await admin((query) => tablesOf(query, `n.nspname = 'app'`));
    await connected(as(world.url, 'sealer'), async (query) => {
      for (const name of [...features.map((one) => one.name), 'core.events', 'core.tenants', 'core.api_keys'])
        await assert.rejects(query(`select 1 from ${name}`), DENIED, name);
      for (const column of ['id', 'at', 'actor_name', 'action', 'tenant_id', 'request_id'])
        await assert.rejects(query(`update core.audit set ${column} = ${column}`), DENIED, column);
      for (const statement of [
        'delete from core.audit',
        'delete from core.audit_heads',
        'truncate core.audit',
      ])
        await assert.rejects(query(statement), DENIED);
      await assert.rejects(query('select core.enter(null, null, null)'), DENIED);
      await query('begin');
      const seal = `with sealed as (update core.audit set number = $1, hash = sha256('') where id = $2 returning 1)
        select count(*)::int as n from sealed`;
      const [{ id }] = (await query<{ id: string }>(
        'select id from core.audit where number is null limit 1',
      )) as [{ id: string }];
      assert.deepEqual(await query(seal, [1, id]), [{ n: 1 }]);
      assert.deepEqual(await query(seal, [2, id]), [{ n: 0 }]);
      assert.deepEqual(await query(`select number::int from core.audit where id = $1`, [id]), [
        { number: 1 },
      ]);
      await query('rollback');
    });
  });

  it('nobody who writes audit rows can write their seals', async () => {
    for (const role of ['app', 'operator', 'identity'] as const) {
      await connected(as(world.url, role), async (query) => {
        const values = `gen_random_uuid(), gen_random_uuid(), now(), 'key', 'x', 'x', 'x', 'x'`;
        const columns = 'tenant_id, id, at, actor_kind, actor_name, action, operation, request_id';
        const sealed = `insert into core.audit (${columns}, number, hash) values (${values}, 1, sha256(''))`;
        await assert.rejects(query(sealed), DENIED, role);
        await assert.rejects(query('update core.audit set number = 1'), DENIED, role);
        await assert.rejects(query('update core.audit_heads set number = 1'), DENIED, role);
        await assert.rejects(query('delete from core.audit'), DENIED, role);
      });
    }
  });
});
