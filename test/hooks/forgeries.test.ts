import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { after, before, describe, it } from 'node:test';
import { githubHeaders, HookWorld, shopifyHeaders, type Address, type Shop } from './world.ts';

const ORDER = '{"id":820982911946154508,"name":"#1001 🛒","financial_status":"paid"}';
const PUSH =
  '{"ref":"refs/heads/main","after":"abc","repository":{"full_name":"a/b"},"sender":{"login":"x"}}';

describe('the door for incoming webhooks', () => {
  let world: HookWorld;
  let a: Shop;
  let b: Shop;
  let shop: Address;
  let other: Address;
  let repo: Address;
  let market: Address;
  before(async () => {
    world = await HookWorld.build();
    [a, b] = [await world.api.tenant(), await world.api.tenant()];
    shop = await world.address(a, 'shopify', 'secret-of-shop-a');
    other = await world.address(b, 'shopify', 'secret-of-shop-b');
    repo = await world.address(a, 'github');
    market = await world.address(a, 'mercadolibre', 'token-of-a');
  });
  after(() => world.stop());

  it('knows no address but those that were made, and answers all others the same', async () => {
    const token = shop.path.split('/').at(-1)!;
    const wrong = [
      '/hooks/shopify/x',
      `/hooks/shopify/${'A'.repeat(43)}`,
      `/hooks/github/${token}`,
      `/hooks/nobody/${token}`,
      `/hooks/__proto__/${token}`,
      `/hooks/shopify/${token.slice(0, -1)}`,
      `/hooks/shopify/${token}x`,
    ];
    const answers = new Set<string>();
    for (const path of wrong) {
      const { status, body } = await world.send(path, ORDER, shopifyHeaders(shop, ORDER));
      assert.equal(status, 404, path);
      answers.add(String(body).replaceAll(/"(requestId|instance)":"[^"]*"/g, ''));
    }
    assert.equal(answers.size, 1);
    assert.equal(await world.count(a), 0);
  });

  it('refuses what isn’t Shopify’s', async () => {
    const good = shopifyHeaders(shop, ORDER);
    const forged: [string, string | Buffer, Record<string, string>][] = [
      ['no signature', ORDER, { 'x-shopify-topic': 'orders/paid' }],
      ['no topic', ORDER, { 'x-shopify-hmac-sha256': good['x-shopify-hmac-sha256']! }],
      ['another secret', ORDER, shopifyHeaders({ ...shop, secret: 'guessed-secret' }, ORDER)],
      ['another company’s secret', ORDER, shopifyHeaders(other, ORDER)],
      ['an empty secret', ORDER, shopifyHeaders({ ...shop, secret: '' }, ORDER)],
      ['an empty signature', ORDER, { ...good, 'x-shopify-hmac-sha256': '' }],
      [
        'half a signature',
        ORDER,
        { ...good, 'x-shopify-hmac-sha256': good['x-shopify-hmac-sha256']!.slice(0, 20) },
      ],
      [
        'hex',
        ORDER,
        {
          ...good,
          'x-shopify-hmac-sha256': Buffer.from(good['x-shopify-hmac-sha256']!, 'base64').toString('hex'),
        },
      ],
      [
        'the JSON written anew',
        JSON.stringify(JSON.parse(ORDER)).replace('820982911946154508', '820982911946154500'),
        good,
      ],
      ['a space more', `${ORDER} `, good],
      ['a topic that is none', ORDER, { ...good, 'x-shopify-topic': 'orders' }],
    ];
    for (const [what, body, headers] of forged)
      assert.equal((await world.send(shop.path, body, headers)).status, 401, what);
    // Every bit counts.
    const bytes = Buffer.from(ORDER);
    for (let bit = 0; bit < bytes.length * 8; bit += 37) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3]! ^= 1 << (bit & 7);
      const { status } = await world.send(shop.path, flipped, good);
      assert.ok(status === 401 || status === 400, `bit ${bit}: ${status}`);
    }
    // A company's own right signature at another company's address.
    assert.equal((await world.send(other.path, ORDER, good)).status, 401);
    assert.equal((await world.count(a)) + (await world.count(b)), 0);
  });

  it('refuses what isn’t GitHub’s', async () => {
    const good = githubHeaders(repo, PUSH);
    const forged: [string, string, Record<string, string>][] = [
      ['no signature', PUSH, { 'x-github-event': 'push' }],
      ['no event', PUSH, { 'x-hub-signature-256': good['x-hub-signature-256']! }],
      ['the old signature', PUSH, { ...good, 'x-hub-signature-256': `sha1=${'0'.repeat(40)}` }],
      ['capitals', PUSH, { ...good, 'x-hub-signature-256': good['x-hub-signature-256']!.toUpperCase() }],
      ['without its prefix', PUSH, { ...good, 'x-hub-signature-256': good['x-hub-signature-256']!.slice(7) }],
      ['another secret', PUSH, githubHeaders({ ...repo, secret: 'guessed' }, PUSH)],
      ['another body', PUSH.replace('main', 'evil'), good],
      ['Shopify’s signature', PUSH, shopifyHeaders(repo, PUSH)],
    ];
    for (const [what, body, headers] of forged)
      assert.equal((await world.send(repo.path, body, headers)).status, 401, what);
    assert.equal(await world.count(a), 0);
  });

  it('refuses what Mercado Libre never sends', async () => {
    const good = { _id: 'n1', topic: 'orders_v2', resource: '/orders/1', user_id: 1, application_id: 2 };
    const forged = [
      '{}',
      'null',
      '[1]',
      '"x"',
      '{"_id":',
      ...[
        '//evil.example',
        '/orders/../users/me',
        'https://evil.example/x',
        '/orders/1?x=1',
        '/orders/%2e%2e',
        '',
      ].map((resource) => JSON.stringify({ ...good, resource })),
      JSON.stringify({ ...good, topic: 'a b' }),
      JSON.stringify({ ...good, _id: '' }),
    ];
    for (const body of forged) assert.equal((await world.send(market.path, body)).status, 401, body);
    assert.equal(await world.count(a), 0);
  });

  it('reads JSON as it is, up to a megabyte, and nothing else', async () => {
    const headers = shopifyHeaders(shop, ORDER);
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
      'application/jsonx',
    ])
      assert.equal(
        (await world.send(shop.path, ORDER, { ...headers, 'content-type': type })).status,
        415,
        type,
      );
    const packed = gzipSync(ORDER);
    const answer = await world.send(shop.path, packed, {
      ...shopifyHeaders(shop, packed),
      'content-encoding': 'gzip',
    });
    assert.equal(answer.status, 415);
    const huge = JSON.stringify({ x: 'y'.repeat(1024 * 1024) });
    assert.equal((await world.send(shop.path, huge, shopifyHeaders(shop, huge))).status, 413);
    const notUtf8 = Buffer.from([0x7b, 0xff, 0x7d]);
    assert.equal((await world.send(shop.path, notUtf8, shopifyHeaders(shop, notUtf8))).status, 400);
    assert.equal((await world.api.request(`GET ${shop.path}`)).status, 404);
    assert.equal(await world.count(a), 0);
    const large = JSON.stringify({ id: 1, x: 'y'.repeat(1024 * 1024 - 100) });
    assert.equal((await world.send(shop.path, large, shopifyHeaders(shop, large))).status, 204);
    assert.equal(await world.count(a), 1);
  });

  it('notes in the company’s audit that something false came, not each time', async () => {
    const rows = await world.api.sql<{ target: string; n: number }>(
      `select target, count(*)::integer as n from core.audit where tenant_id = $1 and action = 'hook.refused'
       group by target order by target`,
      [a.id],
    );
    assert.deepEqual(
      rows.map(({ target, n }) => [target, n <= 2]),
      [
        ['github', true],
        ['mercadolibre', true],
        ['shopify', true],
      ],
    );
  });

  it('limits who guesses by their address, and refuses them then', async () => {
    const strict = new HookWorld(
      await (
        await import('#test/harness/api.ts')
      ).createTestApi({ settings: { SMARTEROS_RATE_LIMIT_IP: '5' } }),
    );
    try {
      const statuses = [];
      for (let i = 0; i < 8; i++) statuses.push((await strict.send('/hooks/shopify/x', '{}')).status);
      assert.deepEqual(statuses, [404, 404, 404, 404, 404, 429, 429, 429]);
    } finally {
      await strict.stop();
    }
  });

  it('takes nothing for a company that is suspended, and doesn’t say that the address is gone', async () => {
    const c = await world.api.tenant();
    const its = await world.address(c, 'shopify', 'secret-of-shop-c');
    await world.api.sql(`update core.tenants set status = 'suspended' where id = $1`, [c.id]);
    const answer = await world.send(its.path, ORDER, shopifyHeaders(its, ORDER));
    assert.equal(answer.status, 403);
    assert.match(String(answer.body), /tenant_suspended/);
    assert.equal(await world.count(c), 0);
    await world.api.sql(`update core.tenants set status = 'active' where id = $1`, [c.id]);
    assert.equal((await world.send(its.path, ORDER, shopifyHeaders(its, ORDER))).status, 204);
  });
});
