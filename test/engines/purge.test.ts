import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { example } from './example/engine.ts';
import { ExampleServer } from './example/stand-in.ts';
import { EngineWorld } from './world.ts';

describe('a company that is purged', () => {
  let world: EngineWorld;
  let server: ExampleServer;
  let instance: string;
  before(async () => {
    server = await ExampleServer.open();
    world = await EngineWorld.build([example]);
    instance = await world.shared({ engine: 'example', url: server.url, credentials: { key: server.key } });
    world.reconciler({ lookMs: 300 });
  });
  after(async () => {
    await world.stop();
    await server[Symbol.asyncDispose]();
  });

  const accounts = (id: string) => [...server.accounts.values()].filter(({ company }) => company === id);
  /** What went, or what forbids it. */
  const purge = async (id: string): Promise<string[]> =>
    (
      await world.sql<{ relation: string }>('select relation from core.purge_tenant($1, 10000, false)', [id])
    ).map(({ relation }) => relation);
  /** A company whose time of grace has been over for so many days. */
  const closed = async (days: number): Promise<string> => {
    const company = await world.quiet();
    await world.want(company, 'example', instance);
    await world.reached(company, 'example');
    const over = (await world.sql<{ at: Date }>(`select now() - make_interval(days => $1) as at`, [days]))[0]!
      .at;
    const { id } = company;
    await world.sql(`update core.tenants set status = 'closing', purge_after = $2 where id = $1`, [id, over]);
    await world.sql(
      `insert into core.closings (id, slug_hash, tax_id_hash, status_before, asked_at, asked_by_kind, purge_after)
       values ($1, '', '', 'active', now(), 'operator', $2)`,
      [id, over],
    );
    await world.sql(
      `insert into app.final_export_parts (tenant_id, part_id, purge_after, part, rows, body, sha256, made_at)
       values ($1, gen_random_uuid(), $2, 1, 0, '', '', now())`,
      [id, over],
    );
    return id;
  };

  it('is shut in its engines before, and gone from them before its rows are', async () => {
    const id = await closed(1);
    await world.reached({ id }, 'example', 'suspended');
    assert.equal(accounts(id)[0]!.open, false);
    assert.deepEqual(await purge(id), ['engines']);
    await world.reached({ id }, 'example', 'absent');
    assert.equal(accounts(id).length, 0);
    assert.ok((await purge(id)).includes('core.tenant_engines'));
  });

  it('with a legal hold keeps what it has in engines', async () => {
    const id = await closed(30);
    await world.sql(
      `insert into privacy.holds (tenant_id, id, basis, reason, created_at, created_by)
       values ($1, gen_random_uuid(), 'legal_claim', 'test', now(), 'operator')`,
      [id],
    );
    assert.deepEqual(await purge(id), ['hold']);
    assert.equal((await world.row({ id }, 'example'))['wanted'], 'present');
  });

  it('waits for an engine that is gone until a week has passed and the operator says so', async () => {
    const [young, old] = [await closed(6), await closed(8)];
    for (const id of [young, old]) await world.reached({ id }, 'example', 'suspended');
    server.mood = 'broken';
    assert.deepEqual(await purge(old), ['engines']);
    const leave = (id: string) =>
      world.api.request(`POST /closings/${id}/leave-engines`, { token: world.api.operatorKey });
    assert.equal((await leave('01960000-0000-7000-8000-00000000dead')).body.code, 'not_found');
    for (const id of [young, old]) assert.ok((await leave(id)).body.enginesLeftAt);
    assert.deepEqual(await purge(young), ['engines']);
    assert.ok((await purge(old)).includes('core.tenant_engines'));
  });
});
