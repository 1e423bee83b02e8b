import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { EXAMPLE } from '#core/example.ts';
import { createWorld, KEY, type World } from '#test/kernel/world.ts';

const HOUR_MS = 3_600_000;

describe('a credential that was believed a moment ago', () => {
  let world: World;
  const statuses = async (token: string): Promise<number[]> => {
    const answers = [];
    // One that asks the database, and one that doesn't.
    for (const route of ['GET /contacts', 'GET /registry.json'])
      answers.push(await world.t.request(route, { token }));
    return answers.map((answer) => answer.status);
  };
  before(async () => {
    world = await createWorld();
    world.clock.catchUp();
  });
  after(() => world.stop());

  it('ends with its time', async () => {
    const expiresAt = new Date(world.clock.now().getTime() + HOUR_MS).toISOString();
    const body = { name: 'Short', scopes: ['contacts:read'], expiresAt };
    const key = (await world.t.request('POST /keys', { token: KEY, body })).body.key;
    const reason = { tenant: EXAMPLE.tenant.slug, reason: 'Support', minutes: 60 };
    const grant = (await world.t.request('POST /grants', { token: world.t.operatorKey, body: reason })).body
      .token;
    for (const token of [key, grant]) assert.deepEqual(await statuses(token), [200, 200]);
    world.clock.advance(HOUR_MS - 60_000);
    for (const token of [key, grant]) assert.deepEqual(await statuses(token), [200, 200]);
    world.clock.advance(120_000);
    for (const token of [key, grant]) assert.deepEqual(await statuses(token), [401, 401]);
    assert.deepEqual(await statuses(KEY), [200, 200]);
  });

  it('ends by its own hand', async () => {
    const made = await world.t.request('POST /keys', { token: KEY, body: { name: 'Brief', scopes: ['*'] } });
    const { id, key } = made.body;
    assert.equal((await world.t.request(`DELETE /keys/${id}`, { token: key })).status, 200);
    assert.equal((await world.t.request('GET /contacts', { token: key })).status, 401);
    // Again changes nothing, and stands in the audit as it was.
    const again = await world.t.request(`DELETE /keys/${id}`, { token: KEY });
    const once = await world.t.request(`DELETE /keys/${id}`, { token: KEY });
    assert.deepEqual(again.body, once.body);
    assert.notEqual(again.body.revokedAt, null);
  });
});
