import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { PLATFORM } from '#core/platform.ts';
import { startSealer } from '#kernel/sealer.ts';
import { sealStats } from '#platform/db/audit.ts';
import { House, until } from '#test/jobs/company.ts';
import { createAuditWorld, hashes, type AuditWorld } from './world.ts';

describe('the sealer', () => {
  let world: AuditWorld;
  before(async () => (world = await createAuditWorld()));
  after(() => world.stop());

  it('gives each company’s rows numbers without gaps and hashes that follow from them, the platform’s too', async () => {
    const tenants = await Promise.all([world.t.tenant(), world.t.tenant()]);
    for (const { key } of tenants)
      await world.t.request('POST /contacts', { token: key, body: { name: 'Ana' } });
    await world.seal();
    await world.t.request('POST /contacts', { token: tenants[0].key, body: { name: 'Luis' } });
    await world.seal();
    for (const id of [...tenants.map((one) => one.id), PLATFORM.id]) {
      const rows = await world.rows(id);
      assert.ok(rows.length > 1);
      assert.deepEqual(
        rows.map(({ number }) => number),
        rows.map((_, i) => String(i + 1)),
      );
      assert.deepEqual(
        rows.map(({ hash }) => hash),
        hashes(rows),
      );
    }
  });

  it('chains a backlog of many companies in bounded batches', async () => {
    const tenants = await Promise.all(Array.from({ length: 5 }, () => world.t.tenant()));
    for (const { id } of tenants) await world.write(id, 700);
    await world.seal();
    for (const { id } of tenants) {
      const rows = await world.rows(id);
      assert.deepEqual(
        rows.map(({ hash }) => hash),
        hashes(rows),
      );
    }
  });
});

describe('sealers', () => {
  let house: House;
  before(async () => (house = await House.build()));
  after(() => house.tearDown());

  const insert = (tenantId: string, count: number) =>
    house.rows(
      `insert into core.audit (tenant_id, id, at, actor_kind, actor_name, action, operation, request_id)
       select $1, (lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0') || '7'
         || substr(md5(random()::text), 1, 3) || '8' || substr(md5(random()::text), 1, 15))::uuid,
         now(), 'key', 'x', 'x', 'x', n::text from generate_series(1, $2::int) n`,
      [tenantId, count],
    );
  const start = (url = house.sealerUrl) => startSealer({ url, log: house.log, pollMs: 5, standbyMs: 20 });
  const unsealed = async (): Promise<number> => (await sealStats(house.relay)).unsealed;

  it('say how much waits, and since when', async () => {
    const tenant = await house.company('waiting');
    assert.deepEqual(await sealStats(house.relay), { unsealed: 0, oldestUnsealedSeconds: 0 });
    await insert(tenant, 3);
    await house.rows(`update core.audit set at = now() - interval '1 hour' where request_id = '2'`);
    const stats = await sealStats(house.relay);
    assert.equal(stats.unsealed, 3);
    assert.ok(stats.oldestUnsealedSeconds >= 3_600 && stats.oldestUnsealedSeconds < 3_700);
  });

  it('two at a time, and cut off again and again, leave one whole chain', async () => {
    const tenants = await Promise.all(['a', 'b', 'c'].map((slug) => house.company(slug)));
    const sealers = [start(), start()];
    const active = (): number => house.said('info').filter((line) => line === 'sealer active').length;
    for (let round = 0; round < 20; round++) {
      await Promise.all(tenants.map((tenant) => insert(tenant, 100)));
      if (round % 8 !== 3) continue;
      const before_ = active();
      await house.rows(
        `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'smarteros_sealer'`,
      );
      await until('one of them goes on', () => active() > before_);
    }
    await until('all is sealed', async () => (await unsealed()) === 0);
    await Promise.all(sealers.map((sealer) => sealer.stop()));
    const chains = await house.rows<{ rows: number; last: string; head: string }>(
      `select count(*)::int as rows, max(a.number) as last, (select number from core.audit_heads h where h.tenant_id = a.tenant_id) as head
       from core.audit a where tenant_id = any ($1) group by tenant_id`,
      [tenants],
    );
    assert.deepEqual(
      chains,
      tenants.map(() => ({ rows: 2_000, last: '2000', head: '2000' })),
    );
  });

  it('that read the same rows at once can’t both write', async () => {
    const tenant = await house.company('race');
    await insert(tenant, 1);
    const [row] = await house.rows<{ id: string }>('select id from core.audit where tenant_id = $1', [
      tenant,
    ]);
    const seal = `update core.audit set number = 1, hash = sha256('') where tenant_id = $1 and id = $2`;
    await house.rows(seal, [tenant, row!.id]);
    await insert(tenant, 1);
    await assert.rejects(
      house.rows(
        `update core.audit set number = 1, hash = sha256('') where tenant_id = $1 and number is null`,
        [tenant],
      ),
      /audit_chain/,
    );
  });
});
