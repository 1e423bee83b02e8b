import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { HookWorld, shopifyHeaders } from './world.ts';

describe('a flood of messages', () => {
  let world: HookWorld;
  before(async () => {
    world = await HookWorld.build();
  });
  after(() => world.stop());

  it('is kept once each: 2,000 of them, each twice, many at once', async () => {
    const shops = await Promise.all(
      Array.from({ length: 4 }, async (_, i) => {
        const company = await world.api.tenant();
        return { company, at: await world.address(company, 'shopify', `secret-of-shop-${i}`) };
      }),
    );
    const send = async (i: number): Promise<void> => {
      const { at } = shops[i % 4]!;
      const body = `{"id":${i >> 2}}`;
      assert.equal((await world.send(at.path, body, shopifyHeaders(at, body))).status, 204);
    };
    // The two of each come close to each other, so that they meet in the database.
    const all = Array.from({ length: 4_000 }, (_, i) => i >> 1);
    let next = 0;
    await Promise.all(
      Array.from({ length: 32 }, async () => {
        while (next < all.length) await send(all[next++]!);
      }),
    );
    for (const { company } of shops) {
      assert.equal(await world.count(company), 500);
      const [events] = await world.api.sql<{ n: number }>(
        `select count(*)::integer as n from core.events where tenant_id = $1 and name = 'hook.received'`,
        [company.id],
      );
      assert.equal(events!.n, 500);
    }
  });
});
