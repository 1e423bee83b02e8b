import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { openStandIn, type Asked } from '#test/engines/stand-in.ts';
import { until } from '#test/jobs/company.ts';
import { githubHeaders, HookWorld, shopifyHeaders, type Shop } from './world.ts';

const ORDER =
  '{"id":820982911946154508,"admin_graphql_api_id":"gid://shopify/Order/820982911946154508","name":"#1001","financial_status":"paid","customer":{"email":"ana@example.com"}}';

describe('what other systems tell', () => {
  let world: HookWorld;
  let a: Shop;
  const asked: Asked[] = [];
  let market = 200;
  before(async () => {
    const api = await openStandIn((one) => {
      asked.push(one);
      return { status: market, body: { id: 42, status: 'paid', buyer: { phone: '+56911111111' } } };
    });
    world = await HookWorld.build((url) => (url === 'https://api.mercadolibre.com' ? api : url));
    a = await world.api.tenant();
  });
  after(() => world.stop());

  it('is kept once, answered fast and told as an event, which only who may read it sees', async () => {
    const shop = await world.address(a, 'shopify', 'secret-of-shop-a');
    const repo = await world.address(a, 'github');
    for (let i = 0; i < 3; i++)
      assert.equal((await world.send(shop.path, ORDER, shopifyHeaders(shop, ORDER))).status, 204);
    const ping = '{"zen":"Keep it logically awesome.","hook_id":1}';
    assert.equal((await world.send(repo.path, ping, githubHeaders(repo, ping, 'ping'))).status, 204);
    assert.equal(await world.count(a), 2);
    // Nothing is lost between answer and job: no worker ran yet.
    assert.deepEqual(await world.told(a, 'shopify'), []);
    await world.worker();
    await until('both were read', async () => {
      const { body } = await world.api.request('GET /hook-deliveries?status=done', { token: a.key });
      return body.data.length === 2;
    });
    const { body: list } = await world.api.request('GET /hook-deliveries?engine=shopify', { token: a.key });
    assert.equal(list.data.length, 1);
    const [{ id, kind, told }] = list.data;
    assert.deepEqual([kind, told], ['orders/paid', 1]);
    assert.deepEqual(await world.told(a, 'shopify'), [
      {
        deliveryId: id,
        name: 'orders/paid',
        id: 'gid://shopify/Order/820982911946154508',
        data: { name: '#1001', financial_status: 'paid' },
      },
    ]);
    assert.deepEqual(await world.told(a, 'github'), []);

    const { body: whole } = await world.api.request(`GET /hook-deliveries/${id}`, { token: a.key });
    assert.equal(whole.body, ORDER);
    const b = await world.api.tenant();
    assert.equal((await world.api.request(`GET /hook-deliveries/${id}`, { token: b.key })).status, 404);
    assert.equal(
      (await world.api.request(`POST /hook-deliveries/${id}/replay`, { token: b.key })).status,
      404,
    );

    const again = await world.api.request(`POST /hook-deliveries/${id}/replay`, { token: a.key });
    assert.equal(again.body.status, 'waiting');
    await until('it was told again', async () => (await world.told(a, 'shopify')).length === 2);
  });

  it('is believed only as far as it is signed: Mercado Libre’s resource is read with the company’s token', async () => {
    const { path } = await world.address(a, 'mercadolibre', 'token-of-company-a');
    const note = { _id: 'n1', topic: 'orders_v2', resource: '/orders/42', user_id: 7, application_id: 9 };
    assert.equal((await world.send(path, JSON.stringify({ ...note, status: 'cancelled' }))).status, 204);
    // The same id again, whatever it says.
    assert.equal((await world.send(path, JSON.stringify({ ...note, attempts: 2 }))).status, 204);
    await until('it was read', async () => (await world.told(a, 'mercadolibre')).length > 0);
    assert.deepEqual(
      (await world.told(a, 'mercadolibre')).map(({ id, name, data }) => ({ id, name, data })),
      [{ id: '42', name: 'orders_v2', data: { resource: '/orders/42', status: 'paid' } }],
    );
    assert.deepEqual(
      asked.map(({ method, path: where, headers }) => [method, where, headers.authorization]),
      [['GET', '/orders/42', 'Bearer token-of-company-a']],
    );

    market = 401;
    const refused = { ...note, _id: 'n2' };
    await world.send(path, JSON.stringify(refused));
    await until('it failed', async () => {
      const { body } = await world.api.request('GET /hook-deliveries?status=failed', { token: a.key });
      return body.data.some((one: { errorCode: string }) => one.errorCode === 'engine_rejected_credentials');
    });
    market = 200;
    await world.api.request('PUT /incoming-hooks/mercadolibre/secret', {
      token: a.key,
      body: { secret: 'next-token-of-company-a' },
    });
    await world.api.sql(`update graphile_worker._private_jobs set run_at = now()`);
    await until('it was tried again', async () => (await world.told(a, 'mercadolibre')).length === 2);
    assert.equal(asked.at(-1)!.headers.authorization, 'Bearer next-token-of-company-a');
  });

  it('goes on under the old address and the old secret for a day', async () => {
    const c = await world.api.tenant();
    const old = await world.address(c, 'shopify', 'first-secret-of-c');
    const rotated = await world.api.request('POST /incoming-hooks/shopify/rotate', { token: c.key });
    const path = new URL(rotated.body.url).pathname;
    assert.notEqual(path, old.path);
    await world.api.request('PUT /incoming-hooks/shopify/secret', {
      token: c.key,
      body: { secret: 'second-secret-of-c' },
    });
    const next = { path, secret: 'second-secret-of-c' };
    let n = 0;
    const send = async (to: string, by: typeof old): Promise<number> => {
      const body = `{"id":${(n += 1)}}`;
      return (await world.send(to, body, shopifyHeaders(by, body))).status;
    };
    for (const to of [old.path, path]) for (const by of [old, next]) assert.equal(await send(to, by), 204);
    await world.api.sql(`update core.hooks set before_until = now() where tenant_id = $1`, [c.id]);
    assert.equal(await send(old.path, next), 404);
    assert.equal(await send(path, next), 204);
    await world.api.request('DELETE /incoming-hooks/shopify', { token: c.key });
    assert.equal(await send(path, next), 404);
    assert.equal((await world.api.request('GET /incoming-hooks', { token: c.key })).body.data.length, 0);
  });

  it('comes to the one address that two reconcilers give an engine’s steps', async () => {
    const c = await world.api.tenant();
    const urls = await Promise.all(Array.from({ length: 6 }, () => world.engineAddress(c, 'n8n')));
    assert.equal(new Set(urls).size, 1);
    assert.match(urls[0]!, /^https:\/\/api\.example\.cl\/hooks\/n8n\/[\w-]{43}$/);
    const kept = await world.api.sql<{ text: string }>(
      `select (row_to_json(h)::text || row_to_json(s)::text) as text from core.hooks h
       join core.secrets s on s.tenant_id = h.tenant_id and s.path = 'n8n/hook' where h.tenant_id = $1`,
      [c.id],
    );
    assert.equal(kept.length, 1);
    assert.ok(!kept[0]!.text.includes(urls[0]!.split('/').at(-1)!));
  });
});
